// Taking back what was typed and not saved yet, and taking it up again. Pure.
import type { Pending } from './matrix-draft.ts';

export interface Steps {
  undone: readonly (readonly Pending[])[];
  done: readonly (readonly Pending[])[];
}
export const noSteps: Steps = { done: [], undone: [] };
const most = 200;

/** A step from what was typed until now. */
export const stepped = ({ done }: Steps, before: readonly Pending[]): Steps => ({ done: [...done, before].slice(-most), undone: [] });

/** One step back from what is typed now; null where there is none. */
export function takenBack({ done, undone }: Steps, now: readonly Pending[]): { cells: readonly Pending[]; steps: Steps } | null {
  const cells = done.at(-1);
  return cells ? { cells, steps: { done: done.slice(0, -1), undone: [...undone, now] } } : null;
}

/** One step forth again. */
export function takenUp({ done, undone }: Steps, now: readonly Pending[]): { cells: readonly Pending[]; steps: Steps } | null {
  const cells = undone.at(-1);
  return cells ? { cells, steps: { done: [...done, now], undone: undone.slice(0, -1) } } : null;
}
