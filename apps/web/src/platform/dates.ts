import i18next from 'i18next';

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  // Western digits and the Gregorian calendar in Arabic too: legal dates are read beside English sources.
  const locale = i18next.language === 'en' ? 'en-GB' : `${i18next.language}-u-nu-latn-ca-gregory`;
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
};

/** In Arabic a date is kept whole beside a name in Latin letters, which would pull its figures apart; in French the first of a month is an ordinal. */
const whole = (words: string): string => {
  if (i18next.language === 'fr') return words.replace(/^1 (?=\p{L})/u, '1er ');
  return i18next.language === 'ar' ? `\u2068${words}\u2069` : words;
};

/** A calendar day as printed by a source, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in the reader's language. It has no zone. */
export function dayInWords(day: string): string {
  const parts = day.split('-').length;
  if (parts === 1) return day;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric', month: 'long', ...(parts === 3 ? { day: 'numeric' } : {}) };
  return whole(format(options).format(new Date(`${parts === 2 ? `${day}-01` : day}T00:00:00Z`)));
}

/** In Arabic the medium form is figures alone, which read as another order of day and month beside English dates; the long form names the month. */
const dated = (): 'long' | 'medium' => (i18next.language === 'ar' ? 'long' : 'medium');

/** A moment, in the reader's own zone. */
export const momentInWords = (moment: string): string => whole(format({ dateStyle: dated(), timeStyle: 'short' }).format(new Date(moment)));

/** The time of day of a moment, in the reader's own zone. */
export const timeInWords = (moment: string): string => format({ timeStyle: 'short' }).format(new Date(moment));

/** A moment as the day on which it fell for the reader. */
export const momentAsDay = (moment: string): string => whole(format({ dateStyle: dated() }).format(new Date(moment)));

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long before or after `now`, in the largest unit that fits: "3 days ago", "in 2 years". */
export function distanceInWords(moment: string, now = Date.now()): string {
  const seconds = (new Date(moment).getTime() - now) / 1000;
  const relative = new Intl.RelativeTimeFormat(i18next.language === 'ar' ? 'ar-u-nu-latn' : i18next.language, { numeric: 'auto' });
  for (const [unit, length] of units) if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  return relative.format(0, 'minute');
}
