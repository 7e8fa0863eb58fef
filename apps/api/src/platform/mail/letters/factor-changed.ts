import { letter } from '../letter.ts';

export const factorChange = {
  totp_added: 'An authenticator was added.',
  totp_removed: 'The authenticator was removed.',
  passkey_added: 'A passkey was added.',
  passkey_removed: 'A passkey was removed.',
  recovery_codes_renewed: 'New recovery codes were made; the old ones are void.',
  recovery_code_used: 'Somebody signed in with one of your recovery codes.',
  single_sign_on_linked: 'Your account was linked to the sign-in of your organisation.',
  single_sign_on_unlinked: 'Your account is no longer linked to the sign-in of your organisation.',
} as const;
const french: Record<keyof typeof factorChange, string> = {
  totp_added: 'Une application d’authentification a été ajoutée.',
  totp_removed: 'L’application d’authentification a été retirée.',
  passkey_added: 'Une clé d’accès a été ajoutée.',
  passkey_removed: 'Une clé d’accès a été retirée.',
  recovery_codes_renewed: 'De nouveaux codes de secours ont été créés ; les anciens ne valent plus.',
  recovery_code_used: 'Quelqu’un s’est connecté avec l’un de vos codes de secours.',
  single_sign_on_linked: 'Votre compte a été relié à la connexion de votre organisation.',
  single_sign_on_unlinked: 'Votre compte n’est plus relié à la connexion de votre organisation.',
};
const arabic: Record<keyof typeof factorChange, string> = {
  totp_added: 'أُضيف تطبيق مصادقة.',
  totp_removed: 'أُزيل تطبيق المصادقة.',
  passkey_added: 'أُضيف مفتاح مرور.',
  passkey_removed: 'أُزيل مفتاح مرور.',
  recovery_codes_renewed: 'أُنشئت رموز استرداد جديدة، ولم تعد الرموز القديمة صالحة.',
  recovery_code_used: 'سجّل شخص الدخول بأحد رموز الاسترداد الخاصة بك.',
  single_sign_on_linked: 'رُبط حسابك بتسجيل الدخول الخاص بمنظمتك.',
  single_sign_on_unlinked: 'لم يعد حسابك مرتبطًا بتسجيل الدخول الخاص بمنظمتك.',
};

/** To the owner of an account whose second factors have changed: who did not do it learns of it here. */
export const factorChanged = letter(
  { change: 'term', at: 'moment', link: 'link' },
  {
    en: {
      subject: 'A change to how you sign in to Servanda',
      says: ['{change}', 'This happened at {at}.'],
      act: { label: 'Look at your account', link: 'link' },
      ifNotYou: 'If it was not you, sign in at once, end your other sessions, change your password, and tell the lead of your organisation.',
      terms: { change: factorChange },
    },
    fr: {
      subject: 'Un changement dans votre connexion à Servanda',
      says: ['{change}', 'Cela s’est produit le {at}.'],
      act: { label: 'Voir votre compte', link: 'link' },
      ifNotYou:
        'Si ce n’était pas vous, connectez-vous tout de suite, fermez vos autres sessions, changez votre mot de passe et prévenez le responsable de votre organisation.',
      terms: { change: french },
    },
    ar: {
      subject: 'تغيير في طريقة دخولك إلى Servanda',
      says: ['{change}', 'حدث ذلك في {at}.'],
      act: { label: 'عرض حسابك', link: 'link' },
      ifNotYou: 'إن لم تكن أنت من فعل ذلك، فسجّل الدخول فورًا، وأنهِ جلساتك الأخرى، وغيّر كلمة المرور، وأبلغ مسؤول منظمتك.',
      terms: { change: arabic },
    },
  },
);
