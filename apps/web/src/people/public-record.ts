import i18next from 'i18next';

/** The public pages, in the reader's language: made by the server, outside of this app. `place`: one of them, such as `/publications/…`. */
export const publicRecord = (place = ''): string => `/public${place}${i18next.language === 'en' ? '' : `?lang=${i18next.language}`}`;
