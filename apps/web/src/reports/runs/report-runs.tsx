import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isOpen, RunItem } from './run-item.tsx';
import { runsOf } from './runs.needs.ts';
import './runs.css';

/** What was ordered, the newest first; looked at again while something is being made. */
export function ReportRuns({ dossier }: { dossier: string }) {
  const { t } = useTranslation(['reports']);
  const { items, total } = useSuspenseQuery({
    ...runsOf(dossier),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? 1500 : false),
  }).data;
  return (
    <section aria-labelledby="runs" className="no-print">
      <h3 id="runs">{t('reports:runs.title')}</h3>
      {items.length === 0 ? (
        <p className="soft">{t('reports:runs.none')}</p>
      ) : (
        <ul className="report-runs" aria-live="polite">
          {items.map((run) => (
            <RunItem key={run.id} dossier={dossier} run={run} />
          ))}
        </ul>
      )}
      {total > items.length ? <p className="soft small">{t('reports:runs.older', { count: total - items.length })}</p> : null}
    </section>
  );
}
