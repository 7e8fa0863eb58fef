import type { PublicRelease, Release } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { changesAddress } from '../comparisons/addresses.ts';
import { wordsIn } from '../comparisons/words.ts';
import { csvAddress, jsonAddress, newsOfDossier, releaseAddress, stateAddress } from './addresses.ts';
import { onlyWords, stillCounts } from './counting-parts.ts';
import type { Edition } from './edition.ts';
import { ownNames } from './edition.ts';
import type { Page } from './frame.ts';
import { coverageTable, legend, own } from './marks.ts';
import { matrixLegend, matrixSources, matrixTable } from './matrix-parts.ts';
import { matrixWords } from './matrix-words.ts';
import { partnersOf, partnersPart } from './partners.ts';
import type { ReleaseMatterOf } from './portal.queries.ts';
import { datasetOf } from './release-facts.ts';
import { treatyMap } from './release-map.ts';
import { elementParts, evidencePart } from './release-parts.ts';
import { releaseList } from './state.page.ts';

/** One frozen release; in the place of a withdrawn one, what it leaves behind. */
export function releasePage(edition: Edition, matter: ReleaseMatterOf, origin: string): Page {
  const { words, fill } = edition;
  const { head, stateName, release } = matter;
  const path = releaseAddress(head.id);
  if (!release) return tombstonePage(edition, matter, path);
  const title = fill(words.release.title, { organisation: head.organisation.name, state: stateName });
  const { law, practice } = release.coverage.overall;
  const figures = { claimedLaw: law.claimed, law: law.applicable, claimedPractice: practice.claimed, practice: practice.applicable };
  const description = fill(words.release.description, { number: head.number, organisation: head.organisation.name, state: stateName, ...figures });
  return {
    status: 200,
    title,
    description,
    path,
    news: newsOfDossier(head.dossier),
    body: whole(edition, matter, release),
    facts: datasetOf({ head, release, title, description, origin }),
  };
}

const above = ({ to, words, fill }: Edition, { head, stateName }: ReleaseMatterOf): Markup =>
  html`<p class="kicker"><a href="${to(stateAddress(head.state))}"><span lang="en" dir="ltr">${stateName}</span></a> · ${words.kind[head.kind]} · ${fill(words.release.kicker, { number: head.number })}</p>`;

function tombstonePage(edition: Edition, matter: ReleaseMatterOf, path: string): Page {
  const { words, day, fill } = edition;
  const { head, siblings } = matter;
  const lead = fill(words.tombstone.lead, { day: day(head.withdrawn?.at ?? head.publishedAt) });
  const stand = siblings.filter(({ withdrawn }) => !withdrawn);
  const body = html`${above(edition, matter)}<h1>${words.tombstone.title}</h1><p class="lead">${lead}</p>
<dl class="facts"><div><dt>${words.release.publisher}</dt><dd>${own(head.organisation.name)}</dd></div><div><dt>${words.release.published}</dt><dd>${day(head.publishedAt)}</dd></div><div><dt>${words.tombstone.reason}</dt><dd dir="auto">${head.withdrawn?.reason}</dd></div><div><dt>${words.release.hash}</dt><dd><code class="hash">${head.sha256}</code></dd></div></dl>
${stand.length ? html`<h2>${words.tombstone.still}</h2>${releaseList(edition, stand)}` : null}`;
  return { status: 410, title: words.tombstone.title, description: lead, path, news: newsOfDossier(head.dossier), body };
}

function notices(edition: Edition, { head, siblings }: ReleaseMatterOf): Markup {
  const { words, day, fill, to } = edition;
  const newest = siblings.find(({ withdrawn }) => !withdrawn);
  const corrections = siblings.filter(({ erratumOf, withdrawn }) => erratumOf === head.id && !withdrawn);
  const corrected = siblings.find(({ id }) => id === head.erratumOf);
  const told = (sentence: string, one: PublicRelease, more = '') =>
    html`<p class="notice"><a href="${to(releaseAddress(one.id))}">${fill(sentence, { number: one.number, day: day(one.publishedAt) })}</a>${[onlyWords(edition, one), more].filter(Boolean).map((also) => ` ${also}${also.endsWith('.') ? '' : '.'}`)}</p>`;
  const isOld = newest && newest.number > head.number && !corrections.some(({ id }) => id === newest.id);
  const still = stillCounts(edition, head, siblings);
  return html`${corrections.map((one) => told(words.release.corrected, one, isOld ? '' : still))}${isOld ? told(words.release.newer, newest, still) : null}${corrected ? told(words.release.erratumOf, corrected) : null}`;
}

