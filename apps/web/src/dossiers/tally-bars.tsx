import type { Tally } from '@servanda/contract';
import './tally-bars.css';

const part = (n: number, of: number) => `${of === 0 ? 0 : (100 * n) / of}%`;

/**
 * Three nested bars on one scale, the elements that apply: claimed ⊃ evidenced ⊃ verified.
 * They differ in height, outline and depth, so that they are told apart in black and white. The numbers stand beside them in words.
 */
export function TallyBars({ tally: { applicable, claimed, evidenced, verified } }: { tally: Tally }) {
  return (
    <svg className="tally-bars" aria-hidden="true" preserveAspectRatio="none">
      <rect className="tally-track" x="0" y="0.5" width="100%" height="13" />
      <rect className="tally-claimed" x="0" y="0.5" width={part(claimed, applicable)} height="13" />
      <rect className="tally-evidenced" x="0" y="3" width={part(evidenced, applicable)} height="8" />
      <rect className="tally-verified" x="0" y="5" width={part(verified, applicable)} height="4" />
    </svg>
  );
}
