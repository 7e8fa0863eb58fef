import { useLanguage } from '../platform/settings.ts';

/** Languages that documents of States are most often written in; any other code that a piece carries is added where it is shown. */
const offered = [
  'ar',
  'bg',
  'bn',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'hy',
  'id',
  'is',
  'it',
  'ja',
  'ka',
  'kk',
  'km',
  'ko',
  'lo',
  'lt',
  'lv',
  'mk',
  'mn',
  'ms',
  'my',
  'ne',
  'nl',
  'no',
  'pl',
  'ps',
  'pt',
  'ro',
  'ru',
  'si',
  'sk',
  'sl',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'tg',
  'th',
  'tr',
  'uk',
  'ur',
  'uz',
  'vi',
  'zh',
];

/** The name of a language by its code, in the reader's language. */
export function useLanguageNames() {
  const tongue = useLanguage();
  const names = new Intl.DisplayNames(tongue, { type: 'language', fallback: 'code' });
  const nameOf = (code: string) => names.of(code) ?? code;
  /** All on offer and `also`, by name. */
  const choices = (also?: string) =>
    [...new Set(also ? [...offered, also] : offered)].map((value) => ({ value, label: nameOf(value) })).sort((a, b) => a.label.localeCompare(b.label, tongue));
  return { nameOf, choices };
}
