import type { Criminalisation } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Verdict } from '../../platform/marks/verdict.tsx';
import { english } from '../../platform/settings.ts';
import '../../platform/table/table.css';

/** The elements on which the columns bear: the verdict in law that counts, and what in the matrix speaks against it. As recorded, without what is typed. */
export function MatrixVerdicts({ matrix: { dossier, elements, columns } }: { matrix: Criminalisation }) {
  const { t } = useTranslation(['criminalisation', 'assessments']);
  const titleOf = (code: string) => `${code} ${columns.find((column) => column.code === code)?.title ?? ''}`;
  return (
    <section className="matrix-verdicts">
      <h2>{t('criminalisation:verdicts.title')}</h2>
      <p className="soft">{t('criminalisation:verdicts.lead')}</p>
      <table className="record">
        <thead>
          <tr>
            <th scope="col">{t('criminalisation:verdicts.element')}</th>
            <th scope="col">{t('criminalisation:verdicts.law')}</th>
            <th scope="col">{t('criminalisation:verdicts.against')}</th>
          </tr>
        </thead>
        <tbody>
          {elements.map(({ code, citation, title, obligation, applies, law, against, matrixReason }) => {
            const counted = [...new Set(against.map(({ column }) => column))].map((column) => ({
              column,
              count: against.filter((one) => one.column === column).length,
            }));
            return (
              <tr key={code}>
                <th scope="row">
                  <Link to="/dossiers/$dossier/obligations/$code" params={{ dossier, code: obligation }} search={{ element: code }}>
                    {citation}
                  </Link>{' '}
                  <span {...english}>{title}</span>
                </th>
                <td>
                  <Verdict lane="law" verdict={law} applies={applies} />
                </td>
                <td>
                  {counted.length === 0 ? (
                    <span className="soft">{t('criminalisation:verdicts.nothing')}</span>
                  ) : (
                    counted.map(({ column, count }) => (
                      <span key={column} className="matrix-against">
                        {t('criminalisation:verdicts.cells', { column: titleOf(column), count })}
                      </span>
                    ))
                  )}
                  {law === 'compliant' && against.length > 0 ? (
                    <p className={matrixReason ? 'small' : 'small matrix-contradiction'} dir="auto">
                      {matrixReason ? t('criminalisation:verdicts.reason', { reason: matrixReason }) : t('criminalisation:verdicts.contradiction')}
                    </p>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
