import type { Assessment, ElementOfObligation } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../platform/dates.ts';
import { english } from '../platform/settings.ts';
import { useChangedWords } from './changed-words.ts';
import { CitationList } from './cited-evidence.tsx';
import { ReasonsText, useAuthorWords, useHoldsWhen, VerdictPair } from './judgement-words.tsx';

interface JudgementEntryProps {
  dossier: string;
  judgement: Assessment;
  element: ElementOfObligation;
}

/** One judgement in the history: who, when, its status, what changed, the reviews; in full when it is opened. */
export function JudgementEntry({ dossier, judgement, element }: JudgementEntryProps) {
  const { t } = useTranslation(['assessments']);
  const author = useAuthorWords();
  const changed = useChangedWords();
  const holdsWhen = useHoldsWhen();
  // Submitted in the same breath as it was written: that says nothing new.
  const reviews = judgement.reviews.filter(({ act, at, reason }) => act !== 'submit' || at !== judgement.recordedAt || reason);
  const differs = judgement.wordingSha256 !== element.wordingSha256;
  return (
    <>
      <p className="entry-head">
        <b>{t('assessments:judgement.number', { number: judgement.number })}</b>{' '}
        <span className="entry-status">{t(`assessments:review.${judgement.status}`)}</span>
        {judgement.isStanding ? <span className="entry-standing"> · {t('assessments:history.standing')}</span> : null}
      </p>
      <p className="small">
        {author(judgement.author)}, {momentInWords(judgement.recordedAt)}
      </p>
      <p className="small soft">{changed(judgement)}</p>
      {reviews.map(({ act, by, at, reason }) => (
        <p key={`${act} ${at}`} className="small">
          {t(`assessments:history.reviewed.${act}`, { by, at: momentInWords(at) })}
          {reason ? <q dir="auto">{reason}</q> : null}
        </p>
      ))}
      {differs ? <p className="small wording-differs">{t('assessments:history.wordingDiffers')}</p> : null}
      <details>
        <summary>{t('assessments:history.more')}</summary>
        <VerdictPair law={judgement.law} practice={judgement.practice} />
        <p className="small soft">{holdsWhen(judgement)}</p>
        <ReasonsText reasons={judgement.reasons} qualifierNote={judgement.qualifierNote} matrixReason={judgement.matrixReason} />
        {judgement.citations.length > 0 ? <CitationList dossier={dossier} citations={judgement.citations} isCurrent={false} /> : null}
        <h3 className="small-heading">{t('assessments:history.wording')}</h3>
        <blockquote className="serif" {...english}>
          {judgement.wording}
        </blockquote>
        <p className="small soft hash">{t('assessments:history.wordingHash', { hash: judgement.wordingSha256, version: judgement.catalogueVersion })}</p>
      </details>
    </>
  );
}
