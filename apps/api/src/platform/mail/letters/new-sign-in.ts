import { letter } from '../letter.ts';

/** After a sign-in from a device that the account has not used before; the link leads to the list of sessions. */
export const newSignIn = letter(
  { when: 'moment', device: 'text', link: 'link' },
  {
    en: {
      subject: 'New sign-in to Servanda',
      says: ['Your account was used on {when} from a device it had not been used on before: {device}.', 'If it was you, there is nothing to do.'],
      act: { label: 'See your sessions', link: 'link' },
      ifNotYou: 'If it was not you, end that session there, choose a new password, and tell the lead of your organisation.',
    },
    fr: {
      subject: 'Nouvelle connexion à Servanda',
      says: ['Votre compte a été utilisé le {when} depuis un appareil jusqu’alors inconnu : {device}.', 'Si c’était vous, il n’y a rien à faire.'],
      act: { label: 'Voir vos sessions', link: 'link' },
      ifNotYou: 'Si ce n’était pas vous, fermez cette session, choisissez un nouveau mot de passe et prévenez le responsable de votre organisation.',
    },
    ar: {
      subject: 'تسجيل دخول جديد إلى Servanda',
      says: ['استُخدم حسابك في {when} من جهاز لم يُستخدم من قبل: {device}.', 'إذا كنت أنت فلا حاجة إلى أي إجراء.'],
      act: { label: 'عرض جلساتك', link: 'link' },
      ifNotYou: 'إذا لم تكن أنت فأنهِ تلك الجلسة، واختر كلمة مرور جديدة، وأبلغ مسؤول منظمتك.',
    },
  },
);
