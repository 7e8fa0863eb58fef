import { useSyncExternalStore } from 'react';

export const languages = ['en', 'fr', 'ar'] as const;
export type Language = (typeof languages)[number];

const key = 'servanda:language';
const listeners = new Set<() => void>();
const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

const kept = (): Language | null => {
  try {
    const value = localStorage.getItem(key);
    return isLanguage(value) ? value : null;
  } catch {
    return null;
  }
};

let current: Language = kept() ?? navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';

export const language = (): Language => current;
/** In which direction a language of ours is read, or one of the six that reports are written in. */
export const directionOf = (tongue: string): 'ltr' | 'rtl' => (tongue === 'ar' ? 'rtl' : 'ltr');

/** Remembers the reader's language; `i18n.ts` loads its words first. */
export function keepLanguage(tongue: Language): void {
  current = tongue;
  try {
    localStorage.setItem(key, tongue);
  } catch {
    // Without a store the choice lasts as long as the page.
  }
  document.documentElement.lang = tongue;
  document.documentElement.dir = directionOf(tongue);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useLanguage = (): Language => useSyncExternalStore(subscribe, language);

/** For text that exists in English only (treaty words, titles, criteria), spread on its element. */
export const english = { lang: 'en', dir: 'ltr' } as const;
