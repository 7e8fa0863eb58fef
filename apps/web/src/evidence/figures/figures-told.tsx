import { type FigureRow, figureSeries, figureSexes } from '@servanda/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { english } from '../../platform/settings.ts';
import { useElements } from '../elements.ts';
import { isOf } from './figures-draft.ts';
import { byYear } from './figures-order.ts';
import './figures.css';

/** Figures as they were entered, a table for each series. */
export function FiguresTold({ rows }: { rows: readonly FigureRow[] }) {
  const { t } = useTranslation(['figures']);
  const { elementOf } = useElements();
  if (rows.length === 0) return <p>{t('figures:none')}</p>;
  return figureSeries
    .map((series) => ({ series, of: rows.filter(isOf(series)) }))
    .filter(({ of }) => of.length > 0)
    .map(({ series: { element, indicator }, of }) => (
      <FiguresTable key={`${element} ${indicator}`} rows={of}>
        {t(`figures:indicator.${indicator}`)} · <bdi>{elementOf(element)?.citation}</bdi> <span {...english}>{elementOf(element)?.title}</span>
      </FiguresTable>
    ));
}

function FiguresTable({ rows, children }: { rows: readonly FigureRow[]; children: React.ReactNode }) {
  const { t } = useTranslation(['figures']);
  const caption = useId();
  const sexes = [...figureSexes.filter((sex) => rows.some((row) => row[sex] !== null)), 'all' as const];
  const ageOf = ({ age }: FigureRow) => (age === '' ? t('figures:allAges') : age === 'unknown' ? t('figures:unknownAge') : <bdi>{age.replace('-', '–')}</bdi>);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="figures-scroll" aria-labelledby={caption} tabIndex={0}>
      <table className="figures-table">
        <caption id={caption}>{children}</caption>
        <thead>
          <tr>
            {(['year', 'region', 'age', ...sexes] as const).map((column) => (
              <th key={column} scope="col" className={column === 'year' || column === 'region' || column === 'age' ? undefined : 'figures-count'}>
                {t(`figures:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {byYear(rows).map(({ year, regions }) => (
          <tbody key={year}>
            {regions.flatMap(({ region, rows: ages }, at) =>
              ages.map((row, down) => (
                <tr key={`${region} ${row.age}`} className={row.age === '' && ages.length > 1 ? 'figures-total' : undefined}>
                  {at + down === 0 ? (
                    <th scope="rowgroup" rowSpan={regions.reduce((sum, one) => sum + one.rows.length, 0)}>
                      {year}
                    </th>
                  ) : null}
                  {down === 0 ? (
                    <th scope="row" rowSpan={ages.length}>
                      {region === '' ? t('figures:wholeState') : <bdi>{region}</bdi>}
                    </th>
                  ) : null}
                  <td className="figures-age">{ageOf(row)}</td>
                  {sexes.map((sex) => (
                    <td key={sex} className="figures-count">
                      {row[sex] === null ? <span className="soft">{t('figures:notRecorded')}</span> : t('figures:count', { count: row[sex] })}
                    </td>
                  ))}
                </tr>
              )),
            )}
          </tbody>
        ))}
      </table>
    </section>
  );
}
