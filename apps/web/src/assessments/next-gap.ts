import type { ElementState, GapKind } from '@servanda/contract';

type Open = Pick<ElementState, 'code' | 'gaps'>;
const waits = (kind: GapKind) => kind === 'awaiting_review';

/** The next element in the order of the treaty, from `code` on and round again, that has something to mend; one that only waits for review comes last. */
export function nextGap<E extends Open>(elements: readonly E[], code: string): E | undefined {
  const at = elements.findIndex((element) => element.code === code);
  const others = [...elements.slice(at + 1), ...elements.slice(0, Math.max(at, 0))];
  return others.find(({ gaps }) => gaps.some((kind) => !waits(kind))) ?? others.find(({ gaps }) => gaps.length > 0);
}
