import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keepLanguage, type Language, language } from './settings.ts';

/** Words of one language, by namespace. */
type Words = Record<string, Record<string, unknown>>;

const shelves: Record<Language, () => Promise<{ words: Words }>> = {
  en: () => import('./locales/en.ts'),
  fr: () => import('./locales/fr.ts'),
  ar: () => import('./locales/ar.ts'),
};

async function load(tongue: Language): Promise<void> {
  const { words } = await shelves[tongue]();
  for (const [namespace, entries] of Object.entries(words)) i18next.addResourceBundle(tongue, namespace, entries, true, true);
}

/** Starts the catalogues in the reader's language. Arabic may fall back to English, word by word, while it grows. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language(),
    fallbackLng: 'en',
    ns: [],
    defaultNS: 'platform',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: 'languageChanged' },
  });
  // Western figures in Arabic too: they are read beside the numbers of articles.
  i18next.services.formatter?.add('number', (value, tongue) => new Intl.NumberFormat(tongue === 'ar' ? 'ar-u-nu-latn' : tongue).format(value));
  await Promise.all([load(language()), language() === 'ar' ? load('en') : null]);
  keepLanguage(language());
}

/** Changes the language of the interface, once its words are there. */
export async function speak(tongue: Language): Promise<void> {
  await Promise.all([load(tongue), tongue === 'ar' ? load('en') : null]);
  keepLanguage(tongue);
  await i18next.changeLanguage(tongue);
}
