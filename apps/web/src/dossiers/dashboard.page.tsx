import { VisuallyHidden } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { Title } from '../platform/shell/page.tsx';
import { seen, useAsOf } from './as-of.ts';
import { CoveragePanel } from './dashboard/coverage-panel.tsx';
import { FindObligation } from './dashboard/find-obligation.tsx';
import { TreatyMap } from './dashboard/map.tsx';
import { NextPanel } from './dashboard/next-panel.tsx';
import { standingsOf } from './dashboard/standing.ts';
import { gapPages } from './dashboard.needs.ts';
import './dashboard.css';

const route = getRouteApi('/inside/dossiers/$dossier/');
const panes = ['text', 'coverage', 'next'] as const;

/** The text in the middle, coverage and next steps in its margins. */
export function DashboardPage() {
  const { t } = useTranslation(['dossiers']);
  const { dossier: id } = route.useParams();
  const { lane = 'law', pane = 'text' } = route.useSearch();
  const asOf = useAsOf();
  const { data: dossier } = useSuspenseQuery(ask(contract.dossiers.get, seen(id, asOf)));
  const { data: treaty } = useSuspenseQuery(ask(contract.treaties.treaty, {}));
  const { data: coverage } = useSuspenseQuery(ask(contract.gaps.coverage, seen(id, asOf)));
  const { data: states } = useSuspenseQuery(ask(contract.dossiers.obligations, seen(id, asOf)));
  const [first, second] = useSuspenseQueries({ queries: gapPages(id, asOf) });
  const gaps = useMemo(() => [...(first?.data.items ?? []), ...(second?.data.items ?? [])], [first, second]);
  const standings = useMemo(() => standingsOf(states.items, gaps), [states, gaps]);
  return (
    <div className="dashboard" data-pane={pane}>
      <Title of={t('dossiers:tabs.dashboard')} />
      <VisuallyHidden component="h1" tabIndex={-1}>
        {dossier.stateName}: {t('dossiers:tabs.dashboard')}
      </VisuallyHidden>
      <nav className="dashboard-panes no-print" aria-label={t('dossiers:dashboard.panes')}>
        {panes.map((one) => (
          <Link
            key={one}
            from="/dossiers/$dossier/"
            to="."
            search={(now) => ({ ...now, pane: one === 'text' ? undefined : one })}
            replace
            activeOptions={{ exact: true, explicitUndefined: true }}
            aria-current={one === pane ? 'true' : undefined}
          >
            {t(`dossiers:dashboard.${one}`)}
          </Link>
        ))}
      </nav>
      <section className="dashboard-text" aria-label={t('dossiers:dashboard.textLabel')}>
        <h2 className="dashboard-title" {...english}>
          {treaty.title}
        </h2>
        <FindObligation states={states.items} />
        <TreatyMap dossier={id} standings={standings} lane={lane} />
      </section>
      <aside className="dashboard-coverage" aria-label={t('dossiers:dashboard.coverage')}>
        <h2>{t('dossiers:dashboard.coverage')}</h2>
        <CoveragePanel coverage={coverage} />
      </aside>
      <aside className="dashboard-next" aria-label={t('dossiers:dashboard.next')}>
        <h2>{t('dossiers:dashboard.next')}</h2>
        <NextPanel dossier={dossier} gaps={gaps} total={first?.data.total ?? 0} />
      </aside>
    </div>
  );
}
