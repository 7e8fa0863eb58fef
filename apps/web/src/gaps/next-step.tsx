import type { Dossier, Gap, May, NextStep } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../people/session.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import './gaps.css';

const always: May = { allowed: true, because: null };

/** Whether the reader may take the step; the server has said so. */
const mayOf = ({ may }: Dossier): Record<NextStep, May> => ({
  assess: may.recordAssessment,
  assess_practice: may.recordAssessment,
  revise: may.recordAssessment,
  add_evidence: may.addEvidence,
  renew_evidence: may.addEvidence,
  strengthen_evidence: may.addEvidence,
  recheck_citation: may.recordAssessment,
  reply: always,
  review: may.review,
  plan_measure_in_law: always,
  plan_measure_in_practice: always,
});

const assesses: readonly NextStep[] = ['assess', 'assess_practice', 'revise', 'recheck_citation'];

/** The next sensible step out of a gap, as a link to the place where it is taken. */
export function NextStepLink({ dossier, gap: { next, element, obligation, citation } }: { dossier: Dossier; gap: Gap }) {
  const { t } = useTranslation(['gaps']);
  const { organisation } = useSession();
  const word = t(`gaps:next.${next}`);
  const named = { 'aria-label': t('gaps:nextOf', { next: word, citation }) };
  const may = mayOf(dossier)[next];
  if (!may.allowed)
    return (
      <Allowed may={may}>
        {(refused) => (
          <button type="button" className="step-refused" {...named} {...refused}>
            {word}
          </button>
        )}
      </Allowed>
    );
  if (next === 'add_evidence' || next === 'strengthen_evidence' || next === 'renew_evidence')
    return (
      <Link
        to="/dossiers/$dossier/evidence"
        params={{ dossier: dossier.id }}
        search={next === 'renew_evidence' ? { element, state: 'out_of_date', of: element } : { add: true, of: element }}
        {...named}
      >
        {word}
      </Link>
    );
  if (next === 'reply')
    return (
      <>
        {/* A guest of a coalition reads what is contested; to reply is the host's. */}
        {dossier.organisation.id === organisation.id ? (
          <Link to="/dossiers/$dossier/publications/contested" params={{ dossier: dossier.id }} hash={`e-${element}`} {...named}>
            {word}
          </Link>
        ) : null}{' '}
        <a className="small" href={`/public/states/${dossier.iso3}/obligations/${obligation}#e-${element}`}>
          {t('gaps:sideBySide')}
          <span className="unseen"> {citation}</span>
        </a>
      </>
    );
  return (
    <Link
      to="/dossiers/$dossier/obligations/$code"
      params={{ dossier: dossier.id, code: obligation }}
      search={{ element, assess: assesses.includes(next) || undefined }}
      {...named}
    >
      {word}
    </Link>
  );
}
