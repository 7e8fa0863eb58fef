import { letter } from '../letter.ts';

const en = { factor: { totp: 'an authenticator app', passkey: 'a passkey', recovery: 'a set of recovery codes' } };
const fr = { factor: { totp: 'une application d’authentification', passkey: 'une clé d’accès', recovery: 'une série de codes de secours' } };
const ar = { factor: { totp: 'تطبيق مصادقة', passkey: 'مفتاح مرور', recovery: 'مجموعة رموز استرداد' } };

/** A second factor now also opens the account. The link leads to the page of factors. */
export const secondFactorAdded = letter(
  { factor: 'term', when: 'moment', link: 'link' },
  {
    en: {
      subject: 'A second factor was added to your account on Servanda',
      says: ['On {when} this was added to your account: {factor}.', 'If it was you, there is nothing to do.'],
      act: { label: 'See your second factors', link: 'link' },
      ifNotYou: 'If it was not you, remove it there, choose a new password, and tell the lead of your organisation.',
      terms: en,
    },
    fr: {
      subject: 'Un second facteur a été ajouté à votre compte Servanda',
      says: ['Le {when}, ceci a été ajouté à votre compte : {factor}.', 'Si c’était vous, il n’y a rien à faire.'],
      act: { label: 'Voir vos seconds facteurs', link: 'link' },
      ifNotYou: 'Si ce n’était pas vous, retirez-le, choisissez un nouveau mot de passe et prévenez le responsable de votre organisation.',
      terms: fr,
    },
    ar: {
      subject: 'أُضيف عامل ثانٍ إلى حسابك في Servanda',
      says: ['في {when} أُضيف إلى حسابك: {factor}.', 'إذا كنت أنت فلا حاجة إلى أي إجراء.'],
      act: { label: 'عرض عواملك الثانية', link: 'link' },
      ifNotYou: 'إذا لم تكن أنت فأزله، واختر كلمة مرور جديدة، وأبلغ مسؤول منظمتك.',
      terms: ar,
    },
  },
);

/** A second factor no longer opens the account. */
export const secondFactorRemoved = letter(
  { factor: 'term', when: 'moment', link: 'link' },
  {
    en: {
      subject: 'A second factor was removed from your account on Servanda',
      says: ['On {when} this was removed from your account: {factor}.', 'If it was you, there is nothing to do.'],
      act: { label: 'See your second factors', link: 'link' },
      ifNotYou: 'If it was not you, choose a new password now, set up a second factor again, and tell the lead of your organisation.',
      terms: en,
    },
    fr: {
      subject: 'Un second facteur a été retiré de votre compte Servanda',
      says: ['Le {when}, ceci a été retiré de votre compte : {factor}.', 'Si c’était vous, il n’y a rien à faire.'],
      act: { label: 'Voir vos seconds facteurs', link: 'link' },
      ifNotYou:
        'Si ce n’était pas vous, choisissez immédiatement un nouveau mot de passe, configurez de nouveau un second facteur et prévenez le responsable de votre organisation.',
      terms: fr,
    },
    ar: {
      subject: 'أُزيل عامل ثانٍ من حسابك في Servanda',
      says: ['في {when} أُزيل من حسابك: {factor}.', 'إذا كنت أنت فلا حاجة إلى أي إجراء.'],
      act: { label: 'عرض عواملك الثانية', link: 'link' },
      ifNotYou: 'إذا لم تكن أنت فاختر كلمة مرور جديدة الآن، وأعد إعداد عامل ثانٍ، وأبلغ مسؤول منظمتك.',
      terms: ar,
    },
  },
);
