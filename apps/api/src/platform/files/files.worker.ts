// Runs in a thread of its own (threads.ts). It knows neither doors nor settings: what it needs comes with the task.
import { lookThrough, type Promised } from './look-through.ts';
import { type Unfit, UnfitFile } from './unfit.ts';

/** Why the file is not kept, or null. */
export async function look(promised: Promised): Promise<Unfit | null> {
  try {
    await lookThrough(promised);
    return null;
  } catch (error) {
    if (error instanceof UnfitFile) return { reason: error.reason, detail: error.detail };
    throw error;
  }
}

export { cleanFile as clean } from '../cleaning/clean.ts';
