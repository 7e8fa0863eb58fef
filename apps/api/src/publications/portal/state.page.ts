import { catalogue } from '@servanda/catalogue';
import type { CalendarDate, PublicRelease } from '@servanda/contract';
import { contestOf, isShown, type Show, shows } from '../../gaps/contest.rules.ts';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { statesComparedAddress } from '../comparisons/addresses.ts';
import { wordsIn } from '../comparisons/words.ts';
import { matrixAddress, newsOfState, releaseAddress, stateAddress } from './addresses.ts';
import { countingCoverage, onlyWords, releaseTold } from './counting-parts.ts';
import { type DossierOn, positionsOn } from './dossier-on.ts';
import type { Edition } from './edition.ts';
import type { Page } from './frame.ts';
import { own } from './marks.ts';
import { matrixWords } from './matrix-words.ts';
import { partnersOf, partnersPart } from './partners.ts';
import type { OnRecord, StateMatter } from './portal.queries.ts';
import { askedPart } from './said-parts.ts';

/** One State: what is on record, and every dossier published about it. */
export function statePage(edition: Edition, { state, releases, dossiers, said, on }: StateMatter): Page {
  const { words, fill } = edition;
  const body = html`<p class="kicker">${state.status === 'party' ? words.state.kicker : words.state.signatory}${state.isInvented ? ` · ${words.invented}` : ''}</p>
<h1><bdi lang="en" dir="ltr">${state.name}</bdi></h1>
<div class="two"><section aria-labelledby="published"><h2 id="published">${words.state.published}</h2>
${dossiers.length ? dossiers.map((dossier) => dossierCard(edition, dossier, releases)) : html`<p class="none">${words.state.none}</p>`}
${besides(edition, state, dossiers)}
${askedPart(edition, state.iso3, said, on)}</section>
${facts(edition, state)}</div>`;
  return {
    status: 200,
    title: state.name,
    description: fill(words.state.description, { state: state.name }),
    path: stateAddress(state.iso3),
    news: newsOfState(state.iso3),
    body,
  };
}

function facts({ words, day, fill }: Edition, state: OnRecord): Markup {
  const { state: w } = words;
  const { entryIntoForce, initialReport, next } = state.calendar;
  const date = (of: CalendarDate) =>
    html`${of.on ? day(of.on) : words.unknown}${of.override ? html`<small>${fill(w.printed, { source: of.override.source })}</small>` : null}${of.override && of.computedOn && of.computedOn !== of.on ? html`<small>${fill(w.computed, { day: day(of.computedOn) })}</small>` : null}`;
  const kinds: Record<string, string> = { reservation: w.reservation, declaration: w.declaration, understanding: w.understanding };
  const nextIs = { 'in-crc-report': w.nextIn, 'every-five-years': w.nextFive, none: w.nextNone, 'not-computed': w.nextUnknown }[next.kind];
  const reserved = state.reservations.map(
    (one) => html`<li><b>${kinds[one.kind] ?? one.kind}</b> <span lang="en" dir="ltr">${one.provision}: ${one.summary}</span></li>`,
  );
  const row = (term: string, told: Markup | string) => html`<div><dt>${term}</dt><dd>${told}</dd></div>`;
  return html`<aside aria-labelledby="facts"><h2 id="facts">${w.facts}</h2><dl class="facts">
${state.signedOn ? row(w.signed, day(state.signedOn)) : null}
${state.type ? row(words.bound[state.type], state.depositedOn ? day(state.depositedOn) : words.unknown) : null}
${state.status === 'party' ? row(w.force, date(entryIntoForce)) : null}
${state.status === 'party' ? row(w.initial, date(initialReport)) : null}
${row(w.next, html`${next.on ? html`${day(next.on)} ` : null}${nextIs}`)}
${row(w.crc, state.isCrcParty ? w.yes : w.no)}
${row(w.reservations, reserved.length ? html`<ul>${reserved}</ul>` : state.hasReservationOrDeclaration ? w.reserved : w.noReservations)}
</dl></aside>`;
}

