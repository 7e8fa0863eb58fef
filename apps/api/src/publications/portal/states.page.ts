import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { feedAddress } from './addresses.ts';
import type { Edition } from './edition.ts';
import type { Page } from './frame.ts';
import type { Listed } from './portal.queries.ts';

export interface ListQuery {
  q: string;
  published: boolean;
  page: number;
}
const perPage = 50;
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every State with how many dossiers are published about it. */
export function statesPage(edition: Edition, states: readonly Listed[], { q, published, page }: ListQuery): Page {
  const { words, fill, to } = edition;
  const found = states.filter((state) => (!published || state.published > 0) && (folded(state.name).includes(folded(q)) || state.iso3 === q.toUpperCase()));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const at = Math.min(page, pages);
  const query = { q, published: published ? 1 : null };
  const none = html`<p class="none">${words.list.none} <a href="${to('/public')}">${words.list.all}</a></p>`;
  const body = html`<p class="kicker">${words.treatyName}</p><h1>${words.list.title}</h1>
<p class="lead">${words.list.lead}</p>
<form class="find" action="/public" role="search">${edition.lang === 'en' ? null : html`<input type="hidden" name="lang" value="${edition.lang}">`}
<label class="grow"><span>${words.list.find}</span><input type="search" name="q" value="${q}" maxlength="80" autocomplete="off"></label>
<label class="tick"><input type="checkbox" name="published" value="1"${published ? html` checked` : null}>${words.list.only}</label>
<button>${words.list.search}</button></form>
<p class="soft" id="shown">${fill(words.list.shown, { total: found.length })}</p>
${found.length ? table(edition, found.slice((at - 1) * perPage, at * perPage)) : none}
${pages > 1 ? pager(edition, at, pages, query) : null}`;
  return {
    status: 200,
    title: words.list.title,
    description: words.list.description,
    path: '/public',
    query: { ...query, page: at > 1 ? at : null },
    news: { feed: feedAddress('/public'), follow: '/states' },
    body,
  };
}

function table({ words, day, to }: Edition, states: readonly Listed[]): Markup {
  const rows = states.map(
    (state) =>
      html`<tr><th scope="row"><a href="${to(`/public/states/${state.iso3}`)}"><span lang="en">${state.name}</span></a>${state.isInvented ? html`<small>${words.invented}</small>` : null}</th><td>${words.bound[state.type ?? 'signatory']}${state.depositedOn ? html`<small>${day(state.depositedOn)}</small>` : null}</td><td class="roomy">${state.entryIntoForceOn ? day(state.entryIntoForceOn) : '–'}</td><td class="roomy">${state.initialReportDueOn ? day(state.initialReportDueOn) : '–'}</td><td class="figure">${state.published || html`<span class="soft">0</span>`}</td></tr>`,
  );
  const { list } = words;
  return html`<table class="list" aria-describedby="shown"><caption class="vh">${list.title}</caption><thead><tr><th scope="col">${list.state}</th><th scope="col">${list.bound}</th><th scope="col" class="roomy">${list.since}</th><th scope="col" class="roomy">${list.report}</th><th scope="col" class="figure">${list.published}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function pager({ words, fill, to }: Edition, at: number, pages: number, query: Record<string, string | number | null>): Markup {
  const link = (page: number, rel: 'prev' | 'next', word: string) =>
    html`<a rel="${rel}" href="${to('/public', { ...query, page: page > 1 ? page : null })}">${word}</a>`;
  return html`<nav class="pager" aria-label="${words.list.pages}">${at > 1 ? link(at - 1, 'prev', words.list.previous) : html`<span></span>`}<span>${fill(words.list.page, { page: at, pages })}</span>${at < pages ? link(at + 1, 'next', words.list.next) : html`<span></span>`}</nav>`;
}
