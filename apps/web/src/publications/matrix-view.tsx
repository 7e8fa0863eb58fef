import type { ReleaseMatrix } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useMatrixNames } from '../assessments/criminalisation/use-matrix-names.ts';
import { ValueMark } from '../assessments/criminalisation/value-mark.tsx';
import '../assessments/criminalisation/matrix.css';

/** The criminalisation matrix of a release: every cell that is set, with what the public will read of its source. */
export function MatrixView({ matrix: { set, columns, reasons } }: { matrix: ReleaseMatrix }) {
  const { t } = useTranslation(['publications', 'criminalisation']);
  const names = useMatrixNames();
  const titleOf = (code: string) => names.column(code, columns.find((column) => column.code === code)?.title ?? '');
  return (
    <details>
      <summary>{t('publications:preview.matrix', { count: set.length })}</summary>
      <ul className="release-matrix">
        {set.map(({ row, column, value, source, restsOnUnpublished }) => (
          <li key={`${row} ${column}`} className="small">
            <ValueMark value={value} isOwn /> {row === 'STATE' ? t('criminalisation:state') : row}
            {', '}
            {column} {titleOf(column)}: <b>{t(`criminalisation:value.${value}`)}</b>{' '}
            <bdi className="soft">{restsOnUnpublished ? t('publications:preview.unpublished') : source}</bdi>
          </li>
        ))}
      </ul>
      {reasons.map(({ element, reason }) => (
        <p className="small" key={element}>
          {element}: <bdi>{reason}</bdi>
        </p>
      ))}
    </details>
  );
}