function dossierCard(edition: Edition, dossier: DossierOn, releases: readonly PublicRelease[]): Markup {
  const { words, fill } = edition;
  const earlier = releases.filter((one) => one.dossier === dossier.dossier && !dossier.counts.some(({ id }) => id === one.id));
  // Where several count, each is told with its own coverage.
  const one = dossier.counts.length === 1 ? ` · ${releaseTold(edition, dossier)}` : '';
  return html`<article class="dossier"><h3>${own(dossier.organisation)}</h3>${partnersPart(edition, partnersOf(dossier.elements))}
<p class="soft">${words.publisher[dossier.organisationKind]} · ${words.kind[dossier.kind]}${one}</p>
<p>${own(dossier.title)}</p>
${countingCoverage(edition, dossier.counts)}
${earlier.length ? html`<details><summary>${fill(words.state.earlier, { count: earlier.length })}</summary>${releaseList(edition, earlier)}</details>` : null}</article>`;
}

/** Releases as a short list; what was withdrawn says so. */
export const releaseList = (edition: Edition, releases: readonly PublicRelease[], current?: string): Markup => {
  const { words, day, fill, to } = edition;
  const told = (one: PublicRelease) => [day(one.publishedAt), one.withdrawn ? words.tombstone.title : onlyWords(edition, one)].filter(Boolean).join(' · ');
  return html`<ul class="releases">${releases.map(
    (one) =>
      html`<li>${one.id === current ? html`<b>${fill(words.release.kicker, { number: one.number })}</b>` : html`<a href="${to(releaseAddress(one.id))}">${fill(words.release.kicker, { number: one.number })}</a>`} <span class="soft">${told(one)}</span></li>`,
  )}</ul>`;
};

/** How many elements the dossiers agree and differ on, and the way to each obligation. */
function besides(edition: Edition, { iso3 }: OnRecord, dossiers: readonly DossierOn[]): Markup | null {
  if (dossiers.length === 0) return null;
  const { words, to } = edition;
  const contests = catalogue.obligations.flatMap(({ elements }) => elements.map(({ code }) => contestOf(positionsOn(dossiers, code))));
  const count = (show: Show, lane: 'law' | 'practice') => contests.filter((contest) => isShown(contest, show, lane)).length;
  const row = (show: Show) =>
    html`<tr><th scope="row"><a href="${to(`${stateAddress(iso3)}/compare`, { show })}">${words.show[show]}</a></th><td class="figure">${count(show, 'law')}</td><td class="figure">${count(show, 'practice')}</td></tr>`;
  return html`<h2>${words.state.compare}</h2><p>${words.state.compareLead}</p>
<table class="tally"><caption class="vh">${words.state.compare}</caption><thead><tr><td></td><th scope="col" class="figure">${words.laneOf.law}</th><th scope="col" class="figure">${words.laneOf.practice}</th></tr></thead><tbody>${shows.filter((show) => show !== 'all').map(row)}</tbody></table>
<p><a class="go" href="${to(`${stateAddress(iso3)}/compare`)}">${words.state.compareLink}</a></p>
<p><a class="go" href="${to(statesComparedAddress, { state: iso3 })}">${wordsIn(edition).states.besideOthers}</a></p>
${dossiers.some(({ hasMatrix }) => hasMatrix) ? html`<p><a class="go" href="${to(matrixAddress(iso3))}">${matrixWords(edition.lang).link}</a></p>` : null}
<details><summary>${words.state.obligations}</summary><ul class="obligations" lang="en" dir="ltr">${catalogue.obligations.map(({ code, citation, title }) => html`<li><a href="${to(`${stateAddress(iso3)}/obligations/${code}`)}">${citation}</a> ${title}</li>`)}</ul></details>`;
}
