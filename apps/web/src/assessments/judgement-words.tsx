import type { Assessment } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import { Verdict } from '../platform/marks/verdict.tsx';

/** Both verdicts of one judgement in words. */
export function VerdictPair({ law, practice }: Pick<Assessment, 'law' | 'practice'>) {
  const { t } = useTranslation(['assessments']);
  return (
    <dl className="verdict-pair">
      <div>
        <dt>{t('assessments:lane.law')}</dt>
        <dd>
          <Verdict lane="law" verdict={law} />
        </dd>
      </div>
      <div>
        <dt>{t('assessments:lane.practice')}</dt>
        <dd>
          <Verdict lane="practice" verdict={practice} />
        </dd>
      </div>
    </dl>
  );
}

/** The day as of which a judgement holds, and the time that its evidence speaks of. */
export function useHoldsWhen() {
  const { t } = useTranslation(['assessments']);
  return ({ asOf, periodFrom: from, periodTo: to }: Pick<Assessment, 'asOf' | 'periodFrom' | 'periodTo'>): string => {
    const period = from && to ? 'period' : from ? 'periodFrom' : to ? 'periodTo' : null;
    const span = period && t(`assessments:judgement.${period}`, { from: from && dayInWords(from), to: to && dayInWords(to) });
    return [t('assessments:judgement.asOf', { day: dayInWords(asOf) }), span].filter(Boolean).join(', ');
  };
}

/** The writer's post and body. */
export function useAuthorWords() {
  const { t } = useTranslation(['assessments']);
  return ({ name, body }: Assessment['author']): string => (body ? t('assessments:judgement.by', { name, body }) : name);
}

/** The reasons as written, in whatever language, and how the qualifier was read. */
export function ReasonsText({ reasons, qualifierNote, matrixReason }: Pick<Assessment, 'reasons' | 'qualifierNote' | 'matrixReason'>) {
  const { t } = useTranslation(['assessments', 'criminalisation']);
  return (
    <>
      <div className="reasons serif" dir="auto">
        {reasons}
      </div>
      {qualifierNote ? (
        <>
          <h3 className="small-heading">{t('assessments:judgement.qualifier')}</h3>
          <div className="reasons serif" dir="auto">
            {qualifierNote}
          </div>
        </>
      ) : null}
      {matrixReason ? (
        <>
          <h3 className="small-heading">{t('criminalisation:reasonSaid')}</h3>
          <div className="reasons serif" dir="auto">
            {matrixReason}
          </div>
        </>
      ) : null}
    </>
  );
}
