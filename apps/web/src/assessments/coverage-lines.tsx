import type { Tally } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { coverageAfter, type Proposed } from './coverage-after.ts';
import { proofWarnings } from './proof-warnings.ts';
import type { Chosen } from './use-chosen.ts';

const lanes = ['law', 'practice'] as const;

interface CoverageLinesProps {
  chosen: Chosen;
  proposed: Omit<Proposed, 'isAccepted'>;
}

/** What the choice will do to the three coverages of its article, said before it is saved; and where a claim is not proven. */
export function CoverageLines({ chosen: { element, states, history }, proposed }: CoverageLinesProps) {
  const { t } = useTranslation(['assessments']);
  const article = states.filter((state) => state.article === element.article);
  // An accepted judgement goes on counting until another one is accepted.
  const accepted = history.find(({ isStanding, status }) => isStanding && status === 'accepted');
  const step = (before: number, after: number) =>
    before === after ? t('assessments:coverage.same', { count: after }) : t('assessments:coverage.step', { before, after });
  const stepOf = (name: keyof Tally, { before, after }: { before: Tally; after: Tally }) => step(before[name], after[name]);
  return (
    <section className="coverage-lines" aria-labelledby="coverage-lines">
      <h3 id="coverage-lines">{t('assessments:coverage.title', { article: element.article })}</h3>
      <div role="status">
        {lanes.map((lane) => {
          const tallies = coverageAfter(lane, article, element.code, { ...proposed, isAccepted: accepted !== undefined });
          return (
            <p key={lane} className="coverage-line">
              {t('assessments:coverage.line', {
                lane: t(`assessments:coverage.lane.${lane}`),
                claimed: stepOf('claimed', tallies),
                evidenced: stepOf('evidenced', tallies),
                verified: stepOf('verified', tallies),
                applicable: tallies.after.applicable,
              })}
            </p>
          );
        })}
        {proofWarnings(proposed).map((warning) => (
          <p key={warning} className="proof-warning">
            {t(`assessments:warning.${warning}`)}
          </p>
        ))}
      </div>
      <p className="small soft">{accepted ? t('assessments:coverage.whenAccepted', { number: accepted.number }) : t('assessments:coverage.whenSubmitted')}</p>
    </section>
  );
}
