import i18next from 'i18next';

/** The public pages, in the reader's language: made by the server, outside of this app. `place`: one of them, such as `/publications/…`. */
export const publicRecord = (place = ''): string => addressIn(`/public${place}`);

/** An address of the public pages in the reader's language; a place within the page stays. */
export function addressIn(path: string): string {
  const [page, anchor] = path.split('#');
  return i18next.language === 'en' ? path : `${page}?lang=${i18next.language}${anchor ? `#${anchor}` : ''}`;
}
