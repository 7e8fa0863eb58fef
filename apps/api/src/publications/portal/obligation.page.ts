import { catalogue, type Element, type Obligation } from '@servanda/catalogue';
import type { PublicStatement } from '@servanda/contract';
import { type Contest, contestOf, isShown, type Position, type Show } from '../../gaps/contest.rules.ts';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { elementAddress } from '../comparisons/addresses.ts';
import { wordsIn } from '../comparisons/words.ts';
import { standingOf } from '../statements/statements.rules.ts';
import { elementAnchor, newsOfObligation, releaseAddress, stateAddress } from './addresses.ts';
import { backingWords, laneFinding, lanes } from './contest-words.ts';
import { type DossierOnObligation, releaseFor } from './dossier-on.ts';
import type { Edition } from './edition.ts';
import { showForm } from './filters.ts';
import type { Page } from './frame.ts';
import { own } from './marks.ts';
import { named } from './partners.ts';
import type { ObligationMatter } from './portal.queries.ts';
import { grounds, pieceOf, verdicts } from './release-parts.ts';
import { requestsPart, thread, ways } from './statement-parts.ts';

/** One obligation of one State: each published dossier's verdicts side by side. */
export function obligationPage(edition: Edition, matter: ObligationMatter, obligation: Obligation, show: Show): Page {
  const { words, fill, to } = edition;
  const { state, dossiers } = matter;
  const path = `${stateAddress(state.iso3)}/obligations/${obligation.code}`;
  const elements = obligation.elements.map((element) => ({ element, contest: contestOf(positions(dossiers, element.code)) }));
  const shown = elements.filter(({ contest }) => isShown(contest, show, null));
  const parts = shown.map(({ element, contest }) => elementPart(edition, element, contest, matter));
  const form = elements.length > 1 ? showForm(edition, path, { show, fields: null }) : null;
  const body = html`<p class="kicker"><a href="${to(stateAddress(state.iso3))}"><span lang="en" dir="ltr">${state.name}</span></a> · <a href="${to(`${stateAddress(state.iso3)}/compare`)}">${words.obligation.all}</a></p>
<h1><bdi lang="en" dir="ltr">${obligation.citation}: ${obligation.title}</bdi></h1>
<details class="words"${obligation.elements.length > 1 ? null : html` open`}><summary>${words.obligation.text}</summary><div class="treaty said" lang="en" dir="ltr">${obligation.text}</div></details>
${dossiers.length === 0 ? html`<p class="none">${words.obligation.none}</p>` : html`${form}${parts.length ? parts : html`<p class="none">${words.compare.none}</p>`}`}
${turn(edition, state.iso3, obligation)}`;
  const description = fill(words.obligation.description, { citation: obligation.citation, state: state.name });
  return {
    status: 200,
    title: `${obligation.citation} – ${state.name}`,
    description,
    path,
    query: { show: show === 'all' ? null : show },
    news: newsOfObligation(state.iso3, obligation.code),
    body,
  };
}

const of = (dossier: DossierOnObligation, code: string) => dossier.elements.find((element) => element.code === code);
const positions = (dossiers: readonly DossierOnObligation[], code: string): Position[] =>
  dossiers.flatMap((dossier) => {
    const element = of(dossier, code);
    return element ? [{ ...element, dossier: dossier.dossier, cited: element.citations.length }] : [];
  });

/** Both findings in words, and how well they are evidenced. */
export function findings(edition: Edition, contest: Contest, dossiers: readonly { dossier: string; organisation: string }[]): Markup {
  const backing = backingWords(edition, contest);
  return html`<dl class="findings">${lanes.map((lane) => html`<div><dt>${edition.words.laneOf[lane]}</dt><dd class="is-${contest[lane].kind}">${laneFinding(edition, contest[lane], dossiers)}</dd></div>`)}</dl>${backing ? html`<p class="soft small">${backing}</p>` : null}`;
}

function elementPart(edition: Edition, element: Element, contest: Contest, { state, dossiers, statements, on }: ObligationMatter): Markup {
  const said = statements.filter((one) => one.element === element.code);
  const ofKind = (kind: PublicStatement['kind']) => said.filter((one) => one.kind === kind);
  return html`<section class="besides" id="${elementAnchor(element.code)}"><h2><bdi lang="en" dir="ltr"><span class="cite">${element.citation}</span> ${element.title}</bdi></h2><p class="small"><a href="${edition.to(elementAddress(element.code))}">${wordsIn(edition).states.across}<span class="vh"> – ${element.citation}</span></a></p>
${findings(edition, contest, named(edition, dossiers, element.code))}
<div class="positions">${dossiers.map((dossier) => position(edition, state.iso3, dossier, of(dossier, element.code)))}</div>
${thread(edition, ofKind('reply'))}${requestsPart(edition, standingOf(ofKind('request'), ofKind('answer'), on))}</section>`;
}

function position(edition: Edition, state: string, dossier: DossierOnObligation, element: DossierOnObligation['elements'][number] | undefined): Markup {
  const { words, fill, day, to } = edition;
  const { id, number, publishedAt } = releaseFor(dossier, element);
  const release = html`<a href="${to(`${releaseAddress(id)}${element ? `#${elementAnchor(element.code)}` : ''}`)}">${fill(words.release.kicker, { number })}<span class="vh"> – ${dossier.organisation}</span></a>, ${day(publishedAt)}`;
  const head = html`<h3>${own(dossier.organisation)}</h3><p class="soft small">${words.kind[dossier.kind]} · ${release}</p>`;
  if (!element) return html`<article class="position">${head}<p class="soft">${words.contest.silent}</p></article>`;
  const piece = ({ ref }: { ref: number }) => {
    const found = dossier.evidence.find((one) => one.release === id && one.ref === ref);
    return found ? pieceOf(edition, found, id) : html`${ref}`;
  };
  return html`<article class="position">${head}${verdicts(edition, element)}${grounds(edition, element, piece)}${ways(edition, { state, release: id, element: element.code })}</article>`;
}

function turn({ words, to }: Edition, iso3: string, obligation: Obligation): Markup {
  const at = catalogue.obligations.indexOf(obligation);
  const link = (one: Obligation | undefined, word: string, rel: 'prev' | 'next') =>
    one ? html`<a rel="${rel}" href="${to(`${stateAddress(iso3)}/obligations/${one.code}`)}">${word}: <bdi>${one.citation}</bdi></a>` : html`<span></span>`;
  return html`<nav class="turn" aria-label="${words.state.obligations}">${link(catalogue.obligations[at - 1], words.obligation.previous, 'prev')}${link(catalogue.obligations[at + 1], words.obligation.next, 'next')}</nav>`;
}
