import { letter } from '../letter.ts';

/** To somebody who no longer belongs to an organisation. */
export const removedFromOrganisation = letter(
  { organisation: 'text', when: 'moment' },
  {
    en: {
      subject: 'You no longer belong to {organisation} on Servanda',
      says: [
        'Your membership in {organisation} ended on {when}. You can no longer see its dossiers.',
        'What you recorded stays there under the name you worked with. Memberships in other organisations go on.',
      ],
      ifNotYou: 'If you think this is a mistake, write to the lead of {organisation}: only a lead can invite you again.',
    },
    fr: {
      subject: 'Vous ne faites plus partie de {organisation} sur Servanda',
      says: [
        'Votre appartenance à {organisation} a pris fin le {when}. Vous ne voyez plus ses dossiers.',
        'Ce que vous y avez consigné reste, sous le nom avec lequel vous travailliez. Vos autres appartenances continuent.',
      ],
      ifNotYou: 'Si vous pensez qu’il s’agit d’une erreur, écrivez au responsable de {organisation} : lui seul peut vous inviter de nouveau.',
    },
    ar: {
      subject: 'لم تعد عضوًا في {organisation} على Servanda',
      says: [
        'انتهت عضويتك في {organisation} في {when}. لم يعد بإمكانك رؤية ملفاتها.',
        'يبقى ما سجّلته هناك بالاسم الذي عملت به. تستمر عضوياتك في المنظمات الأخرى.',
      ],
      ifNotYou: 'إذا كنت ترى أن هذا خطأ فاكتب إلى مسؤول {organisation}: لا يستطيع دعوتك من جديد إلا المسؤول.',
    },
  },
);
