import { letter } from '../letter.ts';

/** To the address of an account for which a new password was asked. */
export const passwordReset = letter(
  { link: 'link', until: 'moment' },
  {
    en: {
      subject: 'Choose a new password for Servanda',
      says: ['Somebody asked for a new password for the account with this address. Your password has not been changed.'],
      act: { label: 'Choose a new password', link: 'link' },
      notes: ['The link works once, until {until}. Choosing a new password signs you out on every device.'],
      ifNotYou: 'If it was not you, do nothing: without the link nothing changes. If such letters keep coming, tell the lead of your organisation.',
    },
    fr: {
      subject: 'Choisir un nouveau mot de passe pour Servanda',
      says: ['Quelqu’un a demandé un nouveau mot de passe pour le compte lié à cette adresse. Votre mot de passe n’a pas été modifié.'],
      act: { label: 'Choisir un nouveau mot de passe', link: 'link' },
      notes: ['Le lien fonctionne une seule fois, jusqu’au {until}. Choisir un nouveau mot de passe vous déconnecte de tous vos appareils.'],
      ifNotYou:
        'Si ce n’était pas vous, ne faites rien : sans le lien, rien ne change. Si ces lettres se répètent, prévenez le responsable de votre organisation.',
    },
    ar: {
      subject: 'اختيار كلمة مرور جديدة لحسابك في Servanda',
      says: ['طلب أحدهم كلمة مرور جديدة للحساب المرتبط بهذا العنوان. لم تتغير كلمة مرورك.'],
      act: { label: 'اختيار كلمة مرور جديدة', link: 'link' },
      notes: ['يعمل الرابط مرة واحدة حتى {until}. اختيار كلمة مرور جديدة يسجّل خروجك من كل الأجهزة.'],
      ifNotYou: 'إذا لم تكن أنت من طلب ذلك فلا تفعل شيئًا: لا يتغير شيء بدون الرابط. إذا تكررت هذه الرسائل فأبلغ مسؤول منظمتك.',
    },
  },
);
