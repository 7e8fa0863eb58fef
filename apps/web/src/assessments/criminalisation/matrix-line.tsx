import type { Criminalisation } from '@servanda/contract';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatrixRow, Place, Shown } from './matrix-draft.ts';
import { useValueWords } from './use-value-words.ts';
import { ValueMark } from './value-mark.tsx';

export interface MatrixLineProps {
  row: MatrixRow;
  columns: Criminalisation['columns'];
  read: (row: MatrixRow, column: string) => Shown;
  /** The column of the caret, where it is in this row. */
  caret: string | null;
  /** First and last of the columns that are chosen in this row, from 0; -1 where none is. */
  start: number;
  end: number;
  /** A cell was pressed, or the pointer came by with its button held. */
  press: (at: Place, isHeld: boolean) => void;
  /** A cell was focused. */
  arrive: (at: Place) => void;
}
export const idOf = ({ row, column }: Place) => `cell-${row}-${column}`;

/** One row of the grid. Kept as it is while neither its cells nor the choice in it change: an arrow key draws two rows, not all. */
export const MatrixLine = memo(function MatrixLine({ row, columns, read, caret, start, end, press, arrive }: MatrixLineProps) {
  const { t } = useTranslation(['criminalisation']);
  const { valueInWords, rowInWords, originInWords } = useValueWords();
  return (
    <tr data-kind={row.kind}>
      <th scope="row" data-here={caret !== null || undefined}>
        {row.kind === 'state' ? (
          t('criminalisation:state')
        ) : (
          <span title={row.more}>
            <b>{row.code}</b> {row.name}
          </span>
        )}
      </th>
      {columns.map(({ code: column, title, force }, at) => {
        const shown = read(row, column);
        const here = { row: row.code, column };
        const said = [valueInWords(shown.value), originInWords(shown, row)].filter(Boolean).join(', ');
        return (
          <td
            key={column}
            id={idOf(here)}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid is a gridcell
            role="gridcell"
            tabIndex={column === caret ? 0 : -1}
            aria-selected={at >= start && at <= end}
            aria-label={t('criminalisation:cell.label', { act: rowInWords(row), column: title, value: said })}
            data-caret={column === caret || undefined}
            data-pending={shown.isPending || undefined}
            data-against={isAgainst(shown, force) || undefined}
            onFocus={() => arrive(here)}
            onMouseDown={(event) => press(here, event.shiftKey)}
            onMouseEnter={(event) => {
              if (event.buttons === 1) press(here, true);
            }}
          >
            <ValueMark value={shown.value} isOwn={shown.own !== null} />
          </td>
        );
      })}
    </tr>
  );
});

/** A column that the text mandates, and that says no. */
const isAgainst = ({ value }: Shown, force: Criminalisation['columns'][number]['force']): boolean => value === 'no' && force === 'mandatory';
