import type { FactsOf, LetterName } from '../../platform/mail/letters.ts';
import { type ComposedMail, composeMail } from '../../platform/mail/queue-mail.ts';

export type Tongue = 'en' | 'fr' | 'ar';

/** One letter in every language, for a definer function that alone knows the person's own. */
export const inEveryLanguage = <N extends LetterName>(to: string, letter: N, facts: FactsOf<N>): Record<Tongue, ComposedMail> => ({
  en: composeMail({ to, letter, facts, locale: 'en' }),
  fr: composeMail({ to, letter, facts, locale: 'fr' }),
  ar: composeMail({ to, letter, facts, locale: 'ar' }),
});
