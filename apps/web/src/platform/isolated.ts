const leftToRight = /\p{Script=Latin}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * A fact that is put into a sentence, kept whole where its letters run against the sentence: without it "Desk officer, cybercrime" followed by
 * an Arabic comma, or a sum beside a note in English, would be torn apart.
 */
export const isolated = (value: string, tongue: string): string =>
  (tongue.startsWith('ar') ? leftToRight : rightToLeft).test(value) && !/^\u2068[^\u2069]*\u2069$/.test(value) ? `\u2068${value}\u2069` : value;
