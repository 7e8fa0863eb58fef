// What moved in the criminalisation matrix: column by column, acts that moved alike in one line.
import { criminalisationActs } from '@servanda/catalogue';
import type { CellChange, ReleaseChanges } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Edition } from '../portal/edition.ts';
import { own } from '../portal/marks.ts';
import { nameOn } from '../portal/matrix-names.ts';
import { inRanges, mark, valueIn } from '../portal/matrix-parts.ts';
import { matrixWords } from '../portal/matrix-words.ts';
import { wordsIn } from './words.ts';

const order = criminalisationActs.map(({ code }) => code);
const alike = ({ column, before, after }: CellChange) => JSON.stringify([column, before, after]);

/** Nothing where neither release holds a matrix. */
export function matrixChangePart(edition: Edition, { criminalisation, from, to }: ReleaseChanges): Markup | null {
  if (!criminalisation) return null;
  const { changes: w } = wordsIn(edition);
  const { heldBy, cells, unchanged } = criminalisation;
  const heading = html`<h2 id="criminalisation">${w.matrix}</h2>`;
  if (heldBy !== 'both')
    return html`${heading}<p class="none">${edition.fill(w.matrixOne, { number: heldBy === 'earlier' ? (from?.number ?? '') : to.number })}</p>`;
  const lines = [...Map.groupBy(cells, alike).values()];
  const told = lines.length
    ? html`<p>${w.matrixLead}</p>${table(edition, lines, { from: from?.number ?? 0, to: to.number })}`
    : html`<p class="none">${w.matrixNone}</p>`;
  return html`${heading}${told}<p class="soft">${edition.fill(w.matrixSame, { count: unchanged })}</p>`;
}

function table(edition: Edition, lines: readonly CellChange[][], { from, to }: { from: number; to: number }): Markup {
  const { changes: w } = wordsIn(edition);
  const words = matrixWords(edition.lang);
  const line = (cells: readonly CellChange[]) => {
    const [first] = cells;
    if (!first) return null;
    const acts = cells.map(({ act }) => act);
    const where = [...new Set(cells.map(({ citation }) => citation))];
    const name = nameOn(edition, 'column', first.column, first.title);
    return html`<tr><th scope="row"><bdi${name.tongue}><b>${first.column}</b> ${name.text}</bdi></th>
<td><bdi dir="ltr">${inRanges(acts, order)}</bdi> <small><bdi lang="en" dir="ltr">${where.map((one, i) => html`${i ? '; ' : null}<span>${one}</span>`)}</bdi></small></td>
<td>${said(edition, first.before)}</td><td>${said(edition, first.after)}</td></tr>`;
  };
  return html`<table class="list cells"><caption class="vh">${w.matrix}</caption><thead><tr><th scope="col">${words.column}</th><th scope="col">${w.acts}</th><th scope="col">${edition.fill(w.earlier, { number: from })}</th><th scope="col">${edition.fill(w.later, { number: to })}</th></tr></thead><tbody>${lines.map(line)}</tbody></table>`;
}

/** The value with its mark, and where it was read. */
function said({ lang }: Edition, { value, source, restsOnUnpublished }: CellChange['before']): Markup {
  const words = matrixWords(lang);
  const read = source ? own(source) : restsOnUnpublished ? words.unpublished : null;
  return html`<span aria-hidden="true">${mark(value)}</span> ${valueIn(words, value)}${read ? html`<small>${read}</small>` : null}`;
}
