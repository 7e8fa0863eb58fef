import { letter } from '../letter.ts';

/** To every member: a lead has asked that the organisation be deleted. */
export const organisationLeaving = letter(
  { organisation: 'text', who: 'text', due: 'moment', link: 'link' },
  {
    en: {
      subject: '{organisation} is to be deleted from Servanda',
      says: [
        '{who} has asked that {organisation} be deleted from Servanda, with everything it recorded: dossiers, judgements, evidence and files.',
        'Nothing is deleted before {due}. Until then everybody can go on working, and any lead can take it back.',
      ],
      act: { label: 'See it, take the data along, or take it back', link: 'link' },
      ifNotYou: 'If this surprises you, talk to a lead of {organisation} today. After {due} nobody can bring the data back.',
    },
    fr: {
      subject: '{organisation} doit être supprimée de Servanda',
      says: [
        '{who} a demandé que {organisation} soit supprimée de Servanda, avec tout ce qu’elle y a consigné : dossiers, appréciations, preuves et fichiers.',
        'Rien n’est supprimé avant le {due}. D’ici là, chacun peut continuer à travailler, et tout responsable peut annuler la demande.',
      ],
      act: { label: 'La voir, emporter les données ou l’annuler', link: 'link' },
      ifNotYou: 'Si cela vous surprend, parlez aujourd’hui à un responsable de {organisation}. Après le {due}, personne ne pourra récupérer les données.',
    },
    ar: {
      subject: 'ستُحذف {organisation} من Servanda',
      says: [
        'طلب {who} حذف {organisation} من Servanda مع كل ما سجّلته: الملفات والأحكام والأدلة والوثائق.',
        'لن يُحذف شيء قبل {due}. حتى ذلك الحين يمكن للجميع مواصلة العمل، ويمكن لأي مسؤول سحب الطلب.',
      ],
      act: { label: 'عرض الطلب أو أخذ البيانات أو سحبه', link: 'link' },
      ifNotYou: 'إذا فاجأك هذا فتحدث اليوم إلى أحد مسؤولي {organisation}. بعد {due} لا يستطيع أحد استعادة البيانات.',
    },
  },
);

/** To every member: the deletion was taken back. */
export const organisationStaying = letter(
  { organisation: 'text', who: 'text', link: 'link' },
  {
    en: {
      subject: '{organisation} stays on Servanda',
      says: ['{who} has taken the deletion of {organisation} back. Nothing was deleted, and nothing will be.'],
      act: { label: 'See it', link: 'link' },
      ifNotYou: 'There is nothing to do. If you think that {organisation} should be deleted, talk to one of its leads.',
    },
    fr: {
      subject: '{organisation} reste sur Servanda',
      says: ['{who} a annulé la suppression de {organisation}. Rien n’a été supprimé et rien ne le sera.'],
      act: { label: 'Voir', link: 'link' },
      ifNotYou: 'Il n’y a rien à faire. Si vous pensez que {organisation} devrait être supprimée, parlez à l’un de ses responsables.',
    },
    ar: {
      subject: 'تبقى {organisation} على Servanda',
      says: ['سحب {who} طلب حذف {organisation}. لم يُحذف شيء ولن يُحذف.'],
      act: { label: 'عرض', link: 'link' },
      ifNotYou: 'لا حاجة إلى أي إجراء. إذا كنت ترى أن {organisation} ينبغي أن تُحذف فتحدث إلى أحد مسؤوليها.',
    },
  },
);

/** To everybody who was a member to the end. */
export const organisationGone = letter(
  { organisation: 'text', when: 'moment' },
  {
    en: {
      subject: '{organisation} was deleted from Servanda',
      says: [
        'On {when} {organisation} was deleted from Servanda, as its lead had asked: its dossiers, judgements, evidence and files are gone.',
        'Accounts that belonged to no other organisation are gone, too. What stays is the chain of hashes of its journal, without a word of what it said.',
      ],
      ifNotYou: 'Nobody can bring the data back. Backups of this instance are overwritten in time; ask its operator when.',
    },
    fr: {
      subject: '{organisation} a été supprimée de Servanda',
      says: [
        'Le {when}, {organisation} a été supprimée de Servanda, comme son responsable l’avait demandé : ses dossiers, appréciations, preuves et fichiers n’existent plus.',
        'Les comptes qui n’appartenaient à aucune autre organisation ont aussi été supprimés. Il ne reste que la chaîne d’empreintes de son journal, sans un mot de son contenu.',
      ],
      ifNotYou: 'Personne ne peut récupérer les données. Les sauvegardes de cette instance sont remplacées avec le temps ; demandez à son exploitant quand.',
    },
    ar: {
      subject: 'حُذفت {organisation} من Servanda',
      says: [
        'في {when} حُذفت {organisation} من Servanda بناءً على طلب مسؤولها: لم تعد ملفاتها وأحكامها وأدلتها ووثائقها موجودة.',
        'وحُذفت أيضًا الحسابات التي لا تنتمي إلى منظمة أخرى. لا يبقى إلا سلسلة بصمات سجلّها دون كلمة من محتواه.',
      ],
      ifNotYou: 'لا يستطيع أحد استعادة البيانات. تُستبدل النسخ الاحتياطية لهذه النسخة مع الوقت؛ اسأل مشغّلها عن الموعد.',
    },
  },
);
