import { Worker } from 'node:worker_threads';
import { type Limits, limits } from './limits.ts';

/** The text of a file in parts: pages where the format has them, else stretches. */
export interface ReadText {
  parts: string[];
  hasPages: boolean;
  /** False where the text goes on beyond what is kept. */
  isWhole: boolean;
  /** Printed pages of the file, where the format has them. */
  pagesInAll: number | null;
}
/** Why a file could not be read: it took too long, needed too much memory, is locked with a password, or cannot be understood. */
export type Unreadable = 'too_slow' | 'too_big' | 'locked' | 'damaged';
export type TextResult = { text: ReadText } | { unreadable: Unreadable; detail: string };

const threadFile = new URL(import.meta.url.endsWith('.ts') ? './reader.worker.ts' : './reader.worker.js', import.meta.url);
const reasonOf = (detail: string): Unreadable => (/password/i.test(detail) ? 'locked' : 'damaged');

/** Reads the text of a file in a thread of its own, within limits of time and memory; never throws for what the file does. */
export function readText(path: string, kind: string, within: Limits = limits): Promise<TextResult> {
  const thread = new Worker(threadFile, {
    workerData: { path, kind, limits: within },
    resourceLimits: { maxOldGenerationSizeMb: within.mostMemory, maxYoungGenerationSizeMb: 64 },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  return new Promise((done) => {
    const end = (result: TextResult) => {
      clearTimeout(late);
      done(result);
      void thread.terminate();
    };
    const late = setTimeout(() => end({ unreadable: 'too_slow', detail: `more than ${within.longest} ms` }), within.longest);
    thread.on('message', (told: { text?: ReadText; error?: string }) =>
      end(told.text ? { text: told.text } : { unreadable: reasonOf(told.error ?? ''), detail: told.error ?? '' }),
    );
    thread.on('error', (error: NodeJS.ErrnoException) =>
      end({ unreadable: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_big' : reasonOf(error.message), detail: error.message }),
    );
    thread.on('exit', (code) => end({ unreadable: 'damaged', detail: `the thread ended with ${code}` }));
  });
}
