import type { Assessment } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PassageQuote, PassageStands } from './passage-quote.tsx';
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

interface CitationListProps {
  dossier: string;
  citations: Assessment['citations'];
  /** False in the history: what came after a judgement is no question to it there. */
  isCurrent?: boolean;
}

/** Cited pieces with pinpoint, passage and stance; a mark where one is out of date, withdrawn or revised since. */
export function CitationList({ dossier, citations, isCurrent = true }: CitationListProps) {
  const { t } = useTranslation(['assessments', 'evidence', 'texts']);
  return (
    <ul className="citations">
      {citations.map((cited) => (
        <li key={`${cited.evidence} ${cited.pinpoint} ${cited.stance} ${cited.passage?.file} ${cited.passage?.page} ${cited.passage?.from}`}>
          <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: cited.evidence }} dir="auto">
            {cited.title}
          </Link>
          <span className="small soft" dir="auto">
            {[t(`evidence:kind.${cited.kind}`), cited.citation, cited.pinpoint].filter(Boolean).join(' · ')}
          </span>
          {cited.passage ? (
            <PassageQuote dossier={dossier} evidence={cited.evidence} title={cited.title} passage={cited.passage} hasPages={cited.passage.hasPages} />
          ) : null}
          <span className="small">
            <span className={`stance stance-${cited.stance}`}>{t(`assessments:cited.${cited.stance}`)}</span>
            {cited.isWithdrawn ? <span className="out-of-date"> · {t('assessments:cited.withdrawn')}</span> : null}
            {cited.isOutOfDate && !cited.isWithdrawn ? <span className="out-of-date"> · {t('assessments:cited.outOfDate')}</span> : null}
            {cited.newestRevision > 1 ? <span className="soft"> · {t('texts:passage.ofRevision', { revision: cited.revision })}</span> : null}
          </span>
          {isCurrent && !cited.isWithdrawn ? <Recheck dossier={dossier} cited={cited} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** Where the piece has been revised since it was cited: that it has, whether the passage is still in it, and the way to what changed. */
function Recheck({ dossier, cited }: { dossier: string; cited: Assessment['citations'][number] }) {
  const { t } = useTranslation(['texts']);
  return (
    <>
      {cited.revision < cited.newestRevision ? (
        <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: cited.evidence }} hash="revisions" className="small out-of-date">
          {t('texts:passage.newer', { newest: cited.newestRevision })}
        </Link>
      ) : null}
      <PassageStands cited={cited} />
    </>
  );
}
