// Two releases of one dossier: what moved, why, and on what new evidence.
import type { PublicRelease, ReleaseChanges } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { releaseAddress, stateAddress } from '../portal/addresses.ts';
import type { Edition } from '../portal/edition.ts';
import type { Page } from '../portal/frame.ts';
import { coverageTable, own } from '../portal/marks.ts';
import { changesAddress, dataOfChanges } from './addresses.ts';
import { changeParts, piecesPart } from './change-parts.ts';
import type { TwoReleases } from './comparisons.queries.ts';
import { matrixChangePart } from './matrix-change-parts.ts';
import { downloads, fault, option, tongue } from './parts.ts';
import { comparedOf } from './two-releases.ts';
import { wordsIn } from './words.ts';

export function changesPage(edition: Edition, two: TwoReleases, since: string | null): Page {
  const { fill, day } = edition;
  const w = wordsIn(edition).changes;
  const compared = comparedOf(two, since);
  const path = changesAddress(two.head.id);
  const page = { description: fill(w.description, { state: two.stateName }), path, query: { since } };
  switch (compared.is) {
    case 'compared': {
      const { from, to } = compared.changes;
      const numbers = { from: from?.number ?? 0, to: to.number };
      const title = fill(w.title, { organisation: two.head.organisation.name, state: two.stateName, ...numbers });
      return { ...page, status: 200, title, body: whole(edition, two, compared.changes) };
    }
    case 'first':
      return {
        ...page,
        status: 200,
        title: w.open,
        body: html`${above(edition, two)}<h1>${w.open}</h1>${choice(edition, two, null)}<p class="none">${w.first}</p>`,
      };
    case 'withdrawn': {
      const { which } = compared;
      const told = fill(w.withdrawn, { number: which.number, day: day(which.withdrawn?.at ?? which.publishedAt) });
      const stone = html`<dl class="facts"><div><dt>${edition.words.tombstone.reason}</dt><dd dir="auto">${which.withdrawn?.reason}</dd></div><div><dt>${edition.words.release.hash}</dt><dd><code class="hash">${which.sha256}</code></dd></div></dl>`;
      return { ...page, status: 410, title: w.unfitTitle, body: unfit(edition, two, told, since, stone) };
    }
    case 'unfit':
      return { ...page, status: compared.why === 'unknown' ? 404 : 400, title: w.unfitTitle, body: unfit(edition, two, w.unfit[compared.why], since) };
  }
}

const above = ({ words, to, fill }: Edition, { head, stateName }: TwoReleases): Markup =>
  html`<p class="kicker"><a href="${to(stateAddress(head.state))}"><span lang="en" dir="ltr">${stateName}</span></a> · ${words.kind[head.kind]} · <a href="${to(releaseAddress(head.id))}">${fill(words.release.kicker, { number: head.number })}</a></p>`;

const unfit = (edition: Edition, two: TwoReleases, sentence: string, since: string | null, more: Markup | null = null): Markup => {
  const { changes: w } = wordsIn(edition);
  const beside = edition.to(`${stateAddress(two.head.state)}/compare`);
  return html`${above(edition, two)}<h1>${w.unfitTitle}</h1>${fault([sentence])}${more}<p><a class="go" href="${beside}">${edition.words.state.compare}</a></p><h2>${w.choose}</h2>${choice(edition, two, since)}`;
};

/** The other releases of the dossier; a withdrawn one can be seen and not chosen. */
function choice(edition: Edition, { head, siblings }: TwoReleases, since: string | null): Markup | null {
  const { words, fill, day } = edition;
  const { changes: w } = wordsIn(edition);
  const others = siblings.filter(({ id }) => id !== head.id);
  if (others.length === 0) return null;
  const numberOf = new Map(siblings.map(({ id, number }) => [id, number]));
  const named = (one: PublicRelease) =>
    [
      `${fill(words.release.kicker, { number: one.number })}, ${day(one.publishedAt)}`,
      one.erratumOf ? fill(w.erratum, { number: numberOf.get(one.erratumOf) ?? '?' }) : '',
      one.withdrawn ? w.withdrawnOne : '',
    ]
      .filter(Boolean)
      .join(' · ');
  const at = head.withdrawn ? others.find(({ withdrawn }) => !withdrawn) : head;
  return html`<form class="find" action="${changesAddress(at?.id ?? head.id)}">${tongue(edition)}<label class="grow"><span>${w.since}</span><select name="since">${others.map((one) => option(one.id, named(one), one.id === since, one.withdrawn !== null))}</select></label><button>${wordsIn(edition).apply}</button></form>`;
}

function notices(edition: Edition, { siblings }: TwoReleases, { from, to, between, hasSameCatalogue, articles }: ReleaseChanges): Markup {
  const { words, fill, day } = edition;
  const { changes: w } = wordsIn(edition);
  const numberOf = new Map(siblings.map(({ id, number }) => [id, number]));
  const errata = [from, ...between, to].flatMap((one) => (one?.erratumOf && !one.withdrawn ? [one] : []));
  const told = [
    ...errata.map(({ number, erratumOf }) => fill(w.isErratum, { number, of: numberOf.get(erratumOf ?? '') ?? '?' })),
    hasSameCatalogue ? '' : w.catalogue,
    articles.added.length ? fill(w.articlesAdded, { articles: articles.added.join(', ') }) : '',
    articles.dropped.length ? fill(w.articlesDropped, { articles: articles.dropped.join(', ') }) : '',
  ].filter(Boolean);
  const one = (release: PublicRelease) =>
    html`<li><a href="${edition.to(releaseAddress(release.id))}">${fill(words.release.kicker, { number: release.number })}</a> <span class="soft">${day(release.publishedAt)}${release.withdrawn ? html` · ${fill(w.gone, { day: day(release.withdrawn.at), reason: '' })}<bdi>${release.withdrawn.reason}</bdi>` : null}</span></li>`;
  return html`${told.map((sentence) => html`<p class="notice">${sentence}</p>`)}${between.length ? html`<h2>${w.between}</h2><ul class="releases">${between.map(one)}</ul>` : null}`;
}

function whole(edition: Edition, two: TwoReleases, changes: ReleaseChanges): Markup {
  const { fill, day } = edition;
  const { changes: w } = wordsIn(edition);
  const { from, to, coverage, unchanged } = changes;
  if (!from || !coverage.before) return html``;
  const lead = fill(w.lead, { to: to.number, toDay: day(to.publishedAt), from: from.number, fromDay: day(from.publishedAt) });
  const other = two.head.id === to.id ? from : to;
  const side = (word: string, release: PublicRelease, lanes: ReleaseChanges['coverage']['after']) =>
    html`<div><h3><a href="${edition.to(releaseAddress(release.id))}">${fill(word, { number: release.number })}</a></h3>${coverageTable(edition, lanes)}</div>`;
  return html`${above(edition, two)}<h1>${fill(w.heading, { number: from.number })}</h1><p class="by">${own(two.head.organisation.name)}</p><p class="lead">${lead}</p>
${choice(edition, two, other.id)}${notices(edition, two, changes)}
<h2>${w.coverage}</h2><div class="then-now">${side(w.earlier, from, coverage.before)}${side(w.later, to, coverage.after)}</div>
${downloads(edition, dataOfChanges(to.id, from.id))}
${changeParts(edition, changes)}
<p class="soft">${fill(w.same, { count: unchanged })}</p>
${matrixChangePart(edition, changes)}
${piecesPart(edition, changes)}`;
}
