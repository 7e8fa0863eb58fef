import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FigureRow, type Figures, figureSeries, figureSexes } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../dossiers/as-of.ts';
import { momentAsDay } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { english } from '../../platform/settings.ts';
import { useElements } from '../elements.ts';
import { figuresOf } from './figures.needs.ts';
import { isOf } from './figures-draft.ts';
import { FiguresForm } from './figures-form.tsx';
import './figures.css';

/** On the page of a piece of statistics: what it counts, series by series, and the form to enter it. */
export function FiguresPart({ place }: { place: { id: string; evidence: string } }) {
  const { t } = useTranslation(['figures', 'platform']);
  const figures = useSuspenseQuery(figuresOf(place.id, place.evidence, useAsOf())).data;
  const [isEntering, entering] = useDisclosure(false);
  const close = { 'aria-label': t('platform:close') };
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('figures:title')}</h2>
      <p className="small soft">{t('figures:lead')}</p>
      <FiguresTold figures={figures} />
      <p className="no-print">
        <Allowed may={figures.may.record}>
          {(refused) => (
            <Button variant="default" onClick={entering.open} {...refused}>
              {t(figures.rows.length === 0 ? 'figures:enter' : 'figures:change')}
            </Button>
          )}
        </Allowed>
      </p>
      <Drawer opened={isEntering} onClose={entering.close} position="right" size="min(70rem, 100vw)" title={t('figures:form.title')} closeButtonProps={close}>
        <FiguresForm place={place} figures={figures} close={entering.close} />
      </Drawer>
    </section>
  );
}

function FiguresTold({ figures: { rows, recordedAt, recordedBy } }: { figures: Figures }) {
  const { t } = useTranslation(['figures']);
  const { elementOf } = useElements();
  if (rows.length === 0) return <p>{t('figures:none')}</p>;
  return (
    <>
      {figureSeries
        .map((series) => ({ series, of: rows.filter(isOf(series)) }))
        .filter(({ of }) => of.length > 0)
        .map(({ series: { element, indicator }, of }) => (
          <FiguresTable key={`${element} ${indicator}`} rows={of}>
            {t(`figures:indicator.${indicator}`)} · <bdi>{elementOf(element)?.citation}</bdi> <span {...english}>{elementOf(element)?.title}</span>
          </FiguresTable>
        ))}
      <p className="small soft">{t('figures:recorded', { by: recordedBy ?? '', day: recordedAt ? momentAsDay(recordedAt) : '' })}</p>
    </>
  );
}

function FiguresTable({ rows, children }: { rows: readonly FigureRow[]; children: React.ReactNode }) {
  const { t } = useTranslation(['figures']);
  const sexes = [...figureSexes.filter((sex) => rows.some((row) => row[sex] !== null)), 'all' as const];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="figures-scroll" aria-label={t('figures:title')} tabIndex={0}>
      <table className="figures-table">
        <caption>{children}</caption>
        <thead>
          <tr>
            {(['year', 'region', 'age', ...sexes] as const).map((column) => (
              <th key={column} scope="col">
                {t(`figures:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.year} ${row.region} ${row.age}`}>
              <th scope="row">{row.year}</th>
              <td>{row.region === '' ? t('figures:wholeState') : <bdi>{row.region}</bdi>}</td>
              <td>{row.age === '' ? t('figures:allAges') : row.age === 'unknown' ? t('figures:unknownAge') : <bdi>{row.age.replace('-', '–')}</bdi>}</td>
              {sexes.map((sex) => (
                <td key={sex}>{row[sex] === null ? <span className="soft">{t('figures:notRecorded')}</span> : t('figures:count', { count: row[sex] })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
