// Waits for what must come about, however slow the machine: for a condition, never for a time.
import { setTimeout } from 'node:timers/promises';

/** Longer than anything that is waited for takes on a machine many times slower, and shorter than a run that never ends. */
const patience = 45_000;

/** Resolves once it is so, asked every `every` milliseconds; throws with what was waited for where it never is. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, every = 20): Promise<void> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > patience) throw new Error(`Waited in vain: ${what}`);
    await setTimeout(every);
  }
}
