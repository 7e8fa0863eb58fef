import type { Criminalisation, RecordedCell } from '@servanda/contract';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../../platform/dates.ts';
import { english } from '../../platform/settings.ts';
import { CellFields } from './cell-fields.tsx';
import type { MatrixRow, Pending, Place } from './matrix-draft.ts';
import { carried } from './matrix-range.ts';
import type { MatrixWork } from './use-matrix-draft.ts';
import { useValueWords } from './use-value-words.ts';

interface CellBarProps {
  matrix: Criminalisation;
  work: MatrixWork;
  at: Place;
  /** Every cell that is chosen with it: what is set here is set for all of them. */
  chosen?: { rows: readonly MatrixRow[]; columns: readonly string[] };
  place?: RefObject<HTMLDivElement | null>;
  /** Back to the cell. */
  leave?: () => void;
}

/** What one cell asks, under which article, what it says and where that was read. */
export function CellBar({ matrix, work, at, chosen, place, leave }: CellBarProps) {
  const { t } = useTranslation(['criminalisation']);
  const { rowInWords, originInWords, valueInWords } = useValueWords();
  const row = work.rows.find(({ code }) => code === at.row);
  const column = matrix.columns.find(({ code }) => code === at.column);
  if (!row || !column) return null;
  const shown = work.read(row, column.code);
  const [next, ...above] = row.above;
  const inherited = next === undefined ? null : work.read({ ...row, code: next, above }, column.code).value;
  const count = chosen ? chosen.rows.length * chosen.columns.length : 1;
  const set = (cells: Pending[]) => work.set(chosen && count > 1 ? cells.flatMap((cell) => carried(cell, shown, chosen, work.read)) : cells);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads from any field here back to its cell
    <div
      className="matrix-bar no-print"
      ref={place}
      onKeyDown={({ key }) => {
        if (key === 'Escape') leave?.();
      }}
    >
      <div className="matrix-told">
        <p className="matrix-asks">
          <b>
            {column.code} {column.title}
          </b>{' '}
          {column.asks}{' '}
          <span className="soft small">
            <span {...english}>{column.citation}</span> · {t(`criminalisation:force.${column.force}`)}
          </span>
        </p>
        <p className="small">
          {rowInWords(row)}
          {': '}
          <b>{valueInWords(shown.value)}</b> <span className="soft">{originInWords(shown, row)}</span>
          {count > 1 ? <b className="matrix-chosen">{t('criminalisation:cell.chosen', { count })}</b> : null}
        </p>
        {shown.recorded && !shown.isPending ? <RecordedWords cell={shown.recorded} /> : null}
      </div>
      <CellFields dossier={matrix.dossier} row={row} column={column.code} shown={shown} inherited={inherited} isOpen={work.isOpen} set={set} />
    </div>
  );
}

function RecordedWords({ cell: { source, recordedBy, recordedAt } }: { cell: RecordedCell }) {
  const { t } = useTranslation(['criminalisation']);
  const said =
    source?.kind === 'provision'
      ? `${source.law}, ${source.article}`
      : source?.kind === 'evidence'
        ? `${source.title}, ${source.pinpoint}`
        : (source?.words ?? '');
  const isWithdrawn = source !== null && source.kind !== 'words' && source.isWithdrawn;
  return (
    <p className="small soft">
      {t('criminalisation:cell.by', { by: recordedBy, at: momentInWords(recordedAt) })}
      {' · '}
      {source ? <bdi>{said.replace(/, $/, '')}</bdi> : t('criminalisation:cell.noSource')}
      {isWithdrawn ? ` (${t('criminalisation:source.withdrawn')})` : ''}
    </p>
  );
}
