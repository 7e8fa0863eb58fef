import { useTranslation } from 'react-i18next';
import { distanceInWords } from '../../platform/dates.ts';
import { ProofMark } from '../../platform/marks/proof-mark.tsx';
import { Verdict } from '../../platform/marks/verdict.tsx';
import { english } from '../../platform/settings.ts';
import type { Standing } from './standing.ts';

const lanes = ['law', 'practice'] as const;

/** The apparatus of one run: citation, both verdicts in words, evidence, next step. */
export function StandingCard({ standing }: { standing: Standing }) {
  const { t } = useTranslation(['treaties', 'assessments', 'gaps']);
  const { citation, title, applies, supports, contradicts, outOfDate, author, recordedAt, elements, next } = standing;
  return (
    <div className="standing-card">
      <p className="small soft" {...english}>
        {citation}
      </p>
      <p className="standing-title serif" {...english}>
        {title}
      </p>
      {standing.kind === 'obligation' ? <p className="small soft">{t('treaties:card.elements', { count: elements })}</p> : null}
      <dl>
        {lanes.map((lane) => (
          <div key={lane}>
            <dt>{t(`assessments:lane.${lane}`)}</dt>
            <dd>
              <Verdict lane={lane} verdict={standing[lane]} applies={applies} />
              {standing.proof[lane] !== 'none' ? (
                <span className="standing-proof">
                  <ProofMark proof={standing.proof[lane]} silent /> {t(`assessments:proof.${standing.proof[lane]}`)}
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">
        {[
          t('treaties:card.evidence', { count: supports }),
          contradicts ? t('treaties:card.against', { count: contradicts }) : null,
          outOfDate ? t('treaties:card.outOfDate', { count: outOfDate }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {author && recordedAt ? <p className="small soft">{t('treaties:card.author', { author, when: distanceInWords(recordedAt) })}</p> : null}
      <p className="standing-next">
        {applies ? (next ? `${t('treaties:card.next')}: ${t(`gaps:next.${next}`)}` : t('treaties:card.nothing')) : t('assessments:notApplicable')}
      </p>
    </div>
  );
}
