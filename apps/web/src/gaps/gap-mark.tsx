import type { GapKind } from '@servanda/contract';
import './gaps.css';

/** One glyph for each kind, told apart by shape: two lines are the lanes, in law above, in practice below. */
const glyphs: Record<GapKind, string> = {
  returned: 'M6 4 2.5 7.5 6 11 M2.5 7.5H10a3.5 3.5 0 0 1 0 7H8',
  shortfall_in_law: 'M2 5h3M11 5h3 M6 3l4 4M10 3 6 7 M2 12h12',
  shortfall_in_practice: 'M2 4h12 M2 11h3M11 11h3 M6 9l4 4M10 9l-4 4',
  not_assessed: 'M2 5h2M7 5h2M12 5h2 M2 11h2M7 11h2M12 11h2',
  no_evidence: 'M4 2h5l3 3v9H4zM6.5 8.5l3 3M9.5 8.5l-3 3',
  evidence_out_of_date: 'M4 2h8M4 14h8M5 2c0 4 6 4 6 6s-6 2-6 6M11 2c0 4-6 4-6 6s6 2 6 6',
  evidence_weak: 'M4 2h5l3 3v9H4zM6 9h4',
  evidence_revised: 'M4 2h5l3 3v9H4zM6 10a2 2 0 1 0 .6-1.4M6 7.4v1.4h1.4',
  contested: 'M8 1.5 14.5 8 8 14.5 1.5 8zM8 5v4M8 11v.5',
  law_only: 'M2 5h12 M2 11h2M7 11h2M12 11h2',
  awaiting_review: 'M8 2a6 6 0 1 0 .01 0M8 5v3.5l2.5 1.5',
};

/** The mark of a gap's kind; its word always stands beside it. */
export function GapMark({ kind }: { kind: GapKind }) {
  return (
    <svg className={`gap-mark gap-mark-${kind}`} viewBox="0 0 16 16" aria-hidden>
      <path d={glyphs[kind]} />
    </svg>
  );
}
