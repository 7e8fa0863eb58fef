import { catalogue } from '@servanda/catalogue';
import type { Lane } from '@servanda/contract';
import { byContest, type Contest, contestOf, isShown, type Show } from '../../gaps/contest.rules.ts';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { elementAnchor, newsOfState, releaseAddress, stateAddress } from './addresses.ts';
import { countingLinks } from './counting-parts.ts';
import { type DossierOn, positionsOn, releaseFor } from './dossier-on.ts';
import type { Edition } from './edition.ts';
import { showForm } from './filters.ts';
import type { Page } from './frame.ts';
import { own, verdict } from './marks.ts';
import { findings } from './obligation.page.ts';
import { given, named, partnersOf, partnersPart } from './partners.ts';
import type { StateMatter } from './portal.queries.ts';
import { saidOf } from './said-parts.ts';

export interface CompareQuery {
  show: Show;
  lane: Lane | null;
  article: number | null;
}
type Compared = (typeof catalogue.obligations)[number]['elements'][number] & { contest: Contest };

/** Every element of a State as the published dossiers judge it, what is furthest apart first. */
export function comparePage(edition: Edition, { state, dossiers, said, on }: StateMatter, { show, lane, article }: CompareQuery): Page {
  const { words, fill, to } = edition;
  const { compare: w } = words;
  const path = `${stateAddress(state.iso3)}/compare`;
  const elements = catalogue.obligations.flatMap((obligation) =>
    obligation.elements.map((element): Compared => ({ ...element, contest: contestOf(positionsOn(dossiers, element.code)) })),
  );
  const shown = byContest(elements.filter((element) => (article === null || element.article === article) && isShown(element.contest, show, lane)));
  const list = shown.length
    ? shown.map((element) => row(edition, element, { iso3: state.iso3, dossiers, said: saidOf(edition, state.iso3, element.code, said, on) }))
    : html`<p class="none">${dossiers.length < 2 ? w.one : w.none}</p>`;
  const body = html`<p class="kicker"><a href="${to(stateAddress(state.iso3))}"><span lang="en" dir="ltr">${state.name}</span></a></p>
<h1>${words.state.compare}</h1><p class="lead">${w.lead}</p>
<details><summary>${w.rule}</summary><p class="small rule">${w.ruleWords}</p></details>
<h2>${w.dossiers}</h2><ul class="releases">${dossiers.map((one) => html`<li>${own(one.organisation)} ${partnersPart(edition, partnersOf(one.elements))} <span class="soft">${words.kind[one.kind]} · ${countingLinks(edition, one.counts)}</span></li>`)}</ul>
${showForm(edition, path, { show, fields: { lane, article } })}
<p class="soft" role="status">${fill(w.count, { count: shown.length })}</p>
${list}`;
  const query = { show: show === 'contested' ? null : show, lane, article };
  return {
    status: 200,
    title: fill(w.title, { state: state.name }),
    description: fill(w.description, { state: state.name }),
    path,
    query,
    news: newsOfState(state.iso3),
    body,
  };
}

interface Told {
  iso3: string;
  dossiers: readonly DossierOn[];
  said: Markup | null;
}
function row(edition: Edition, element: Compared, { iso3, dossiers, said: spoken }: Told): Markup {
  const { words, to, day, fill } = edition;
  const said = dossiers.flatMap((dossier) => {
    const told = dossier.elements.find(({ code }) => code === element.code);
    const from = releaseFor(dossier, told);
    return told
      ? [
          html`<tr><th scope="row">${own(dossier.organisation)}${given(edition, told)}<small><a href="${to(`${releaseAddress(from.id)}#${elementAnchor(element.code)}`)}">${fill(words.release.kicker, { number: from.number })}<span class="vh"> – ${dossier.organisation}</span></a>, ${day(from.publishedAt)}</small>${told.asOf ? html`<small>${fill(words.release.judged, { day: day(told.asOf) })}</small>` : null}</th><td>${verdict(edition, 'law', told)}</td><td>${verdict(edition, 'practice', told)}</td><td class="figure">${told.cited}</td></tr>`,
        ]
      : [];
  });
  const at = to(`${stateAddress(iso3)}/obligations/${element.obligation}#${elementAnchor(element.code)}`);
  return html`<section class="besides"><h3><bdi lang="en" dir="ltr"><a href="${at}">${element.citation}</a> ${element.title}</bdi></h3>${findings(edition, element.contest, named(edition, dossiers, element.code))}
${said.length ? html`<table class="said-by"><caption class="vh">${element.citation}</caption><thead><tr><td></td><th scope="col">${words.laneOf.law}</th><th scope="col">${words.laneOf.practice}</th><th scope="col" class="figure">${words.release.evidence}</th></tr></thead><tbody>${said}</tbody></table>` : null}${spoken}</section>`;
}
