// What of a release to be has changed since its publisher saw it.
import type { ReleaseMatter } from '@servanda/contract';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Citations of elements and titles of pieces that are not what they were, and `matrix` where the criminalisation matrix is not; the title of the dossier where something else is. */
export function changedSince(before: ReleaseMatter, now: ReleaseMatter, matrix: string): string[] {
  const then = new Map(before.elements.map((element) => [element.code, element]));
  const elements = now.elements.filter((element) => !same(then.get(element.code), element)).map(({ citation }) => citation);
  const pieces = now.evidence.filter((piece) => !before.evidence.some((old) => same({ ...old, ref: 0 }, { ...piece, ref: 0 }))).map(({ title }) => title);
  const gone = before.evidence.filter(({ title }) => !now.evidence.some((piece) => piece.title === title)).map(({ title }) => title);
  const changed = [...elements, ...pieces, ...gone, ...(same(before.criminalisation, now.criminalisation) ? [] : [matrix])];
  return changed.length > 0 ? changed : [now.dossier.title];
}
