// The frame of a letter: what it must be told, and its words in each language of the interface.

export type MailLocale = 'en' | 'fr' | 'ar';
/** `text`: as somebody wrote it · `term`: a code worded by `terms` · `moment`: ISO 8601, worded as day and time in UTC ·
 * `day`: `YYYY-MM-DD`, of no zone · `link`: an address of this instance. */
export type FactKind = 'text' | 'term' | 'moment' | 'day' | 'link';

/** The words of one language. `{name}` stands for a fact, escaped where it is put in; links have their own place. */
export interface Wording<F extends string> {
  subject: string;
  /** Paragraphs: what happened, exactly. */
  says: readonly string[];
  /** What to do now: the words on the link, and the fact that is the link. */
  act?: { label: string; link: F };
  /** Paragraphs after the link: how long it works, what else to know. */
  notes?: readonly string[];
  /** What to do if it was not you. Every letter says so. */
  ifNotYou: string;
  /** How codes are worded: `{ role: { lead: 'lead' } }`. */
  terms?: { [fact in F]?: Readonly<Record<string, string>> };
}

export interface Letter<K extends Record<string, FactKind> = Record<string, FactKind>> {
  facts: K;
  words: Record<MailLocale, Wording<Extract<keyof K, string>>>;
}

/** Describes a letter; the compiler holds `act.link` and `terms` to its facts, `letters.spec.ts` the placeholders. */
export const letter = <const K extends Record<string, FactKind>>(facts: K, words: Letter<K>['words']): Letter<K> => ({ facts, words });