function facts(edition: Edition, { head }: ReleaseMatterOf, release: Release): Markup {
  const { words, day, fill, numbers } = edition;
  const { release: w } = words;
  const { publisher, dossier } = release;
  const by = publisher.confirmedBy ? `${w.roles[publisher.role]}, ${fill(w.confirmed, { role: w.roles[publisher.confirmedBy] })}` : w.roles[publisher.role];
  const row = (term: string, told: Markup | string) => html`<div><dt>${term}</dt><dd>${told}</dd></div>`;
  return html`<dl class="facts">${row(w.publisher, html`${own(head.organisation.name)}${partnersPart(edition, partnersOf(release.elements))}<small>${words.publisher[head.organisation.kind]} · ${by}</small>`)}${row(w.published, day(head.publishedAt))}${row(w.asOf, day(release.asOf))}
${dossier.periodFrom || dossier.periodTo ? row(w.period, `${dossier.periodFrom ? day(dossier.periodFrom) : '…'} – ${dossier.periodTo ? day(dossier.periodTo) : '…'}`) : null}
${row(w.parts, numbers(release.parts.articles))}${row(w.written, ownNames[release.language])}${row(w.catalogue, release.catalogue.version)}
${row(w.hash, html`<code class="hash">${head.sha256}</code><details><summary>${w.verify}</summary><p>${w.verifyHow}</p><pre dir="ltr">npm run publication:verify -- ${head.id}.json</pre></details>`)}</dl>`;
}

function leftOut({ words, fill, numbers }: Edition, { leftOut: out, parts, elements }: Release): Markup {
  const { release: w } = words;
  const missing = Array.from({ length: 12 }, (_, i) => i + 1).filter((article) => !parts.articles.includes(article));
  const told = [
    missing.length ? fill(w.notPublished, { articles: numbers(missing) }) : '',
    out.internalPieces ? fill(w.internal, { count: out.internalPieces }) : '',
    out.restrictedPieces ? fill(w.restricted, { count: out.restrictedPieces }) : '',
    out.suppressed.length ? fill(w.suppressed, { count: out.suppressed.length }) : '',
    parts.reasons ? '' : w.noReasons,
    parts.evidence ? '' : w.noEvidence,
  ].filter(Boolean);
  const nothing = elements.some(({ restsOnUnpublished }) => restsOnUnpublished) ? w.rests : w.nothingLeftOut;
  return told.length ? html`<ul>${told.map((one) => html`<li>${one}</li>`)}</ul>` : html`<p>${nothing}</p>`;
}

/** The way to what moved since the release before, where one stands. */
function changesLink(edition: Edition, { head, siblings }: ReleaseMatterOf): Markup | null {
  const before = siblings.find(({ number, withdrawn }) => number < head.number && !withdrawn);
  if (!before) return null;
  return html`<p><a class="go" href="${edition.to(changesAddress(head.id), { since: before.id })}">${edition.fill(wordsIn(edition).changes.link, { number: before.number })}</a></p>`;
}

function whole(edition: Edition, matter: ReleaseMatterOf, release: Release): Markup {
  const { words } = edition;
  const { release: w } = words;
  const { head, siblings } = matter;
  const contents = [
    ['coverage', words.coverage.title],
    ['map', w.map],
    ['elements', w.elements],
    ['evidence', w.evidence],
    ...(release.criminalisation ? [['criminalisation', matrixWords(edition.lang).title] as const] : []),
    ['left-out', w.leftOut],
  ] as const;
  return html`${above(edition, matter)}<h1>${own(release.dossier.title)}</h1><p class="by">${own(head.organisation.name)}</p>
${notices(edition, matter)}
<div class="two"><div>
<nav class="contents" aria-label="${w.contents}"><ul>${contents.map(([id, word]) => html`<li><a href="#${id}">${word}</a></li>`)}</ul></nav>
${release.note ? html`<h2>${w.note}</h2><div class="said" dir="auto">${release.note}</div>` : null}
<h2 id="coverage">${words.coverage.title}</h2>${coverageTable(edition, release.coverage.overall)}<p class="soft small">${words.grades}</p>
<h2 id="map">${w.map}</h2><p>${w.mapLead}</p>${legend(edition)}
${treatyMap(edition, release.elements, release.parts.articles)}
<h2 id="elements">${w.elements}</h2>${elementParts(edition, release)}
<h2 id="evidence">${w.evidence}</h2>${evidencePart(edition, release)}
${release.criminalisation ? html`<h2 id="criminalisation">${matrixWords(edition.lang).title}</h2>${matrixLegend(edition, false)}${matrixTable(edition, [release.criminalisation])}${matrixSources(edition, release.criminalisation)}` : null}
<h2 id="left-out">${w.leftOut}</h2>${leftOut(edition, release)}
</div><aside>${facts(edition, matter, release)}
<h2>${w.downloads}</h2><ul class="downloads"><li><a href="${jsonAddress(head.id)}" download="${head.id}.json">${w.json}</a></li><li><a href="${csvAddress(head.id)}" download>${w.csv}</a></li><li class="soft">${w.print}</li></ul>
${changesLink(edition, matter)}${siblings.length > 1 ? html`<h2>${w.others}</h2>${releaseList(edition, siblings, head.id)}` : null}</aside></div>`;
}
