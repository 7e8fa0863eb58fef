// Filters that stand in the address: a form that is sent by GET, without scripts.
import { catalogue } from '@servanda/catalogue';
import type { Lane } from '@servanda/contract';
import { type Show, shows } from '../../gaps/contest.rules.ts';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Edition } from './edition.ts';

interface Chosen {
  show: Show;
  /** Lane and article, where they may be chosen. */
  fields: { lane: Lane | null; article: number | null } | null;
}
const articles = [...new Set(catalogue.obligations.map(({ article }) => article))];

const option = (value: string | number, word: string, isChosen: boolean): Markup =>
  html`<option value="${value}"${isChosen ? html` selected` : null}>${word}</option>`;

export function showForm({ words, lang }: Edition, path: string, { show, fields }: Chosen): Markup {
  const { compare: w } = words;
  const lane =
    fields &&
    html`<label><span>${words.coverage.lane}</span><select name="lane">${option('', words.compare.bothLanes, fields.lane === null)}${option('law', words.laneOf.law, fields.lane === 'law')}${option('practice', words.laneOf.practice, fields.lane === 'practice')}</select></label>`;
  const article =
    fields &&
    html`<label><span>${w.article}</span><select name="article">${option('', w.allArticles, fields.article === null)}${articles.map((one) => option(one, `${w.article} ${one}`, one === fields.article))}</select></label>`;
  return html`<form class="find" action="${path}">${lang === 'en' ? null : html`<input type="hidden" name="lang" value="${lang}">`}
<label><span>${w.show}</span><select name="show">${shows.map((one) => option(one, words.show[one], one === show))}</select></label>${lane}${article}<button>${w.apply}</button></form>`;
}
