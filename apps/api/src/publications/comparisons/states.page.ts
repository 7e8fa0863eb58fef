// Up to six States side by side, chosen by a form that is sent by GET; silence is shown as silence, and nothing is added up.
import { type ComparedState, mostStatesCompared, type StatesCompared } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { elementAnchor, releaseAddress, stateAddress } from '../portal/addresses.ts';
import type { Edition } from '../portal/edition.ts';
import type { Page } from '../portal/frame.ts';
import { legend, own } from '../portal/marks.ts';
import { given, partnersOf, partnersPart } from '../portal/partners.ts';
import { dataOfStates, elementAddress, statesComparedAddress } from './addresses.ts';
import type { ComparisonAsked } from './asked.ts';
import type { KnownState } from './comparisons.queries.ts';
import { articles, downloads, fault, laneCell, option, releaseWords, tongue } from './parts.ts';
import { wordsIn } from './words.ts';

type Matter = StatesCompared & { known: KnownState[] };
type Asked = Pick<ComparisonAsked, 'state' | 'dossier'> & { article: number | null };

/** States that were asked for and may be read: none where they are too many, so that nobody is left out unsaid. */
export const fitting = (states: readonly string[]): readonly string[] => (states.length > mostStatesCompared ? [] : states);

export function statesPage(edition: Edition, matter: Matter, asked: Asked): Page {
  const { fill } = edition;
  const w = wordsIn(edition);
  const { states, known, elements } = matter;
  const codes = new Set(known.map(({ iso3 }) => iso3));
  const unknown = asked.state.filter((code) => !codes.has(code));
  const chosen = asked.state.filter((code) => codes.has(code));
  const isMany = asked.state.length > mostStatesCompared;
  const there = new Set(states.flatMap(({ dossiers }) => dossiers.map(({ dossier }) => dossier)));
  const faults = [
    isMany ? fill(w.states.many, { count: asked.state.length, over: asked.state.length - mostStatesCompared }) : '',
    unknown.length ? fill(w.states.unknown, { codes: unknown.join(', ') }) : '',
  ].filter(Boolean);
  const isDossierGone = states.length > 0 && asked.dossier.some((id) => !there.has(id));
  const stand = states.flatMap(({ stands }) => (stands ? [stands.dossier] : []));
  const shown = [...new Set(elements.map(({ article }) => article))];
  const tables = states.length > 0 && shown.map((article) => articleTable(edition, states, article, matter));
  const body = html`<h1>${w.states.title}</h1><p class="lead">${w.states.lead}</p>${fault(faults)}
${choice(edition, matter, { ...asked, state: chosen }, isMany || states.length < 2)}
${states.length === 0 && !isMany ? html`<p class="none">${w.states.none}</p>` : null}
${isDossierGone ? html`<p class="notice">${w.states.dossierUnfit}</p>` : null}
${states.length === 1 ? html`<p class="notice">${w.states.one}</p>` : null}
${states.length > 0 ? html`${standing(edition, matter)}${downloads(edition, dataOfStates(chosen, stand, asked.article))}${legend(edition)}` : null}${tables || null}`;
  const query = { state: asked.state.join(','), dossier: asked.dossier.filter((id) => there.has(id)).join(','), article: asked.article };
  const title = states.length ? `${w.states.title}: ${states.map(({ name }) => name).join(', ')}` : w.states.title;
  return { status: faults.length ? 400 : 200, title, description: w.states.description, path: statesComparedAddress, query, body };
}

