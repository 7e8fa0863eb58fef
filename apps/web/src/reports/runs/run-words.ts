import type { DocumentLanguage } from '@servanda/contract';
import i18next from 'i18next';

/** The name of a language, in the reader's own. */
export const languageName = (lang: DocumentLanguage): string => new Intl.DisplayNames([i18next.language], { type: 'language' }).of(lang) ?? lang;
