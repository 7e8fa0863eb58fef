// How news are told outside of the web app, in letters and feeds: one line each.
import { findElement } from '@servanda/catalogue';
import type { NewsFacts, NewsKind } from '@servanda/contract';
import type { MailLocale } from '../../platform/mail/letter.ts';

type Sentence = (told: { organisation: string; state: string; number: string; element: string; to: string }) => string;
interface NewsWords {
  kinds: Record<NewsKind, Sentence>;
  /** Headline of several. */
  several: (n: number) => string;
  /** Those that a letter does not name. */
  more: (n: number) => string;
}

const words: Record<MailLocale, NewsWords> = {
  en: {
    kinds: {
      release: ({ organisation, number, state }) => `${organisation} published release ${number} on ${state}`,
      erratum: ({ organisation, number, state }) => `${organisation} published release ${number} on ${state}, an erratum`,
      withdrawal: ({ organisation, number, state }) => `${organisation} withdrew release ${number} on ${state}`,
      reply: ({ organisation, to, element, state }) => `${organisation} replied to ${to} on ${element}, ${state}`,
      request: ({ organisation, to, element, state }) => `${organisation} asks ${to} for evidence on ${element}, ${state}`,
      answer: ({ organisation, element, state }) => `${organisation} answered a request for evidence on ${element}, ${state}`,
      statement_withdrawal: ({ organisation, element, state }) => `${organisation} withdrew what it had said on ${element}, ${state}`,
    },
    several: (n) => `News of what you follow (${n})`,
    more: (n) => `${n} more in your news`,
  },
  fr: {
    kinds: {
      release: ({ organisation, number, state }) => `${organisation} a publié la version ${number} sur ${state}`,
      erratum: ({ organisation, number, state }) => `${organisation} a publié la version ${number} sur ${state}, un erratum`,
      withdrawal: ({ organisation, number, state }) => `${organisation} a retiré la version ${number} sur ${state}`,
      reply: ({ organisation, to, element, state }) => `${organisation} a répondu à ${to} sur ${element}, ${state}`,
      request: ({ organisation, to, element, state }) => `${organisation} demande à ${to} des preuves sur ${element}, ${state}`,
      answer: ({ organisation, element, state }) => `${organisation} a répondu à une demande de preuves sur ${element}, ${state}`,
      statement_withdrawal: ({ organisation, element, state }) => `${organisation} a retiré ce qu’elle avait dit sur ${element}, ${state}`,
    },
    several: (n) => `Nouvelles de ce que vous suivez (${n})`,
    more: (n) => `${n} de plus dans vos nouvelles`,
  },
  ar: {
    kinds: {
      release: ({ organisation, number, state }) => `نشرت ${organisation} الإصدار ${number} بشأن ${state}`,
      erratum: ({ organisation, number, state }) => `نشرت ${organisation} الإصدار ${number} بشأن ${state}، وهو تصويب`,
      withdrawal: ({ organisation, number, state }) => `سحبت ${organisation} الإصدار ${number} بشأن ${state}`,
      reply: ({ organisation, to, element, state }) => `ردّت ${organisation} على ${to} بشأن ${element}، ${state}`,
      request: ({ organisation, to, element, state }) => `تطلب ${organisation} من ${to} أدلة بشأن ${element}، ${state}`,
      answer: ({ organisation, element, state }) => `أجابت ${organisation} عن طلب أدلة بشأن ${element}، ${state}`,
      statement_withdrawal: ({ organisation, element, state }) => `سحبت ${organisation} ما قالته بشأن ${element}، ${state}`,
    },
    several: (n) => `أخبار ما تتابعه (${n})`,
    more: (n) => `${n} أخرى في أخبارك`,
  },
};

/** A name in its own direction, where the sentence runs from right to left. */
const apart = (locale: MailLocale, text: string) => (locale === 'ar' ? `\u2068${text}\u2069` : text);

/** One piece of news in a line. */
export function newsTitle(locale: MailLocale, { kind, ...facts }: Omit<NewsFacts, 'path' | 'dossierKind'> & { kind: NewsKind }): string {
  const put = (text: string | number | null) => apart(locale, String(text ?? ''));
  return words[locale].kinds[kind]({
    organisation: put(facts.organisation),
    state: put(facts.stateName),
    number: put(facts.number),
    element: put(facts.element && (findElement(facts.element)?.citation ?? facts.element)),
    to: put(facts.to),
  });
}
export const severalNews = (locale: MailLocale, n: number): string => words[locale].several(n);
export const moreNews = (locale: MailLocale, n: number): string => words[locale].more(n);
