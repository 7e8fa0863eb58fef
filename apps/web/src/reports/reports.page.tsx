import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../dossiers/as-of.ts';
import { CoverageTable } from '../gaps/coverage-table.tsx';
import { dayInWords } from '../platform/dates.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { Page } from '../platform/shell/page.tsx';
import { ReportContents } from './report-contents.tsx';
import { ReportDownloads } from './report-downloads.tsx';
import { ReportScales } from './report-scales.tsx';
import { OrderReportForm } from './runs/order-report.tsx';
import { ReportRuns } from './runs/report-runs.tsx';
import { SectionsChart } from './sections-chart.tsx';
import { TemplateDownloads } from './templates/template-downloads.tsx';
import './reports.css';

const route = getRouteApi('/inside/dossiers/$dossier/reports');

export function ReportsPage() {
  const { t } = useTranslation(['reports', 'composer']);
  const { dossier: id } = route.useParams();
  const asOf = useAsOf();
  const { data: dossier } = useSuspenseQuery(ask(contract.dossiers.get, seen(id, asOf)));
  const { data: coverage } = useSuspenseQuery(ask(contract.gaps.coverage, seen(id, asOf)));
  const { items, sections } = useSuspenseQuery(ask(contract.obligations.list, {})).data;
  const count = items.flatMap(({ elements }) => elements).length;
  const titleOf = (section: string) => sections.find(({ code }) => code === section)?.title ?? '';
  return (
    <Page
      title={t('reports:title')}
      lead={t('reports:lead')}
      acts={
        <Link to="/dossiers/$dossier/reports/composed" params={{ dossier: id }} className="compose-link">
          {t('composer:open')}
        </Link>
      }
    >
      <div className="report">
        <div>
          <section aria-labelledby="make">
            <h2 id="make">{t('reports:runs.make')}</h2>
            <p>{t('reports:runs.lead')}</p>
            <OrderReportForm dossier={dossier} />
            <ReportRuns dossier={id} />
          </section>
        </div>
        <section aria-labelledby="status">
          <h2 id="status">{t('reports:status')}</h2>
          <p>{t('reports:statusText', { count })}</p>
          <ReportDownloads dossier={dossier} />
          <TemplateDownloads dossier={dossier} />
        </section>
      </div>
      <ReportScales contents={<ReportContents organisation={dossier.organisation.name} />} />
      <section aria-labelledby="coverage" className="report-coverage">
        <h2 id="coverage">{t('reports:coverage', { day: dayInWords(coverage.on) })}</h2>
        <h3>{t('reports:byArticle')}</h3>
        <CoverageTable
          caption={t('reports:elementsCaption')}
          of={t('reports:article')}
          rows={coverage.byArticle.map(({ article, ...tallies }) => ({ key: String(article), head: t('reports:articleNumber', { article }), ...tallies }))}
          overall={coverage.overall}
        />
        <SectionsChart
          coverage={coverage}
          table={
            <CoverageTable
              caption={t('reports:elementsCaption')}
              of={t('reports:section')}
              rows={coverage.bySection.map(({ section, ...tallies }) => ({
                key: section,
                head: (
                  <span {...english}>
                    {section} {titleOf(section)}
                  </span>
                ),
                ...tallies,
              }))}
              overall={coverage.overall}
            />
          }
        />
        <p className="soft">{t('reports:bySectionLead')}</p>
      </section>
    </Page>
  );
}
