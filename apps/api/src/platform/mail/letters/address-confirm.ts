import { letter } from '../letter.ts';

/** To the new address of an account, which proves that its owner reads it. Does not say whose account it is. */
export const addressConfirm = letter(
  { link: 'link', until: 'moment' },
  {
    en: {
      subject: 'Confirm this address for Servanda',
      says: ['Somebody wants to use this address for an account on Servanda. Until you confirm it, the account keeps its old address.'],
      act: { label: 'Confirm the address', link: 'link' },
      notes: ['The link works once, until {until}.'],
      ifNotYou: 'If it was not you, do nothing: the address is not taken into use.',
    },
    fr: {
      subject: 'Confirmer cette adresse pour Servanda',
      says: ['Quelqu’un souhaite utiliser cette adresse pour un compte sur Servanda. Tant que vous ne la confirmez pas, le compte garde son ancienne adresse.'],
      act: { label: 'Confirmer l’adresse', link: 'link' },
      notes: ['Le lien fonctionne une seule fois, jusqu’au {until}.'],
      ifNotYou: 'Si ce n’était pas vous, ne faites rien : l’adresse n’est pas utilisée.',
    },
    ar: {
      subject: 'تأكيد هذا العنوان لحساب في Servanda',
      says: ['يريد أحدهم استخدام هذا العنوان لحساب في Servanda. يحتفظ الحساب بعنوانه القديم إلى أن تؤكد.'],
      act: { label: 'تأكيد العنوان', link: 'link' },
      notes: ['يعمل الرابط مرة واحدة حتى {until}.'],
      ifNotYou: 'إذا لم تكن أنت فلا تفعل شيئًا: لن يُستخدم العنوان.',
    },
  },
);
