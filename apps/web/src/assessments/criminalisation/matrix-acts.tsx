import { NativeSelect } from '@mantine/core';
import type { Criminalisation } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { english } from '../../platform/settings.ts';
import { CellBar } from './cell-bar.tsx';
import type { Place } from './matrix-draft.ts';
import type { MatrixWork } from './use-matrix-draft.ts';
import { useValueWords } from './use-value-words.ts';
import { ValueMark } from './value-mark.tsx';

interface MatrixActsProps {
  matrix: Criminalisation;
  work: MatrixWork;
  at: Place;
  go: (place: Place) => void;
}

/** The matrix on a phone: one act, group or the State at a time, its columns below one another; the one chosen opens. */
export function MatrixActs({ matrix, work, at, go }: MatrixActsProps) {
  const { t } = useTranslation(['criminalisation']);
  const { rowInWords, valueInWords, originInWords } = useValueWords();
  const row = work.rows.find(({ code }) => code === at.row);
  if (!row) return null;
  return (
    <div className="matrix-acts">
      <NativeSelect
        label={t('criminalisation:narrow')}
        value={row.code}
        onChange={(event) => go({ row: event.currentTarget.value, column: at.column })}
        data={work.rows.map((one) => ({ value: one.code, label: rowInWords(one) }))}
      />
      {row.more ? (
        <p className="small soft" {...(row.kind === 'group' ? english : {})}>
          {row.more}
        </p>
      ) : null}
      <ul>
        {matrix.columns.map(({ code, title, force }) => {
          const shown = work.read(row, code);
          const isOpen = code === at.column;
          return (
            <li key={code}>
              <button type="button" aria-expanded={isOpen} data-pending={shown.isPending || undefined} onClick={() => go({ row: row.code, column: code })}>
                <ValueMark value={shown.value} isOwn={shown.own !== null} />
                <span>
                  <span data-mandated={force === 'mandatory' || undefined}>
                    {code} {title}
                  </span>
                  <span className="small soft">{[valueInWords(shown.value), originInWords(shown, row)].filter(Boolean).join(', ')}</span>
                </span>
              </button>
              {isOpen ? <CellBar matrix={matrix} work={work} at={{ row: row.code, column: code }} /> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
