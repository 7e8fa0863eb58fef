import type { Dossier, Gap, NextStep } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import '../platform/marks/marks.css';
import { Mine } from '../dossiers/given-to.tsx';

const byEvidence: readonly NextStep[] = ['add_evidence', 'renew_evidence', 'strengthen_evidence'];

/** Beside the next step: what is asked for on the element already, or the way to ask somebody where evidence is what lacks. */
export function GapRequests({ dossier, gap: { element, citation, next, requests } }: { dossier: Dossier; gap: Gap }) {
  const { t } = useTranslation(['requests']);
  const params = { dossier: dossier.id };
  if (requests.unfinished > 0)
    return (
      <span className="gap-requests small">
        <Link to="/dossiers/$dossier/requests" params={params} search={{ element }}>
          {t('requests:beside.open', { count: requests.unfinished })}
        </Link>
        {requests.overdue > 0 ? <span className="overdue"> · {t('requests:overdueCount', { count: requests.overdue })}</span> : null}{' '}
        {requests.mine > 0 ? <Mine /> : null}
      </span>
    );
  if (!byEvidence.includes(next) || !dossier.may.addEvidence.allowed) return null;
  return (
    <span className="gap-requests small no-print">
      <Link to="/dossiers/$dossier/requests" params={params} search={{ ask: true, of: element }} aria-label={t('requests:beside.askOf', { citation })}>
        {t('requests:beside.ask')}
      </Link>
    </span>
  );
}
