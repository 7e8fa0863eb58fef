import type { OrganisationKind } from '@servanda/contract';
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogueOf, type Words, withWordsOf } from './i18n.kinds.ts';
import { isolated } from './isolated.ts';
import { keepLanguage, type Language, language } from './settings.ts';

const shelves = import.meta.glob<Words>('./locales/*/*.json', { import: 'default' });

let spokenTo: OrganisationKind | null = null;
const none = () => Promise.resolve<Words>({});

/** Brings the words of one domain word in one language when a page first asks for them, as this kind of organisation says them; a language may lack a file. */
const shelf: BackendModule = {
  type: 'backend',
  init() {},
  read(tongue, namespace, done) {
    const words = shelves[`./locales/${tongue}/${namespace}.json`] ?? none;
    const own = shelves[`./locales/${tongue}/${catalogueOf(spokenTo)}.json`] ?? none;
    Promise.all([words(), own()]).then(
      ([common, ofKind]) => done(null, withWordsOf(common, ofKind[namespace])),
      (error: Error) => done(error, null),
    );
  },
};

/** Starts the catalogues in the reader's language. Arabic falls back to English, word by word, while it grows. */
export async function startWords(): Promise<void> {
  await i18next
    .use(shelf)
    .use(initReactI18next)
    .init({
      lng: language(),
      fallbackLng: { ar: ['en'] },
      // What the frame itself says; the rest comes with its page.
      ns: ['platform', 'people'],
      defaultNS: 'platform',
      // React escapes; what is put into a sentence is kept from turning it round.
      interpolation: { escapeValue: true, escape: (value) => isolated(value, i18next.language) },
    });
  // Western figures in Arabic too: they are read beside the numbers of articles.
  i18next.services.formatter?.add('number', (value, tongue) => new Intl.NumberFormat(tongue === 'ar' ? 'ar-u-nu-latn' : tongue).format(value));
  keepLanguage(language());
}

/** Several things named in one sentence: "a, b and c". */
export const listInWords = (items: readonly string[]): string => new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(items);

/** Changes the language of the interface, once its words are there. */
export async function speak(tongue: Language): Promise<void> {
  await i18next.changeLanguage(tongue);
  keepLanguage(tongue);
}

/** Speaks from now on as this kind of organisation does: a lead is a focal point of a government and a lead auditor of an NGO. */
export async function speakTo(kind: OrganisationKind | null): Promise<void> {
  if (catalogueOf(kind) === catalogueOf(spokenTo)) return;
  spokenTo = kind;
  await i18next.reloadResources();
  // What is on the screen is said anew.
  await i18next.changeLanguage(i18next.language);
}
