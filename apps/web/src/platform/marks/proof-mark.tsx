import type { Proof } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import './marks.css';

/** How far a lane is proven: dot claimed, ring evidenced, filled ring verified; nothing where nothing is claimed. `silent`: the word stands beside it. */
export function ProofMark({ proof, silent = false }: { proof: Proof; silent?: boolean }) {
  const { t } = useTranslation(['assessments']);
  if (proof === 'none') return null;
  return (
    <svg className="proof" viewBox="0 0 14 14" role="img" aria-hidden={silent} aria-label={t(`assessments:proof.${proof}`)}>
      {proof === 'claimed' ? (
        <circle cx="7" cy="7" r="2.25" fill="currentColor" />
      ) : (
        <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
      {proof === 'verified' ? <circle cx="7" cy="7" r="3" fill="currentColor" /> : null}
    </svg>
  );
}

/** A diamond: a cited piece of evidence speaks against the verdict. */
export function ContestedMark() {
  return (
    <svg className="proof" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M7 1.5 12.5 7 7 12.5 1.5 7Z" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
