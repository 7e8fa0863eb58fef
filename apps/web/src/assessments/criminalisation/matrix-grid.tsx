import type { Criminalisation } from '@servanda/contract';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pending, Place } from './matrix-draft.ts';
import { movedBy, stepOf, valueOfKey } from './matrix-keys.ts';
import { idOf, MatrixLine } from './matrix-line.tsx';
import { copiedFrom, type Range, spanOf, wholeOf, within } from './matrix-range.ts';
import type { MatrixWork } from './use-matrix-draft.ts';
import { useValueWords } from './use-value-words.ts';

/** What was copied here says so beside its words, without the headings that a spreadsheet gets. */
const ours = 'application/x-servanda-matrix';

interface MatrixGridProps {
  matrix: Criminalisation;
  work: MatrixWork;
  range: Range;
  choose: (range: Range) => void;
  /** `isOurs`: copied from this grid, row by row. */
  paste: (text: string, isOurs: boolean) => void;
  /** To the fields of the cell. */
  enter: () => void;
}

/** The whole matrix as one grid with one tab stop: arrows move, with Shift they choose, letters set, Delete empties; ranges are copied, cut and pasted. */
export function MatrixGrid({ matrix: { columns }, work, range, choose, paste, enter }: MatrixGridProps) {
  const { t } = useTranslation(['criminalisation']);
  const { known } = useValueWords();
  const grid = useRef<HTMLTableElement>(null);
  const { rows, read, isOpen } = work;
  const codes = columns.map(({ code }) => code);
  const span = spanOf(range, rows, codes);
  const chosen = within(span, rows, codes);
  // Where the caret was brought by us: a cell that is focused otherwise, as by a screen reader, takes it along.
  const brought = useRef(range.at);
  const focus = (at: Place, isHeld: boolean) => {
    brought.current = at;
    choose({ at, held: isHeld ? range.held : at });
    const cell = grid.current?.querySelector<HTMLElement>(`#${idOf(at)}`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const latest = useRef(focus);
  latest.current = focus;
  const press = useCallback((at: Place, isHeld: boolean) => latest.current(at, isHeld), []);
  const arrive = useCallback((at: Place) => {
    if (idOf(at) !== idOf(brought.current)) latest.current(at, false);
  }, []);
  const set = (value: Pending['value']) => {
    if (!isOpen) return;
    const cells = chosen.rows.flatMap((row) =>
      chosen.columns.map((column): Pending => {
        const own = read(row, column).own;
        return { row: row.code, column, value, source: own !== null && own.value === value ? own.source : null };
      }),
    );
    work.set(cells);
  };
  const onKey = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    const isHeldDown = event.ctrlKey || event.metaKey;
    const from = [rows.findIndex(({ code }) => code === range.at.row), codes.indexOf(range.at.column)] as const;
    const isRtl = grid.current !== null && getComputedStyle(grid.current).direction === 'rtl';
    const to = event.altKey ? null : movedBy(key, isHeldDown, isRtl, from, [rows.length, codes.length]);
    const step = isHeldDown ? stepOf(key, shiftKey) : null;
    const value = isHeldDown || event.altKey ? null : valueOfKey(key, known);
    if (to) focus({ row: rows[to[0]]?.code ?? range.at.row, column: codes[to[1]] ?? range.at.column }, shiftKey);
    else if (step === 'all') choose(wholeOf(rows, codes));
    else if (step) (step === 'back' ? work.back : work.forth)?.();
    else if (value) set(value);
    else if (key === 'Delete' || key === 'Backspace') set(null);
    else if (key === 'Enter' || key === 'F2') enter();
    else if (key === 'Escape' && idOf(range.held) !== idOf(range.at)) choose({ held: range.at, at: range.at });
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    const all = { rows, columns: codes, read, known };
    event.clipboardData.setData('text/plain', copiedFrom(span, all));
    event.clipboardData.setData(ours, copiedFrom(span, all, false));
    if (event.type === 'cut') set(null);
  };
  return (
    <div className="matrix-scroll">
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of the ARIA practices is best built upon a table, whose heads it keeps
        role="grid"
        className="matrix-grid"
        aria-label={t('criminalisation:grid')}
        aria-readonly={!isOpen || undefined}
        aria-multiselectable
        onKeyDown={onKey}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={(event) => {
          event.preventDefault();
          const copied = event.clipboardData.getData(ours);
          if (isOpen) paste(copied || event.clipboardData.getData('text/plain'), copied !== '');
        }}
      >
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {t('criminalisation:act')}
            </th>
            {columns.map(({ code, title, force }) => (
              <th key={code} scope="col" data-mandated={force === 'mandatory' || undefined} data-here={code === range.at.column || undefined}>
                <span className="matrix-column">
                  <b>{code}</b> {title}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const isIn = at >= span.rows[0] && at <= span.rows[1];
            const [start, end] = isIn ? span.columns : [-1, -1];
            const caret = row.code === range.at.row ? range.at.column : null;
            return <MatrixLine key={row.code} row={row} columns={columns} read={read} caret={caret} start={start} end={end} press={press} arrive={arrive} />;
          })}
        </tbody>
      </table>
    </div>
  );
}
