// What the criminalisation matrices of two releases say otherwise, cell by cell. Pure.
import type { CellChange, MatrixChanges, ReleaseMatrix } from '@servanda/contract';

type Said = CellChange['before'];
const nothing: Said = { value: null, from: null, source: '', restsOnUnpublished: false };

/** What a matrix says of an act in a column, with the source of the row that says it. */
function readerOf({ acts, columns, set }: ReleaseMatrix): (act: string, column: string) => Said {
  const rows = new Map(acts.map((act) => [act.code, act]));
  const places = new Map(columns.map(({ code }, at) => [code, at]));
  const sources = new Map(set.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return (act, column) => {
    const [row, at] = [rows.get(act), places.get(column)];
    if (!row || at === undefined) return nothing;
    const from = row.from[at] ?? null;
    const { source = '', restsOnUnpublished = false } = sources.get(`${from} ${column}`) ?? {};
    return { value: row.values[at] ?? null, from, source, restsOnUnpublished };
  };
}

/** Another value, or the same read elsewhere: where one of the two does not name its source, nothing is known of that. */
const isOther = (before: Said, after: Said): boolean =>
  before.value !== after.value || (before.source !== '' && after.source !== '' && before.source !== after.source);

/** Null where neither release holds a matrix. Rows and columns are those of the later one, then what the earlier alone has. */
export function matrixChangesBetween(before: ReleaseMatrix | undefined, after: ReleaseMatrix | undefined): MatrixChanges | null {
  if (!before || !after) return before || after ? { heldBy: before ? 'earlier' : 'later', cells: [], unchanged: 0 } : null;
  const [was, is] = [readerOf(before), readerOf(after)];
  const both = <One extends { code: string }>(of: (matrix: ReleaseMatrix) => readonly One[]): One[] => {
    const known = new Set(of(after).map(({ code }) => code));
    return [...of(after), ...of(before).filter(({ code }) => !known.has(code))];
  };
  const [columns, acts] = [both((matrix) => matrix.columns), both((matrix) => matrix.acts)];
  const cells = columns.flatMap((column) =>
    acts.flatMap((act): CellChange[] => {
      const said = { before: was(act.code, column.code), after: is(act.code, column.code) };
      return isOther(said.before, said.after) ? [{ act: act.code, citation: act.citation, column: column.code, title: column.title, ...said }] : [];
    }),
  );
  return { heldBy: 'both', cells, unchanged: columns.length * acts.length - cells.length };
}
