// The frame of every public page: head, places, language, what these pages are and are not.
import { dataBlock, html, type Markup } from '../../platform/http/docs/markup.ts';
import { elementsAddress, statesComparedAddress } from '../comparisons/addresses.ts';
import { wordsIn } from '../comparisons/words.ts';
import { addressOf, type Edition, editions, ownNames, type Query } from './edition.ts';
import { styleAddress } from './style.ts';

/** A page before it is framed. */
export interface Page {
  status: 200 | 400 | 404 | 410 | 503;
  title: string;
  description: string;
  path: string;
  /** What of the query makes it another page. */
  query?: Query;
  body: Markup;
  /** Address of its news as a feed, and where in the app they can be followed. */
  news?: { feed: string; follow: string };
  /** JSON-LD. */
  facts?: unknown;
}

const ogLocales = { en: 'en_GB', fr: 'fr_FR', ar: 'ar' };
/** The page as bytes to be. */
export function framed(edition: Edition, page: Page, origin: string): string {
  const { words, lang, dir, to } = edition;
  const found = page.status === 200;
  const at = (language: string | null) => origin + addressOf(page.path, { ...page.query, lang: language === 'en' ? null : language });
  const head = found
    ? html`<link rel="canonical" href="${at(lang)}">${editions.map((one) => html`<link rel="alternate" hreflang="${one}" href="${at(one)}">`)}<link rel="alternate" hreflang="x-default" href="${at(null)}">
<meta property="og:type" content="website"><meta property="og:site_name" content="${words.name}"><meta property="og:title" content="${page.title}"><meta property="og:description" content="${page.description}"><meta property="og:url" content="${at(lang)}"><meta property="og:locale" content="${ogLocales[lang]}"><meta name="twitter:card" content="summary">`
    : html`<meta name="robots" content="noindex">`;
  const { news } = page;
  const feed = news ? html`<link rel="alternate" type="application/atom+xml" title="${words.feed.link}" href="${to(news.feed)}">` : null;
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${page.title} – ${words.name}</title><meta name="description" content="${page.description}">
${head}
${feed}<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${styleAddress}">${page.facts ? dataBlock(page.facts) : null}</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top"><div class="wrap">
<a class="wordmark" href="${to('/public')}">${words.name} <span>${words.portal}</span></a>
<nav aria-label="${words.places}"><a href="${to('/public')}">${words.states}</a><a href="${to(statesComparedAddress)}">${wordsIn(edition).nav.states}</a><a href="${to(elementsAddress)}">${wordsIn(edition).nav.elements}</a><a href="/sign-in">${words.signIn}</a></nav>
<nav class="tongues" aria-label="${words.language}">${editions.map((one) => html`<a href="${addressOf(page.path, { ...page.query, lang: one === 'en' ? null : one })}" lang="${one}" hreflang="${one}"${one === lang ? html` aria-current="true"` : null}>${ownNames[one]}</a>`)}</nav>
</div></header>
<main id="main" class="wrap">
${page.body}
${news ? html`<p class="news small"><span class="soft">${words.feed.lead}</span> <a href="${to(news.feed)}" type="application/atom+xml">${words.feed.link}</a> · <a href="${news.follow}" rel="nofollow">${words.feed.follow}</a></p>` : null}
</main>
<footer class="wrap"><p>${words.grades} ${words.unranked}</p><p>${words.facts} <a href="/api/docs">${words.data}</a></p><p><a href="/help">${words.help}</a></p></footer>
</body>
</html>
`.toString();
}

/** A page that is not there, was taken back, or cannot be read now. */
export function missingPage({ words, to }: Edition, path: string): Page {
  const { title, lead, back } = words.missing;
  return { status: 404, title, description: lead, path, body: html`<h1>${title}</h1><p class="lead">${lead}</p><p><a href="${to('/public')}">${back}</a></p>` };
}
export function awayPage({ words }: Edition, path: string): Page {
  const { title, lead } = words.away;
  return { status: 503, title, description: lead, path, body: html`<h1>${title}</h1><p class="lead">${lead}</p>` };
}
