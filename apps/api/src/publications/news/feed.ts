// News as Atom feeds (RFC 4287). Made by the tagged template that escapes; what no XML may hold is taken out first.
import type { NewsFacts, NewsKind } from '@servanda/contract';
import { newsTitle } from '../../people/watching/news-words.ts';
import { html } from '../../platform/http/docs/markup.ts';
import { addressOf, type Edition } from '../portal/edition.ts';
import type { Made } from '../portal/kept-pages.ts';

export interface FeedEntry {
  kind: NewsKind;
  of: string;
  at: string;
  told: NewsFacts;
}
export interface Feed {
  title: string;
  /** Its own address, and that of the page that it is the news of. */
  path: string;
  page: string;
  entries: readonly FeedEntry[];
}
/** When nothing has happened yet, a feed still says since when it stands. */
const begun = '2026-11-27T00:00:00.000Z';

/** Characters that XML 1.0 has not; halves of pairs among them. */
const xml = (text: string) => text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');

/** The feed under its address, in one language. */
export function atomFeed(edition: Edition, { title, path, page, entries }: Feed, origin: string): Made {
  const { lang, words } = edition;
  const at = (path: string) => origin + addressOf(path, { lang: lang === 'en' ? null : lang });
  const updated = entries[0]?.at ?? begun;
  const entry = ({ kind, of, at: when, told }: FeedEntry) => html`<entry>
<id>urn:uuid:${of}</id>
<title>${xml(newsTitle(lang, { ...told, kind }))}</title>
<updated>${when}</updated>
<author><name>${xml(told.organisation)}</name></author>
<link rel="alternate" type="text/html" hreflang="${lang}" href="${at(told.path)}"/>
<category term="${kind}"/>
<summary>${kind === 'withdrawal' || kind === 'statement_withdrawal' ? words.feed.withdrawn : words.grades}</summary>
</entry>
`;
  const text = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${at(path)}</id>
<title>${xml(title)}</title>
<subtitle>${words.grades}</subtitle>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${at(path)}"/>
<link rel="alternate" type="text/html" href="${at(page)}"/>
<generator>Servanda</generator>
${entries.map(entry)}</feed>
`;
  return { status: 200, type: 'application/atom+xml; charset=utf-8', text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}`, modified: new Date(updated) };
}
