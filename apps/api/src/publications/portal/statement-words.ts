// The words of what organisations say to each other, in each language of the portal.
import type { DeclineGround, Stand } from '@servanda/contract';
import type { Language } from './edition.ts';

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
  shown: string;
  declined: string;
  silent: string;
  answered: string;
  ground: Record<DeclineGround, string>;
  pieces: string;
  hash: string;
  reply: string;
  ask: string;
  contestedLead: string;
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
  shown: 'Evidence shown. First answer after days: {days}',
  declined: 'Declined. First answer after days: {days}',
  silent: 'No answer so far. Days since it was asked: {days}',
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
  reply: 'Reply as an organisation',
  ask: 'Ask it to show evidence',
  contestedLead: 'For organisations, after signing in',
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
  shown: 'Preuves montrées. Jours jusqu’à la première réponse : {days}',
  declined: 'Refus motivé. Jours jusqu’à la première réponse : {days}',
  silent: 'Pas de réponse à ce jour. Jours depuis la demande : {days}',
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
  reply: 'Répondre au nom d’une organisation',
  ask: 'Lui demander de montrer des preuves',
  contestedLead: 'Pour les organisations, après connexion',
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
  shown: 'أُظهرت الأدلة. الأيام حتى أول جواب: {days}',
  declined: 'رُفض الطلب بسبب مذكور. الأيام حتى أول جواب: {days}',
  silent: 'لا جواب حتى الآن. الأيام منذ الطلب: {days}',
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
  reply: 'الرد باسم منظمة',
  ask: 'طلب إظهار الأدلة منها',
  contestedLead: 'للمنظمات، بعد تسجيل الدخول',
};
export const statementWords: Record<Language, StatementWords> = { en, fr, ar };
