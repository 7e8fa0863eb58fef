// One element across all States with a published dossier, as chart and table, filtered by verdict: practice to learn from.
import { findObligation } from '@servanda/catalogue';
import { type ComparedPosition, type ElementCompared, LawKey, mostDossiersCompared, PracticeKey } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { elementAnchor, releaseAddress, stateAddress } from '../portal/addresses.ts';
import type { Edition } from '../portal/edition.ts';
import type { Page } from '../portal/frame.ts';
import { own } from '../portal/marks.ts';
import { given } from '../portal/partners.ts';
import { dataOfElement, elementAddress, elementsAddress } from './addresses.ts';
import type { ComparisonAsked } from './asked.ts';
import { kindField } from './elements.page.ts';
import { downloads, elements, laneCell, option, releaseWords, tongue } from './parts.ts';
import { verdictChart } from './verdict-chart.ts';
import { wordsIn } from './words.ts';

type Asked = Pick<ComparisonAsked, 'law' | 'practice' | 'kind'> & { page: number };

export function elementPage(edition: Edition, compared: ElementCompared, { law, practice, kind, page }: Asked): Page {
  const { words, fill, to } = edition;
  const w = wordsIn(edition);
  const { element, counts, items, total } = compared;
  const all = Object.values(counts.law).reduce((sum, n) => sum + n, 0);
  const text = findObligation(element.obligation)?.text ?? '';
  const asked = { law, practice, kind };
  const select = (name: 'law' | 'practice', label: string, keys: readonly string[], chosen: string | null, of: Record<string, string>) =>
    html`<label><span>${label}</span><select name="${name}">${option('', w.one.any, chosen === null)}${keys.map((key) => option(key, of[key] ?? key, key === chosen))}</select></label>`;
  const shown =
    all === 0
      ? html`<p class="none">${w.one.none}</p>`
      : html`${verdictChart(edition, counts, w.one.chart)}<p class="soft small">${w.one.chartNote}</p>
<form class="find" action="${elementAddress(element.code)}">${tongue(edition)}${select('law', w.one.law, LawKey.options, law, words.law)}${select('practice', w.one.practice, PracticeKey.options, practice, words.practice)}${kindField(edition, kind)}<button>${w.apply}</button></form>
<p class="soft" role="status">${fill(w.one.found, { shown: total, total: all })}</p>${downloads(edition, dataOfElement(element.code, asked))}
${items.length ? table(edition, compared) : html`<p class="none">${w.one.noneFits}</p>`}${pager(edition, element.code, asked, page, total)}`;
  const body = html`<p class="kicker"><a href="${to(elementsAddress, { kind })}">${w.one.all}</a></p>
<h1><bdi lang="en" dir="ltr">${element.citation}: ${element.title}</bdi></h1>
<details class="words"><summary>${words.obligation.text}</summary><div class="treaty said" lang="en" dir="ltr">${text}</div></details>
${shown}${turn(edition, element.code)}`;
  const description = fill(w.one.description, { citation: element.citation, title: element.title });
  const query = { ...asked, page: page > 1 ? page : null };
  return { status: 200, title: fill(w.one.title, { citation: element.citation }), description, path: elementAddress(element.code), query, body };
}

/** Whether anything stands behind it: a verdict, or that the element does not apply. */
const isSaid = (position: ComparedPosition | null): boolean => position !== null && (!position.applies || position.law !== null || position.practice !== null);

function table(edition: Edition, { element, items }: ElementCompared): Markup {
  const { words, to, day, fill } = edition;
  const w = wordsIn(edition);
  const row = (item: ElementCompared['items'][number]) => {
    const at = `${stateAddress(item.state)}/obligations/${element.obligation}#${elementAnchor(element.code)}`;
    const { position } = item;
    return html`<tr><th scope="row"><a href="${to(stateAddress(item.state))}"><bdi lang="en" dir="ltr">${item.stateName}</bdi></a></th>
<td><span class="who" aria-hidden="true">${w.one.by}</span>${own(item.organisation)}${given(edition, position)}<small><a href="${to(releaseAddress(item.release))}">${releaseWords(edition, item)}</a></small></td>
<td><span class="who" aria-hidden="true">${words.laneOf.law}</span>${laneCell(edition, 'law', position)}</td><td><span class="who" aria-hidden="true">${words.laneOf.practice}</span>${laneCell(edition, 'practice', position)}${position?.asOf ? html`<small>${fill(words.release.judged, { day: day(position.asOf) })}</small>` : null}</td>
<td class="figure"><span class="who" aria-hidden="true">${w.one.evidence}</span>${isSaid(position) ? position?.cited : '–'}</td><td>${isSaid(position) ? html`<a href="${to(at)}">${w.one.read}<span class="vh"> – ${item.stateName}, ${item.organisation}</span></a>` : html`<span class="soft">${w.silentWords}</span>`}</td></tr>`;
  };
  return html`<table class="learn"><caption class="vh">${w.one.table}</caption><thead><tr><th scope="col">${w.one.state}</th><th scope="col">${w.one.by}</th><th scope="col">${words.laneOf.law}</th><th scope="col">${words.laneOf.practice}</th><th scope="col" class="figure">${w.one.evidence}</th><td></td></tr></thead><tbody>${items.map(row)}</tbody></table>`;
}

function pager({ words, fill, to, ...edition }: Edition, code: string, asked: Omit<Asked, 'page'>, page: number, total: number): Markup | null {
  const pages = Math.max(1, Math.ceil(total / mostDossiersCompared));
  if (pages === 1) return null;
  const link = (at: number, word: string, rel: 'prev' | 'next') =>
    at >= 1 && at <= pages ? html`<a rel="${rel}" href="${to(elementAddress(code), { ...asked, page: at > 1 ? at : null })}">${word}</a>` : html`<span></span>`;
  return html`<nav class="pager" aria-label="${wordsIn(edition).one.pages}">${link(page - 1, words.list.previous, 'prev')}<span>${fill(words.list.page, { page, pages })}</span>${link(page + 1, words.list.next, 'next')}</nav>`;
}

function turn(edition: Edition, code: string): Markup {
  const w = wordsIn(edition).one;
  const at = elements.findIndex((element) => element.code === code);
  const link = (one: (typeof elements)[number] | undefined, word: string, rel: 'prev' | 'next') =>
    one ? html`<a rel="${rel}" href="${edition.to(elementAddress(one.code))}">${word}: <bdi>${one.citation}</bdi></a>` : html`<span></span>`;
  return html`<nav class="turn" aria-label="${w.turn}">${link(elements[at - 1], w.previous, 'prev')}${link(elements[at + 1], w.next, 'next')}</nav>`;
}
