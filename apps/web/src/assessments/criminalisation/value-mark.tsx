import type { CriminalisationValue, Tone } from '@servanda/contract';
import '../../platform/marks/marks.css';

const tones: Record<CriminalisationValue, Tone> = { yes: 'full', partly: 'part', no: 'least', not_applicable: 'outside', unknown: 'unknown' };

/** A value by its pattern: large where it is set, small where it is taken from above, an outline where nothing is said. */
export function ValueMark({ value, isOwn }: { value: CriminalisationValue | null; isOwn: boolean }) {
  return (
    <span
      className={`matrix-mark law-${value ? tones[value] : 'unassessed'}`}
      data-own={isOwn || undefined}
      data-none={value === null || undefined}
      aria-hidden
    />
  );
}
