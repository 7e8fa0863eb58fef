import type { Coverage, Lane } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

const columns = ['applicable', 'assessed', 'claimed', 'evidenced', 'verified'] as const;

/** The same numbers as the bars. */
export function CoverageTable({ coverage, lane }: { coverage: Coverage; lane: Lane }) {
  const { t } = useTranslation(['dossiers', 'assessments']);
  return (
    <table className="coverage-table">
      <caption>{t(`assessments:lane.${lane}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('dossiers:dashboard.article')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="figure">
              {t(`dossiers:dashboard.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {coverage.byArticle.map(({ article, ...lanes }) => (
          <tr key={article}>
            <th scope="row">{article}</th>
            {columns.map((column) => (
              <td key={column} className="figure">
                {lanes[lane][column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('dossiers:dashboard.all')}</th>
          {columns.map((column) => (
            <td key={column} className="figure">
              {coverage.overall[lane][column]}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
