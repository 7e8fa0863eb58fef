// What organisations said to each other on a State, in short: what was asked and how it stands, and how often an element was replied on.
import { findElement } from '@servanda/catalogue';
import type { OpenRequest, StatementKind } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { stands } from '../statements/statements.rules.ts';
import { stateAddress, statementAnchor } from './addresses.ts';
import type { Edition } from './edition.ts';
import { own } from './marks.ts';
import { counted, standingWords, statementWords } from './statement-words.ts';

/** A statement without its words. */
export interface SaidOn {
  id: string;
  kind: StatementKind;
  obligation: string;
  element: string;
  parent: string | null;
  organisation: string;
  /** Whose release it is about. */
  to: string;
  /** Moment, ISO 8601. */
  publishedAt: string;
  /** Of an answer: whether it shows evidence. */
  shows: boolean;
  /** Moment at which it was withdrawn; null: it stands. */
  withdrawnAt: string | null;
}
type Asked = SaidOn & Pick<OpenRequest, 'standing' | 'days'>;
const order = ['silent', 'declined', 'shown', 'withdrawn'] as const;

/** Requests, those without an answer first, and of these the oldest. */
const asked = (said: readonly SaidOn[], today: string): Asked[] =>
  said
    .filter(({ kind }) => kind === 'request')
    .map((request) => ({
      ...request,
      ...stands(
        request,
        said.filter(({ kind, parent }) => kind === 'answer' && parent === request.id),
        today,
      ),
    }))
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
const addressOf = ({ to }: Edition, iso3: string, { obligation, id }: SaidOn) => to(`${stateAddress(iso3)}/obligations/${obligation}#${statementAnchor(id)}`);

/** Who was asked by whom to show evidence on the State, and what came of it; nothing where nobody was. */
export function askedPart(edition: Edition, iso3: string, said: readonly SaidOn[], today: string): Markup | null {
  const w = statementWords[edition.lang];
  const rows = asked(said, today);
  if (rows.length === 0) return null;
  const row = (one: Asked) =>
    html`<tr><th scope="row"><bdi lang="en" dir="ltr"><a href="${addressOf(edition, iso3, one)}">${findElement(one.element)?.citation ?? one.element}</a></bdi></th><td data-label="${w.askedBy}">${own(one.organisation)}<small>${edition.day(one.publishedAt)}</small></td><td data-label="${w.askedOf}">${own(one.to)}</td><td class="standing is-${one.standing}">${standingWords(edition.lang, one)}</td></tr>`;
  return html`<h2 id="asked">${w.asked}</h2><p class="soft small">${w.requestsLead}</p>
<table class="said-by asked"><caption class="vh">${w.asked}</caption><thead><tr><th scope="col">${w.element}</th><th scope="col">${w.askedBy}</th><th scope="col">${w.askedOf}</th><th scope="col">${w.how}</th></tr></thead><tbody>${rows.slice(0, 100).map(row)}</tbody></table>`;
}

/** What was said on one element, as links to it; nothing where nothing was. */
export function saidOf(edition: Edition, iso3: string, element: string, said: readonly SaidOn[], today: string): Markup | null {
  const here = said.filter((one) => one.element === element);
  const replies = here.filter(({ kind, withdrawnAt }) => kind === 'reply' && withdrawnAt === null);
  const [first] = replies;
  const w = statementWords[edition.lang];
  const told = [
    ...(first ? [html`<a href="${addressOf(edition, iso3, first)}">${counted(edition.lang, w.replied, replies.length)}</a>`] : []),
    ...asked(here, today).map(
      (one) =>
        html`<a href="${addressOf(edition, iso3, one)}">${w.requests}</a>: <span class="standing is-${one.standing}">${standingWords(edition.lang, one)}</span>`,
    ),
  ];
  return told.length ? html`<p class="small">${told.map((one, i) => html`${i > 0 ? ' · ' : null}${one}`)}</p>` : null;
}
