// Marking by keyboard: word by word, or sentence by sentence, in whatever language the text is.
import type { Span } from './span.ts';

export type Unit = 'word' | 'sentence';
export interface Step {
  unit: Unit;
  way: 1 | -1;
  /** Stretches the passage at its end (or draws it in) instead of moving on. */
  stretch: boolean;
}

/** The words or sentences of a text, without the white space around them. */
export function unitsOf(text: string, language: string, unit: Unit): Span[] {
  return [...new Intl.Segmenter(supported(language), { granularity: unit }).segment(text)]
    .filter(({ segment, isWordLike }) => (unit === 'word' ? isWordLike : segment.trim()))
    .map(({ segment, index }) => ({ from: index, to: index + segment.trimEnd().length }));
}
const supported = (language: string) => Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'en';

/** The passage after a step; the same where there is nowhere to go. */
export function stepped(units: readonly Span[], now: Span | null, { way, stretch }: Step): Span | null {
  if (!now) return (way === 1 ? units[0] : units.at(-1)) ?? null;
  if (stretch) {
    const to = way === 1 ? units.find((unit) => unit.to > now.to)?.to : units.findLast((unit) => unit.to < now.to && unit.to > now.from)?.to;
    return to === undefined ? now : { from: now.from, to };
  }
  return (way === 1 ? units.find((unit) => unit.from >= now.to) : units.findLast((unit) => unit.to <= now.from)) ?? now;
}

/** The step that a key asks for. Left and right follow the direction of the text. */
export function stepOf({ key, shiftKey }: { key: string; shiftKey: boolean }, direction: 'ltr' | 'rtl'): Step | null {
  const forward = direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
  const back = direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight';
  if (key === forward || key === back) return { unit: 'word', way: key === forward ? 1 : -1, stretch: shiftKey };
  if (key === 'ArrowDown' || key === 'ArrowUp') return { unit: 'sentence', way: key === 'ArrowDown' ? 1 : -1, stretch: shiftKey };
  return null;
}
