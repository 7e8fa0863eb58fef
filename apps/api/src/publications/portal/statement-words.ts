// The words of what organisations say to each other, in each language of the portal.
import type { DeclineGround, OpenRequest, Stand, StatementKind } from '@servanda/contract';
import type { Language } from './edition.ts';

/** A number of days, in the forms that the language has for it. */
type Days = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
interface StatementWords {
  replies: string;
  stand: Record<Stand, string>;
  /** A reply within a thread. */
  within: string;
  about: string;
  aboutWithdrawn: string;
  requests: string;
  requestsLead: string;
  asks: string;
  /** How a request stands: on the day itself, and after days. */
  standing: Record<OpenRequest['standing'], { sameDay: string; after: string }>;
  days: Days;
  answered: string;
  ground: Record<DeclineGround, string>;
  pieces: string;
  hash: string;
  /** What a withdrawn statement leaves; its reason follows. */
  gone: Record<StatementKind, string>;
  reply: string;
  ask: string;
  contestedLead: string;
  /** How many replies an element has. */
  replied: Days;
  /** A heading of the page of a State. */
  asked: string;
  askedBy: string;
  askedOf: string;
  element: string;
  how: string;
}

const en: StatementWords = {
  replies: 'Replies',
  stand: { agree: 'agrees and will revise', disagree: 'disagrees', evidence_asked: 'asks for evidence' },
  within: 'in reply to {who}',
  about: 'on release {number} of {who}',
  aboutWithdrawn: 'That release was withdrawn since.',
  requests: 'Asked to show evidence',
  requestsLead: 'The days are counted in the open, from the request to the first answer.',
  asks: '{who} asks {whom} to show evidence',
  standing: {
    shown: { sameDay: 'Evidence shown on the day it was asked for', after: 'Evidence shown; first answer after {days}' },
    declined: { sameDay: 'Declined, with a ground, on the day it was asked', after: 'Declined, with a ground, after {days}' },
    silent: { sameDay: 'No answer yet; asked today', after: 'No answer for {days}' },
    withdrawn: { sameDay: 'Withdrawn by who asked, on the same day', after: 'Withdrawn by who asked, unanswered, after {days}' },
  },
  days: { one: '1 day', other: '{n} days' },
  answered: '{who} answers',
  ground: {
    law_forbids: 'The law forbids showing it.',
    protects_somebody: 'Showing it could harm or identify somebody.',
    proceedings_pending: 'Proceedings are pending.',
    not_held: 'It holds no such evidence.',
    other: 'Another ground, stated below.',
  },
  pieces: 'Pieces of release {number} that answer',
  hash: 'JSON, the hashed bytes',
  gone: {
    reply: 'withdrew this reply on {day}. Reason given:',
    request: 'withdrew this request for evidence on {day}. Reason given:',
    answer: 'withdrew this answer on {day}. Reason given:',
  },
  reply: 'Reply as an organisation',
  ask: 'Ask it to show evidence',
  contestedLead: 'For organisations, after signing in',
  replied: { one: '1 reply', other: '{n} replies' },
  asked: 'Evidence that organisations asked each other for',
  askedBy: 'Asked by',
  askedOf: 'Asked of',
  element: 'On',
  how: 'How it stands',
};
const fr: StatementWords = {
  replies: 'Réponses',
  stand: { agree: 'est d’accord et révisera', disagree: 'n’est pas d’accord', evidence_asked: 'demande des preuves' },
  within: 'en réponse à {who}',
  about: 'sur la publication {number} de {who}',
  aboutWithdrawn: 'Cette publication a été retirée depuis.',
  requests: 'Preuves demandées',
  requestsLead: 'Les jours sont comptés publiquement, de la demande à la première réponse.',
  asks: '{who} demande à {whom} de montrer des preuves',
  standing: {
    shown: { sameDay: 'Preuves montrées le jour même', after: 'Preuves montrées ; première réponse après {days}' },
    declined: { sameDay: 'Refus motivé le jour même', after: 'Refus motivé après {days}' },
    silent: { sameDay: 'Pas encore de réponse ; demandé aujourd’hui', after: 'Pas de réponse depuis {days}' },
    withdrawn: { sameDay: 'Retirée par qui l’a faite, le jour même', after: 'Retirée par qui l’a faite, sans réponse, après {days}' },
  },
  days: { one: '{n} jour', other: '{n} jours' },
  answered: '{who} répond',
  ground: {
    law_forbids: 'La loi interdit de les montrer.',
    protects_somebody: 'Les montrer pourrait nuire à quelqu’un ou l’identifier.',
    proceedings_pending: 'Une procédure est en cours.',
    not_held: 'L’organisation ne détient pas de telles preuves.',
    other: 'Un autre motif, exposé ci-dessous.',
  },
  pieces: 'Pièces de la publication {number} qui répondent',
  hash: 'JSON, les octets hachés',
  gone: {
    reply: 'a retiré cette réponse le {day}. Motif donné :',
    request: 'a retiré cette demande de preuves le {day}. Motif donné :',
    answer: 'a retiré cette réponse le {day}. Motif donné :',
  },
  reply: 'Répondre au nom d’une organisation',
  ask: 'Lui demander de montrer des preuves',
  contestedLead: 'Pour les organisations, après connexion',
  replied: { one: '{n} réponse', other: '{n} réponses' },
  asked: 'Preuves que les organisations se sont demandées',
  askedBy: 'Demandé par',
  askedOf: 'Demandé à',
  element: 'Sur',
  how: 'État',
};
const ar: StatementWords = {
  replies: 'الردود',
  stand: { agree: 'توافق وستنقّح', disagree: 'لا توافق', evidence_asked: 'تطلب أدلة' },
  within: 'ردًّا على {who}',
  about: 'بشأن الإصدار {number} من {who}',
  aboutWithdrawn: 'سُحب ذلك الإصدار بعد ذلك.',
  requests: 'طلبات إظهار الأدلة',
  requestsLead: 'تُحسب الأيام علنًا، من الطلب إلى أول جواب.',
  asks: '{who} تطلب من {whom} إظهار أدلة',
  standing: {
    shown: { sameDay: 'أُظهرت الأدلة في اليوم نفسه', after: 'أُظهرت الأدلة؛ أول جواب بعد {days}' },
    declined: { sameDay: 'رُفض الطلب بسبب مذكور في اليوم نفسه', after: 'رُفض الطلب بسبب مذكور بعد {days}' },
    silent: { sameDay: 'لا جواب بعد؛ طُلب اليوم', after: 'لا جواب منذ {days}' },
    withdrawn: { sameDay: 'سحبه الطالب في اليوم نفسه', after: 'سحبه الطالب دون جواب بعد {days}' },
  },
  days: { one: 'يوم واحد', two: 'يومين', few: '{n} أيام', many: '{n} يومًا', other: '{n} يوم' },
  answered: '{who} تجيب',
  ground: {
    law_forbids: 'القانون يمنع إظهارها.',
    protects_somebody: 'قد يضر إظهارها بشخص أو يكشف هويته.',
    proceedings_pending: 'هناك إجراءات قضائية جارية.',
    not_held: 'ليست لديها مثل هذه الأدلة.',
    other: 'سبب آخر مذكور أدناه.',
  },
  pieces: 'وثائق الإصدار {number} التي تجيب',
  hash: 'JSON، البايتات المُجزَّأة',
  gone: {
    reply: 'سحبت هذا الرد في {day}. السبب المذكور:',
    request: 'سحبت طلب الأدلة هذا في {day}. السبب المذكور:',
    answer: 'سحبت هذا الجواب في {day}. السبب المذكور:',
  },
  reply: 'الرد باسم منظمة',
  ask: 'طلب إظهار الأدلة منها',
  contestedLead: 'للمنظمات، بعد تسجيل الدخول',
  replied: { one: 'ردّ واحد', two: 'ردّان', few: '{n} ردود', many: '{n} ردًّا', other: '{n} ردّ' },
  asked: 'أدلة طلبتها المنظمات بعضها من بعض',
  askedBy: 'الطالب',
  askedOf: 'المطلوب منه',
  element: 'بشأن',
  how: 'الحالة',
};
export const statementWords: Record<Language, StatementWords> = { en, fr, ar };

/** A number of things, in the form that the language has for it. */
export const counted = (lang: Language, forms: Days, n: number): string =>
  (forms[new Intl.PluralRules(lang).select(n)] ?? forms.other).replace('{n}', String(n));
/** How a request stands, in words. */
export function standingWords(lang: Language, { standing, days }: Pick<OpenRequest, 'standing' | 'days'>): string {
  const { standing: told, days: forms } = statementWords[lang];
  return days === 0 ? told[standing].sameDay : told[standing].after.replace('{days}', counted(lang, forms, days));
}