function choice(edition: Edition, { known, states }: Matter, { state: chosen, dossier, article }: Asked, isOpen: boolean): Markup {
  const w = wordsIn(edition);
  const tick = ({ iso3, name, isInvented }: KnownState) =>
    html`<li><label><input type="checkbox" name="state" value="${iso3}"${chosen.includes(iso3) ? html` checked` : null}><span><bdi lang="en">${name}</bdi>${isInvented ? html` <span class="soft">(${w.invented})</span>` : null}</span></label></li>`;
  const [told, others] = [known.filter(({ published }) => published > 0), known.filter(({ published }) => published === 0)];
  const isOther = others.some(({ iso3 }) => chosen.includes(iso3));
  const several = states.filter(({ dossiers }) => dossiers.length > 1);
  const dossiers = several.map(
    (state) =>
      html`<label><span>${edition.fill(w.states.of, { state: state.name })}</span><select name="dossier">${state.dossiers.map((one) => option(one.dossier, `${one.organisation} · ${releaseWords(edition, one)}`, one.dossier === state.stands?.dossier))}</select></label>`,
  );
  // Where nothing is read, dossiers that were chosen stay so.
  const kept = states.length ? null : dossier.map((id) => html`<input type="hidden" name="dossier" value="${id}">`);
  return html`<details class="choose"${isOpen ? html` open` : null}><summary>${isOpen ? w.states.choose : w.states.change}</summary>
<form action="${statesComparedAddress}">${tongue(edition)}${kept}
<fieldset><legend>${w.states.published}</legend>${told.length ? html`<ul class="ticks">${told.map(tick)}</ul>` : html`<p class="soft">${w.elements.none}</p>`}</fieldset>
<details class="others"${isOther ? html` open` : null}><summary>${w.states.others}</summary><fieldset><legend class="vh">${w.states.others}</legend><ul class="ticks">${others.map(tick)}</ul></fieldset></details>
${dossiers.length ? html`<fieldset class="stands"><legend>${w.states.stands}</legend><p class="soft small">${w.states.standsLead}</p>${dossiers}</fieldset>` : null}
<div class="find"><label><span>${w.article}</span><select name="article">${option('', w.allArticles, article === null)}${articles.map((one) => option(one, `${w.article} ${one}`, one === article))}</select></label><button>${w.states.go}</button></div>
</form></details>`;
}

/** Which dossier stands for each State, with its kind, who published it and when. */
function standing(edition: Edition, { states, elements }: Matter): Markup {
  const { to } = edition;
  const w = wordsIn(edition);
  const partners = (at: number) => partnersPart(edition, partnersOf(elements.map(({ positions }) => positions[at])));
  const one = ({ iso3, name, isInvented, stands, dossiers }: ComparedState, at: number) =>
    html`<li><a href="${to(stateAddress(iso3))}"><bdi lang="en">${name}</bdi></a>${isInvented ? html` <span class="soft">(${w.invented})</span>` : null}
${stands ? html`<span class="by-whom">${own(stands.organisation)}</span> ${partners(at)} <a class="small" href="${to(releaseAddress(stands.release))}">${releaseWords(edition, stands)}</a>${dossiers.length > 1 ? html`<span class="small soft">${edition.fill(w.states.oneOf, { count: dossiers.length })}</span>` : null}` : html`<span class="by-whom soft">${w.unpublished}</span>`}</li>`;
  return html`<h2>${w.states.stands}</h2><ul class="stand-for">${states.map(one)}</ul>`;
}

const lanes = ['law', 'practice'] as const;
function articleTable(edition: Edition, states: readonly ComparedState[], article: number, { elements }: StatesCompared): Markup {
  const { words, to, fill, day } = edition;
  const w = wordsIn(edition);
  const rows = elements.filter((element) => element.article === article);
  const head = states.map(({ name }) => html`<th scope="col" role="columnheader"><bdi lang="en">${name}</bdi></th>`);
  const row = (element: (typeof rows)[number]) => {
    const name = html`<th scope="rowgroup" rowspan="2" role="rowheader" id="${elementAnchor(element.code)}"><bdi lang="en" dir="ltr"><span class="cite">${element.citation}</span> ${element.title}</bdi> <a class="small" href="${to(elementAddress(element.code))}">${w.states.across}<span class="vh"> – ${element.citation}</span></a></th>`;
    const lane = (of: (typeof lanes)[number]) =>
      html`<tr role="row">${of === 'law' ? name : null}<th scope="row" role="rowheader" class="lane">${words.laneOf[of]}</th>${states.map((state, at) => {
        const position = element.positions[at] ?? null;
        // The head names the newest release; what another says is told where it stands.
        const from = position && position.from.release !== state.stands?.release ? position.from : null;
        const cell = html`${laneCell(edition, of, position)}${given(edition, position)}${from ? html`<small>${fill(w.states.releaseOf, { number: from.number, day: day(from.publishedAt) })}</small>` : null}`;
        const linked = position
          ? html`<a href="${to(`${stateAddress(state.iso3)}/obligations/${element.obligation}#${elementAnchor(element.code)}`)}">${cell}</a>`
          : cell;
        return html`<td role="cell"><span class="who" aria-hidden="true"><bdi lang="en">${state.name}</bdi></span>${linked}</td>`;
      })}</tr>`;
    return html`<tbody role="rowgroup">${lanes.map(lane)}</tbody>`;
  };
  return html`<section class="article"><h2><bdi lang="en" dir="ltr">Article ${article}</bdi></h2>
<table class="abreast n-${states.length}" role="table"><caption class="vh">${fill(w.states.caption, { article, states: states.map(({ name }) => name).join(', ') })}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${w.element}</th><td role="cell"></td>${head}</tr></thead>${rows.map(row)}</table></section>`;
}
