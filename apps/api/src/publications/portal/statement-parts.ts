// What organisations said to each other on one element: replies as a thread, and who was asked to show evidence.
import type { OpenRequest, PublicStatement } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { releaseAddress, statementAnchor } from './addresses.ts';
import type { Edition } from './edition.ts';
import { own } from './marks.ts';
import { standingWords, statementWords } from './statement-words.ts';

const jsonOf = (id: string) => `/api/public/statements/${id}.json`;

/** A sentence of ours in whose places stand markup: names that are somebody's own. */
function woven(sentence: string, values: Record<string, Markup>): Markup {
  return html`${sentence.split(/(\{\w+\})/).map((part) => values[part.slice(1, -1)] ?? html`${part}`)}`;
}
const foot = (edition: Edition, { id, publishedAt, sha256 }: PublicStatement): Markup =>
  html`<p class="soft small">${edition.day(publishedAt)} · <a href="${jsonOf(id)}">${statementWords[edition.lang].hash}</a> <code dir="ltr">${sha256.slice(0, 16)}…</code></p>`;
const text = (one: PublicStatement): Markup | null => (one.text ? html`<div class="said" dir="auto">${one.text}</div>` : null);

function about(edition: Edition, { to, toWithdrawn }: PublicStatement): Markup {
  const w = statementWords[edition.lang];
  const link = html`<a href="${edition.to(releaseAddress(to.publication))}">${woven(edition.fill(w.about, { number: to.number }), { who: own(to.organisation.name) })}</a>`;
  return html`${link}${toWithdrawn ? html` · ${w.aboutWithdrawn}` : null}`;
}

/** What stands in the place of a withdrawn statement: who, on what, when, why, and the hash of what was said. */
const stone = (edition: Edition, one: PublicStatement, { at, reason }: NonNullable<PublicStatement['withdrawn']>): Markup =>
  html`<p><b>${own(one.organisation.name)}</b> ${edition.fill(statementWords[edition.lang].gone[one.kind], { day: edition.day(at) })}</p><p dir="auto">${reason}</p><p class="soft small">${about(edition, one)} · ${edition.day(one.publishedAt)} · SHA-256 <code class="hash">${one.sha256}</code></p>`;

/** Replies and what replies to them, the oldest first; each is indented below what it replies to. */
export function thread(edition: Edition, replies: readonly PublicStatement[]): Markup | null {
  if (replies.length === 0) return null;
  const w = statementWords[edition.lang];
  const known = new Set(replies.map(({ id }) => id));
  const below = (parent: string | null): Markup | null => {
    const here = replies.filter((one) => (one.parent && known.has(one.parent.id) ? one.parent.id : null) === parent);
    return here.length === 0
      ? null
      : html`<ul class="thread">${here.map(
          (one) =>
            html`<li id="${statementAnchor(one.id)}">${one.withdrawn ? stone(edition, one, one.withdrawn) : html`<p><b>${own(one.organisation.name)}</b> ${one.stand ? w.stand[one.stand] : null} <span class="soft small">${about(edition, one)}</span></p>${text(one)}${foot(edition, one)}`}${below(one.id)}</li>`,
        )}</ul>`;
  };
  return html`<h3>${w.replies}</h3>${below(null)}`;
}

/** Requests for evidence with how they stand, and for how many days. */
export function requestsPart(edition: Edition, requests: readonly OpenRequest[]): Markup | null {
  if (requests.length === 0) return null;
  const w = statementWords[edition.lang];
  const said = (
    one: PublicStatement,
  ) => html`<p><b>${woven(w.answered, { who: own(one.organisation.name) })}</b>${one.ground ? html` ${w.ground[one.ground]}` : null}</p>
${one.evidence ? html`<p class="small"><a href="${edition.to(releaseAddress(one.evidence.publication))}">${edition.fill(w.pieces, { number: one.evidence.number })}</a></p><ul class="cited">${one.evidence.pieces.map((piece) => html`<li><a href="${edition.to(`${releaseAddress(one.evidence?.publication ?? '')}#piece-${piece.ref}`)}">${own(piece.title)}</a> <span class="soft">${edition.words.evidenceKind[piece.kind]}</span></li>`)}</ul>` : null}${text(one)}${foot(edition, one)}`;
  const answer = (one: PublicStatement) => html`<li id="${statementAnchor(one.id)}">${one.withdrawn ? stone(edition, one, one.withdrawn) : said(one)}</li>`;
  const question = (request: PublicStatement) =>
    html`<p><b>${woven(w.asks, { who: own(request.organisation.name), whom: own(request.to.organisation.name) })}</b> <span class="soft small">${about(edition, request)}</span></p>`;
  const one = ({ request, answers, ...stands }: OpenRequest) =>
    html`<li id="${statementAnchor(request.id)}">${request.withdrawn ? stone(edition, request, request.withdrawn) : question(request)}
<p class="standing is-${stands.standing}">${standingWords(edition.lang, stands)}</p>${request.withdrawn ? null : html`${text(request)}${foot(edition, request)}`}${answers.length ? html`<ul class="thread">${answers.map(answer)}</ul>` : null}</li>`;
  return html`<h3>${w.requests}</h3><p class="soft small">${w.requestsLead}</p><ul class="thread">${requests.map(one)}</ul>`;
}

/** Ways into the app for organisations: to reply to a position, or to ask for its evidence. */
export function ways(edition: Edition, { state, release, element }: { state: string; release: string; element: string }): Markup {
  const w = statementWords[edition.lang];
  const at = (act: 'reply' | 'ask') => `/say?act=${act}&state=${state}&release=${release}&element=${element}`;
  return html`<p class="small ways"><a href="${at('reply')}" rel="nofollow" title="${w.contestedLead}">${w.reply}</a> · <a href="${at('ask')}" rel="nofollow" title="${w.contestedLead}">${w.ask}</a></p>`;
}
