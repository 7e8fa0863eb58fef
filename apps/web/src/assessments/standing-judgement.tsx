import type { Assessment } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../platform/dates.ts';
import { LaneMarks } from './element-list.tsx';
import { ReasonsText, useAuthorWords, useHoldsWhen } from './judgement-words.tsx';
import { Lacks } from './lacks.tsx';
import { ReviewActs } from './review-acts.tsx';
import type { Chosen } from './use-chosen.ts';

/** What counts now, in words; and beside it a newer judgement that does not count yet, with what can be done about it. */
export function StandingJudgement({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation(['assessments']);
  const standing = chosen.history.find(({ isStanding }) => isStanding);
  const [newest] = chosen.history;
  return (
    <>
      <section aria-labelledby="standing">
        <h2 id="standing">{t('assessments:judgement.standing')}</h2>
        <LaneMarks state={chosen.state} inFull />
        <Lacks state={chosen.state} />
        {standing ? <JudgementBody judgement={standing} chosen={chosen} /> : <p className="soft">{t('assessments:judgement.noneText')}</p>}
      </section>
      {newest && newest !== standing ? (
        <section aria-labelledby="newest" className="newest">
          <h2 id="newest">{t('assessments:judgement.notYet', { number: newest.number })}</h2>
          {newest.status === 'accepted' ? null : <p>{t(`assessments:judgement.newest.${newest.status}`)}</p>}
          <LaneMarks state={{ ...chosen.state, law: newest.law, practice: newest.practice, lawProof: 'none', practiceProof: 'none', contradicts: 0 }} />
          <JudgementBody judgement={newest} chosen={chosen} />
        </section>
      ) : null}
    </>
  );
}

function JudgementBody({ judgement, chosen }: { judgement: Assessment; chosen: Chosen }) {
  const { t } = useTranslation(['assessments']);
  const author = useAuthorWords();
  const holdsWhen = useHoldsWhen();
  const last = judgement.reviews.at(-1);
  return (
    <>
      <p className="small soft">
        {t('assessments:judgement.number', { number: judgement.number })}, {holdsWhen(judgement)}.{' '}
        {t('assessments:judgement.recorded', { moment: momentInWords(judgement.recordedAt), author: author(judgement.author) })}.
      </p>
      {last?.act === 'accept' ? (
        <p className="small soft">{t('assessments:judgement.accepted', { moment: momentInWords(last.at), reviewer: last.by })}.</p>
      ) : null}
      {last?.act === 'return' ? (
        <p className="returned">{t('assessments:judgement.returnedBy', { moment: momentInWords(last.at), reviewer: last.by, reason: last.reason })}</p>
      ) : null}
      <ReasonsText reasons={judgement.reasons} qualifierNote={judgement.qualifierNote} matrixReason={judgement.matrixReason} />
      <ReviewActs judgement={judgement} chosen={chosen} />
    </>
  );
}
