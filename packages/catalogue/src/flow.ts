import type { Draft } from './drafts.ts';
import type { Passage } from './passage.ts';
import { joinPassages } from './passage.ts';

/** Where one provision's own words stand in the flow. */
export interface Piece {
  draft: Draft;
  /** Where its enumerator begins, or its words if it has none. */
  opens: number;
  start: number;
  end: number;
}

/** An article's words in reading order, enumerators included, so that a quote may run from one provision into the next. */
export interface Flow extends Passage {
  pieces: Piece[];
}

export function flowOf(drafts: Draft[]): Flow {
  const parts: Passage[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  const add = (part: Passage): number => {
    const start = part.text === '' || length === 0 ? length : length + 1;
    if (part.text !== '') length = start + part.text.length;
    parts.push(part);
    return start;
  };
  for (const draft of drafts) {
    const opens = add(draft.enumerator);
    const start = add(draft.passage);
    pieces.push({ draft, opens: draft.enumerator.text === '' ? start : opens, start, end: length });
  }
  return { ...joinPassages(parts), pieces };
}

/** Range of a provision and everything under it. */
export function rangeOf(flow: Flow, code: string): { from: number; to: number } | null {
  const own = flow.pieces.filter(({ draft }) => draft.code === code || draft.code.startsWith(`${code}.`));
  return own.length === 0 ? null : { from: own[0]!.opens, to: own.at(-1)!.end };
}

/** The words of a provision with those of the provisions above it, as one reads them out: chapeau, enumerators, point. */
export function wordingOf(drafts: Draft[], code: string): string {
  const own = drafts.find((draft) => draft.code === code);
  if (!own) return '';
  const above = own.parent === null || own.kind === 'paragraph' ? '' : wordingOf(drafts, own.parent);
  const label = own.kind === 'paragraph' ? '' : own.enumerator.text;
  return [above, label, own.passage.text].filter((part) => part !== '').join(' ');
}
