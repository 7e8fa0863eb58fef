import { Worker } from 'node:worker_threads';
import type { Sheet } from './grid.ts';

const threadFile = new URL(import.meta.url.endsWith('.ts') ? './table.worker.ts' : './table.worker.js', import.meta.url);
/** Milliseconds, and megabytes of the thread's memory. */
const limits = { longest: 10_000, mostMemory: 384 };

/** The sheets of a received CSV or XLSX file, read in a thread within limits; null where it cannot be read, whatever the file does. */
export function readTable(path: string, kind: 'csv' | 'xlsx'): Promise<Sheet[] | null> {
  const thread = new Worker(threadFile, {
    workerData: { path, kind },
    resourceLimits: { maxOldGenerationSizeMb: limits.mostMemory, maxYoungGenerationSizeMb: 64 },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  return new Promise((done) => {
    const end = (sheets: Sheet[] | null) => {
      clearTimeout(late);
      done(sheets);
      void thread.terminate();
    };
    const late = setTimeout(() => end(null), limits.longest);
    thread.on('message', (told: { sheets?: Sheet[] }) => end(told.sheets ?? null));
    thread.on('error', () => end(null));
    thread.on('exit', () => end(null));
  });
}
