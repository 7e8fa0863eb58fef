import { letter } from '../letter.ts';

/** To the leads of an organisation that another one asked into the coalition of a dossier. */
export const coalitionInvited = letter(
  { host: 'text', organisation: 'text', title: 'text', link: 'link' },
  {
    en: {
      subject: '{host} asks {organisation} into a coalition',
      says: [
        '{host} asks {organisation} to work in its dossier “{title}”.',
        'Your people could read that dossier, record findings and add evidence in the name of {organisation}, and you can leave at any time.',
      ],
      act: { label: 'Accept or decline', link: 'link' },
      notes: ['Nothing is shared until a lead of {organisation} accepts, and nothing but this dossier then.'],
      ifNotYou: 'If you do not know why you are asked, decline: {host} then knows that you will not take part, and nothing else.',
    },
    fr: {
      subject: '{host} invite {organisation} dans une coalition',
      says: [
        '{host} invite {organisation} à travailler dans son dossier « {title} ».',
        'Vos collègues pourraient lire ce dossier, consigner des constatations et ajouter des preuves au nom de {organisation}, et vous pouvez partir à tout moment.',
      ],
      act: { label: 'Accepter ou refuser', link: 'link' },
      notes: ['Rien n’est partagé tant qu’un responsable de {organisation} n’a pas accepté, et ensuite rien d’autre que ce dossier.'],
      ifNotYou: 'Si vous ne savez pas pourquoi l’on vous invite, refusez : {host} saura que vous ne participez pas, et rien d’autre.',
    },
    ar: {
      subject: '{host} تدعو {organisation} إلى تحالف',
      says: [
        'تدعو {host} {organisation} إلى العمل في ملفها «{title}».',
        'يمكن لزملائكم قراءة هذا الملف وتسجيل استنتاجات وإضافة أدلة باسم {organisation}، ويمكنكم المغادرة متى شئتم.',
      ],
      act: { label: 'القبول أو الرفض', link: 'link' },
      notes: ['لا يُشارَك شيء قبل أن يقبل أحد مسؤولي {organisation}، ولا يُشارَك بعد ذلك إلا هذا الملف.'],
      ifNotYou: 'إن لم تعرفوا سبب دعوتكم فارفضوها: تعلم {host} حينها أنكم لن تشاركوا، ولا شيء غير ذلك.',
    },
  },
);

/** To the leads of a guest: the host took its invitation back, or ended the guest's part. */
export const coalitionEnded = letter(
  { host: 'text', organisation: 'text', title: 'text', how: 'term', link: 'link' },
  {
    en: {
      subject: '{host} {how}: “{title}”',
      says: ['{host} {how} in the coalition of its dossier “{title}”.', 'What {organisation} gave there stays, under its name.'],
      act: { label: 'Open your dossiers', link: 'link' },
      ifNotYou: 'If this surprises you, ask {host}: it can ask you in again.',
      terms: { how: { taken_back: 'has taken its invitation back', removed: 'has ended the part of your organisation' } },
    },
    fr: {
      subject: '{host} {how} : « {title} »',
      says: ['{host} {how} dans la coalition de son dossier « {title} ».', 'Ce que {organisation} y a apporté reste, sous son nom.'],
      act: { label: 'Ouvrir vos dossiers', link: 'link' },
      ifNotYou: 'Si cela vous surprend, demandez à {host} : une nouvelle invitation est possible.',
      terms: { how: { taken_back: 'a repris son invitation', removed: 'a mis fin à la participation de votre organisation' } },
    },
    ar: {
      subject: '{host} {how}: «{title}»',
      says: ['{host} {how} في تحالف ملفها «{title}».', 'ما قدمته {organisation} فيه يبقى باسمها.'],
      act: { label: 'افتح ملفاتك', link: 'link' },
      ifNotYou: 'إذا فاجأك هذا فاسأل {host}: يمكنها أن تدعوكم من جديد.',
      terms: { how: { taken_back: 'سحبت دعوتها', removed: 'أنهت مشاركة منظمتكم' } },
    },
  },
);

/** To the leads of the host: an organisation that it asked in has accepted, declined or left. */
export const coalitionAnswered = letter(
  { organisation: 'text', title: 'text', answer: 'term', link: 'link' },
  {
    en: {
      subject: '{organisation} {answer} “{title}”',
      says: ['{organisation} {answer} the dossier “{title}”.', 'What was given in the coalition stays there, under the name of who gave it.'],
      act: { label: 'Open the coalition', link: 'link' },
      ifNotYou: 'If you asked nobody in, talk to the other leads of your organisation.',
      terms: { answer: { joined: 'now works in', declined: 'has declined to work in', left: 'has left' } },
    },
    fr: {
      subject: '{organisation} {answer} « {title} »',
      says: ['{organisation} {answer} le dossier « {title} ».', 'Ce qui a été apporté à la coalition y reste, sous le nom de qui l’a apporté.'],
      act: { label: 'Ouvrir la coalition', link: 'link' },
      ifNotYou: 'Si vous n’avez invité personne, parlez aux autres responsables de votre organisation.',
      terms: { answer: { joined: 'travaille désormais dans', declined: 'a refusé de travailler dans', left: 'a quitté' } },
    },
    ar: {
      subject: '{organisation} {answer} «{title}»',
      says: ['{organisation} {answer} الملف «{title}».', 'ما قُدّم في التحالف يبقى فيه باسم من قدّمه.'],
      act: { label: 'افتح التحالف', link: 'link' },
      ifNotYou: 'إن لم تدعوا أحدًا فتحدث إلى المسؤولين الآخرين في منظمتك.',
      terms: { answer: { joined: 'تعمل الآن في', declined: 'رفضت العمل في', left: 'غادرت' } },
    },
  },
);
