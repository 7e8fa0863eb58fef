import i18next from 'i18next';

/** The public pages, in the reader's language: made by the server, outside of this app. */
export const publicRecord = (): string => (i18next.language === 'en' ? '/public' : `/public?lang=${i18next.language}`);
