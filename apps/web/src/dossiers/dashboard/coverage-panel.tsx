import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { type Coverage, Lane } from '@servanda/contract';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TallyBars } from '../tally-bars.tsx';
import { CoverageTable } from './coverage-table.tsx';

const route = getRouteApi('/inside/dossiers/$dossier/');
const levels = ['claimed', 'evidenced', 'verified'] as const;

/** Coverage by article, in law or in practice: nested bars with their numbers, never a percentage, never one score. */
export function CoveragePanel({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation(['dossiers', 'assessments', 'platform']);
  const { lane = 'law', table = false } = route.useSearch();
  const navigate = route.useNavigate();
  const overall = coverage.overall[lane];
  const word = t(`assessments:lane.${lane}`);
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('dossiers:dashboard.lane')}
        value={lane}
        onChange={(value) => navigate({ search: (now) => ({ ...now, lane: Lane.parse(value) }), replace: true, resetScroll: false })}
        data={Lane.options.map((value) => ({ value, label: t(`assessments:lane.${value}`) }))}
      />
      {table ? (
        <CoverageTable coverage={coverage} lane={lane} />
      ) : (
        <>
          <dl className="coverage-overall">
            {levels.map((level) => (
              <div key={level}>
                <dt>
                  <span className={`tally-key is-${level}`} />
                  {t(`dossiers:dashboard.${level}`)}
                </dt>
                <dd>{t('xOfY', { ns: 'platform', x: overall[level], y: overall.applicable })}</dd>
              </div>
            ))}
          </dl>
          <ol className="coverage-rows">
            {coverage.byArticle.map(({ article, ...lanes }) => {
              const tally = lanes[lane];
              return (
                <li key={article}>
                  <Link from="/dossiers/$dossier/" to="." search={(now) => ({ ...now, pane: undefined })} hash={`article-${article}`} replace>
                    <span>{t('dossiers:dashboard.articleShort', { number: article })}</span>
                    <TallyBars tally={tally} />
                    <span className="tally-figures">
                      {tally.applicable === 0 ? t('dossiers:dashboard.noDuty') : t('xOfY', { ns: 'platform', x: tally.claimed, y: tally.applicable })}
                    </span>
                    <VisuallyHidden>{t('dossiers:dashboard.row', { lane: word, ...tally })}</VisuallyHidden>
                  </Link>
                </li>
              );
            })}
          </ol>
        </>
      )}
      <p className="small soft">
        {t('dossiers:dashboard.met')} {t('dossiers:dashboard.notOneNumber')}
      </p>
      <Link
        className="small no-print"
        from="/dossiers/$dossier/"
        to="."
        search={(now) => ({ ...now, table: table ? undefined : true })}
        replace
        resetScroll={false}
      >
        {table ? t('chart.asChart', { ns: 'platform' }) : t('chart.asTable', { ns: 'platform' })}
      </Link>
    </>
  );
}
