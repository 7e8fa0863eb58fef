// Every element across all States: where practice can be learnt from. Each figure counts published dossiers.
import type { DossierKind, ElementsCompared } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Edition } from '../portal/edition.ts';
import type { Page } from '../portal/frame.ts';
import { legend } from '../portal/marks.ts';
import { dataOfElements, elementAddress, elementsAddress } from './addresses.ts';
import { articles, downloads, option, tongue } from './parts.ts';
import { chartPatterns, lanesOf, rowBar } from './verdict-chart.ts';
import { wordsIn } from './words.ts';

export function elementsPage(edition: Edition, compared: ElementsCompared, kind: DossierKind | null): Page {
  const { fill } = edition;
  const w = wordsIn(edition);
  const { dossiers, states } = compared;
  const body = html`<h1>${w.elements.title}</h1><p class="lead">${w.elements.lead}</p>
<form class="find" action="${elementsAddress}">${tongue(edition)}${kindField(edition, kind)}<button>${w.apply}</button></form>
<p class="soft" role="status">${fill(w.elements.counted, { dossiers, states })}</p>
${dossiers === 0 ? html`<p class="none">${w.elements.none}</p>` : html`${downloads(edition, dataOfElements({ kind }))}${legend(edition)}${chartPatterns()}${articles.map((article) => articlePart(edition, compared, article, kind))}`}`;
  return { status: 200, title: w.elements.title, description: w.elements.description, path: elementsAddress, query: { kind }, body };
}

/** The choice of whose dossiers count: of all, of governments, or of independent ones. */
export function kindField(edition: Edition, kind: DossierKind | null): Markup {
  const { kind: label, kinds } = wordsIn(edition).elements;
  return html`<label><span>${label}</span><select name="kind">${option('', kinds.all, kind === null)}${option('own', kinds.own, kind === 'own')}${option('independent', kinds.independent, kind === 'independent')}</select></label>`;
}

function articlePart(edition: Edition, { items }: ElementsCompared, article: number, kind: DossierKind | null): Markup {
  const { words, to } = edition;
  const w = wordsIn(edition);
  const row = (item: ElementsCompared['items'][number]) =>
    html`<tr><th scope="row"><a href="${to(elementAddress(item.code), { kind })}"><bdi lang="en" dir="ltr"><span class="cite">${item.citation}</span></bdi></a> <bdi lang="en" dir="ltr">${item.title}</bdi></th>${lanesOf(edition, item.counts).map(({ label, parts }) => html`<td><span class="who" aria-hidden="true">${label}</span>${rowBar(edition, parts)}</td>`)}</tr>`;
  return html`<section class="article"><h2><bdi lang="en" dir="ltr">Article ${article}</bdi></h2>
<table class="practice"><caption class="vh">${w.article} ${article}</caption><thead><tr><th scope="col">${w.element}</th><th scope="col">${words.laneOf.law}</th><th scope="col">${words.laneOf.practice}</th></tr></thead><tbody>${items.filter((item) => item.article === article).map(row)}</tbody></table></section>`;
}
