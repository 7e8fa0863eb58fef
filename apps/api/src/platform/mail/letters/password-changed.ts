import { letter } from '../letter.ts';

/** To the person whose password was changed; the link leads to the page that resets it. */
export const passwordChanged = letter(
  { when: 'moment', link: 'link' },
  {
    en: {
      subject: 'Your password for Servanda was changed',
      says: ['The password of your account was changed on {when}. All other devices were signed out.', 'If it was you, there is nothing to do.'],
      act: { label: 'Reset the password', link: 'link' },
      ifNotYou: 'If it was not you, reset the password at once and tell the lead of your organisation: somebody else has been in your account.',
    },
    fr: {
      subject: 'Votre mot de passe Servanda a été modifié',
      says: [
        'Le mot de passe de votre compte a été modifié le {when}. Tous les autres appareils ont été déconnectés.',
        'Si c’était vous, il n’y a rien à faire.',
      ],
      act: { label: 'Réinitialiser le mot de passe', link: 'link' },
      ifNotYou:
        'Si ce n’était pas vous, réinitialisez le mot de passe immédiatement et prévenez le responsable de votre organisation : quelqu’un d’autre a eu accès à votre compte.',
    },
    ar: {
      subject: 'تم تغيير كلمة مرورك في Servanda',
      says: ['تم تغيير كلمة مرور حسابك في {when}، وسُجّل خروج كل الأجهزة الأخرى.', 'إذا كنت أنت من فعل ذلك فلا حاجة إلى أي إجراء.'],
      act: { label: 'إعادة تعيين كلمة المرور', link: 'link' },
      ifNotYou: 'إذا لم تكن أنت فأعد تعيين كلمة المرور فورًا وأبلغ مسؤول منظمتك: فقد دخل شخص آخر إلى حسابك.',
    },
  },
);
