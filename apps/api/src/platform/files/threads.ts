// Threads in which files are looked through and cleaned: what a hostile file does, it does there and within limits.
import { Piscina } from 'piscina';
import { codeOf } from './faults.ts';

const threadFile = new URL(import.meta.url.endsWith('.ts') ? './files.worker.ts' : './files.worker.js', import.meta.url);
/** Milliseconds for one file. */
const longest = 60_000;
let pool: Piscina | undefined;

/**
 * Does one task of files.worker.ts in a thread; at most two at once, the others wait. `beyond limits` where the file took
 * more than 60 s or 512 MB: that thread is ended, and nothing else with it.
 */
export async function inThread<Result>(task: 'look' | 'clean', about: object): Promise<Result | 'beyond limits'> {
  pool ??= new Piscina({
    filename: threadFile.href,
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 10_000,
    atomics: 'disabled',
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
  });
  const late = AbortSignal.timeout(longest);
  try {
    return await pool.run(about, { name: task, signal: late });
  } catch (error) {
    if (late.aborted || codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') return 'beyond limits';
    throw error;
  }
}
