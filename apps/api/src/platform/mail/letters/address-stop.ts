import { letter } from '../letter.ts';

/** To the present address of an account for which another was asked; the link stops or undoes it. */
export const addressStop = letter(
  { name: 'text', email: 'text', link: 'link', until: 'moment' },
  {
    en: {
      subject: 'Another address was asked for your account on Servanda',
      says: [
        'In the account of {name} on Servanda somebody has asked to use the address {email} instead of this one. It will be used once it is confirmed from there.',
        'If it was you, there is nothing to do here.',
      ],
      act: { label: 'It was not me: keep this address', link: 'link' },
      notes: ['The link works once, until {until}, also after the change. It keeps or brings back this address and ends every session of the account.'],
      ifNotYou: 'If it was not you, use the link, then set a new password, and tell the lead of your organisation.',
    },
    fr: {
      subject: 'Une autre adresse a été demandée pour votre compte sur Servanda',
      says: [
        'Dans le compte de {name} sur Servanda, quelqu’un a demandé d’utiliser l’adresse {email} à la place de celle-ci. Elle sera en usage dès qu’elle aura été confirmée.',
        'Si c’était vous, il n’y a rien à faire ici.',
      ],
      act: { label: 'Ce n’était pas moi : garder cette adresse', link: 'link' },
      notes: [
        'Le lien fonctionne une seule fois, jusqu’au {until}, même après le changement. Il garde ou rétablit cette adresse et met fin à toutes les sessions du compte.',
      ],
      ifNotYou: 'Si ce n’était pas vous, suivez le lien, choisissez ensuite un nouveau mot de passe et prévenez le responsable de votre organisation.',
    },
    ar: {
      subject: 'طُلب عنوان آخر لحسابك على Servanda',
      says: [
        'طلب شخص ما في حساب {name} على Servanda استعمال العنوان {email} بدلًا من هذا العنوان. وسيُستعمل متى أُكّد من هناك.',
        'إذا كنت أنت من طلب ذلك فليس عليك أن تفعل شيئًا هنا.',
      ],
      act: { label: 'لست أنا: إبقاء هذا العنوان', link: 'link' },
      notes: ['يعمل الرابط مرة واحدة حتى {until}، وبعد التغيير أيضًا. وهو يُبقي هذا العنوان أو يعيده وينهي كل جلسات الحساب.'],
      ifNotYou: 'إذا لم تكن أنت فاستعمل الرابط ثم عيّن كلمة مرور جديدة وأخبر مسؤول منظمتك.',
    },
  },
);
