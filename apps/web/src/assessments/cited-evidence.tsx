import type { Assessment } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Chosen, judgementShown } from './use-chosen.ts';

/** The pieces that the judgement shown cites. */
export function CitedEvidence({ chosen: { dossier, history } }: { chosen: Chosen }) {
  const { t } = useTranslation(['assessments']);
  const judgement = judgementShown(history);
  return (
    <section aria-labelledby="cited">
      <h2 id="cited">{t('assessments:cited.title')}</h2>
      {judgement ? (
        <>
          <p className="small soft">{t('assessments:cited.of', { number: judgement.number })}</p>
          {judgement.citations.length === 0 ? <p>{t('assessments:cited.none')}</p> : <CitationList dossier={dossier} citations={judgement.citations} />}
        </>
      ) : (
        <p className="soft">{t('assessments:cited.nothingYet')}</p>
      )}
    </section>
  );
}

/** Cited pieces with pinpoint and stance; a mark where one is out of date or withdrawn. */
export function CitationList({ dossier, citations }: { dossier: string; citations: Assessment['citations'] }) {
  const { t } = useTranslation(['assessments', 'evidence']);
  return (
    <ul className="citations">
      {citations.map((cited) => (
        <li key={`${cited.evidence} ${cited.pinpoint} ${cited.stance}`}>
          <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: cited.evidence }} dir="auto">
            {cited.title}
          </Link>
          <span className="small soft" dir="auto">
            {[t(`evidence:kind.${cited.kind}`), cited.citation, cited.pinpoint].filter(Boolean).join(' · ')}
          </span>
          <span className="small">
            <span className={`stance stance-${cited.stance}`}>{t(`assessments:cited.${cited.stance}`)}</span>
            {cited.isWithdrawn ? <span className="out-of-date"> · {t('assessments:cited.withdrawn')}</span> : null}
            {cited.isOutOfDate && !cited.isWithdrawn ? <span className="out-of-date"> · {t('assessments:cited.outOfDate')}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
