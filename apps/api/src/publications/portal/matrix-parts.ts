// The criminalisation matrix as a table of marks: of one release, or of several beside one another.
import type { CriminalisationValue, ReleaseMatrix } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Edition } from './edition.ts';
import { own } from './marks.ts';
import { columnOn, nameOn } from './matrix-names.ts';
import { type MatrixWords, matrixWords } from './matrix-words.ts';

type Value = CriminalisationValue | null;
const tones: Record<CriminalisationValue, string> = { yes: 'full', partly: 'part', no: 'least', not_applicable: 'outside', unknown: 'unknown' };
/** The mark of a value in its colour and pattern; null is silence. */
export const mark = (value: Value): Markup => html`<i class="m u-${value ? tones[value] : 'unassessed'}"></i>`;
/** The word for a value; silence has one, too. */
export const valueIn = (words: MatrixWords, value: Value): string => words.values[value ?? 'none'];
/** Two dossiers that speak say different things; silence is no difference. */
export const differ = (values: readonly Value[]): boolean => new Set(values.filter((value) => value !== null)).size > 1;

/** What each matrix says of an act in a column; null where it says nothing. */
export const valuesAt = (matrices: readonly ReleaseMatrix[], act: string, column: string): Value[] =>
  matrices.map(({ acts, columns }) => acts.find(({ code }) => code === act)?.values[columns.findIndex(({ code }) => code === column)] ?? null);

/** The marks with their words. */
export function matrixLegend({ lang }: Edition, isBeside: boolean): Markup {
  const words = matrixWords(lang);
  const values: Value[] = ['yes', 'partly', 'no', 'not_applicable', 'unknown', null];
  return html`<ul class="m-legend">${values.map((value) => html`<li>${mark(value)} ${valueIn(words, value)}</li>`)}</ul><p class="small soft">${words.mandated}${isBeside ? ` · ${words.differs}` : ''}</p>`;
}

/** The rows and columns of the first matrix; every release holds its catalogue's own. */
export function matrixTable(edition: Edition, matrices: readonly ReleaseMatrix[]): Markup | null {
  const { lang, fill } = edition;
  const [first] = matrices;
  if (!first) return null;
  const words = matrixWords(lang);
  const isOne = matrices.length === 1;
  const cell = (act: string, column: string) => {
    const values = valuesAt(matrices, act, column);
    const said = values.map((value, i) => (isOne ? valueIn(words, value) : fill(words.said, { n: i + 1, value: valueIn(words, value) })));
    return html`<td${differ(values) ? html` class="d"` : null}><span class="vh">${said.join(' ')}</span><span aria-hidden="true">${values.map(mark)}</span></td>`;
  };
  const heads = first.columns.map(({ code, title, force }) => {
    const name = nameOn(edition, 'column', code, title);
    return html`<th scope="col"${force === 'mandatory' ? html` class="md"` : null}><span class="up"${name.tongue}><b>${code}</b> ${name.text}</span></th>`;
  });
  const head = ({ code, act, object, citation }: ReleaseMatrix['acts'][number]) => {
    const [name, what] = [nameOn(edition, 'act', code, act), nameOn(edition, 'object', code, object)];
    return html`<th scope="row"><bdi${name.tongue}><b>${code}</b> ${name.text}</bdi><small><bdi lang="en" dir="ltr">${citation}</bdi> · <bdi${what.tongue}>${what.text}</bdi></small></th>`;
  };
  const elements = [...new Set(first.acts.map(({ element }) => element))];
  const body = elements.map((element) => {
    const acts = first.acts.filter((act) => act.element === element);
    return html`<tbody>${acts.map((act) => html`<tr>${head(act)}${first.columns.map((column) => cell(act.code, column.code))}</tr>`)}</tbody>`;
  });
  return html`<div class="m-scroll${matrices.length > 2 ? '' : ' is-whole'}" role="region" tabindex="0" aria-label="${words.title}"><table class="matrix"><caption class="vh">${words.title}</caption><thead><tr><th scope="col">${words.act}</th>${heads}</tr></thead>${body}</table></div>`;
}

/** What was set in one release, with its sources and reasons. */
export function matrixSources(edition: Edition, { set, columns, reasons }: ReleaseMatrix): Markup | null {
  const words = matrixWords(edition.lang);
  if (set.length === 0) return null;
  const titles = new Map(columns.map(({ code, title }) => [code, title]));
  const rows = set.map(
    ({ row, column, value, source, restsOnUnpublished }) =>
      html`<tr><th scope="row">${row === 'STATE' ? words.state : row}</th><td>${columnOn(edition, column, titles.get(column) ?? '')}</td><td>${valueIn(words, value)}</td><td>${source ? own(source) : restsOnUnpublished ? html`<span class="soft">${words.unpublished}</span>` : null}</td></tr>`,
  );
  return html`${reasons.length ? html`<h3>${words.reasons}</h3><dl>${reasons.map(({ element, reason }) => html`<div><dt><bdi dir="ltr">${element}</bdi></dt><dd dir="auto">${reason}</dd></div>`)}</dl>` : null}
<details><summary>${words.sources}</summary><table class="list"><thead><tr><th scope="col">${words.row}</th><th scope="col">${words.column}</th><th scope="col">${words.value}</th><th scope="col">${words.source}</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

/** `R01–R03, R10`: acts that follow one another are named by the first and the last. */
export function inRanges(acts: readonly string[], all: readonly string[]): string {
  const runs: string[][] = [];
  for (const act of acts) {
    const run = runs.at(-1);
    if (run && all.indexOf(act) === all.indexOf(run.at(-1) ?? '') + 1) run.push(act);
    else runs.push([act]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}
