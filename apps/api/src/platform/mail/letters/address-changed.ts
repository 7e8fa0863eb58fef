import { letter } from '../letter.ts';

/** To the old address, once the new one has taken its place. */
export const addressChanged = letter(
  { address: 'text', when: 'moment' },
  {
    en: {
      subject: 'Your address on Servanda was changed',
      says: ['On {when} the address of your account was changed to {address}. You sign in with the new one from now on; letters no longer come here.'],
      ifNotYou: 'If it was not you, somebody else has been in your account. Tell the lead of your organisation now: he or she can suspend the account.',
    },
    fr: {
      subject: 'Votre adresse sur Servanda a été modifiée',
      says: ['Le {when}, l’adresse de votre compte est devenue {address}. Vous vous connectez désormais avec la nouvelle ; les lettres n’arrivent plus ici.'],
      ifNotYou:
        'Si ce n’était pas vous, quelqu’un d’autre a eu accès à votre compte. Prévenez immédiatement le responsable de votre organisation : il peut suspendre le compte.',
    },
    ar: {
      subject: 'تم تغيير عنوانك في Servanda',
      says: ['في {when} أصبح عنوان حسابك {address}. سجّل الدخول بالعنوان الجديد من الآن؛ لن تصل الرسائل إلى هنا بعد اليوم.'],
      ifNotYou: 'إذا لم تكن أنت فقد دخل شخص آخر إلى حسابك. أبلغ مسؤول منظمتك الآن: يمكنه تعليق الحساب.',
    },
  },
);
