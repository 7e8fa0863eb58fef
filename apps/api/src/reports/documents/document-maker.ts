// Makes documents in a child process: it may take so long and so much memory, and is then ended; the product goes on.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { DocumentFormat } from '@servanda/contract';
import * as z from 'zod';
import { refuse } from '../../platform/http/refusal.ts';
import type { DocumentModel } from './model.ts';

const childFile = new URL(import.meta.url.endsWith('.ts') ? './maker.child.ts' : './maker.child.js', import.meta.url);
/** Milliseconds for one document; documents of one child; bytes of a child between documents, and in the midst of one; who may wait. */
const limits = { longest: 30_000, most: 20, kept: 600e6, memory: 1_200e6, waiting: 20, idle: 60_000 };
const away = {
  detail: 'The document could not be made just now: too many are waited for, or it is larger than one may be. Try again in a moment, or take the CSV or JSON.',
};
/** What the child answers with. */
const Made = z.object({ id: z.number(), bytes: z.instanceof(Uint8Array).optional(), fault: z.string().optional(), memory: z.number() });

@Injectable()
export class DocumentMaker implements OnModuleDestroy {
  #child: ChildProcess | null = null;
  #made = 0;
  #orders = 0;
  #waiting = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  /** The bytes of a document: the same for the same input. `stop` ends the child in the midst of it. Refuses unavailable where too many wait, or it went beyond time or memory. */
  async make(format: DocumentFormat, document: DocumentModel, stop?: AbortSignal): Promise<Buffer> {
    if (this.#waiting >= limits.waiting) refuse('unavailable', away);
    this.#waiting += 1;
    const made = this.#turn
      .then(() => this.#run(format, document, stop))
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#turn = made.catch(() => null);
    return made;
  }

  onModuleDestroy(): void {
    this.#end();
  }

  async #run(format: DocumentFormat, document: DocumentModel, stop: AbortSignal | undefined): Promise<Buffer> {
    stop?.throwIfAborted();
    clearTimeout(this.#idle);
    // One that was ended from without while it was idle is no longer there.
    if (this.#child && !this.#child.connected) this.#end();
    this.#child ??= fork(childFile, {
      serialization: 'advanced',
      env: {},
      execArgv: ['--max-old-space-size=384'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const child = this.#child;
    this.#orders += 1;
    const answer = await this.#asked(child, { id: this.#orders, format, document }, stop);
    this.#made += 1;
    if (answer === null || this.#made >= limits.most || answer.memory > limits.kept) this.#end();
    this.#idle = setTimeout(() => this.#end(), limits.idle).unref();
    stop?.throwIfAborted();
    if (answer === null) refuse('unavailable', away);
    if (!answer.bytes) throw new Error(`The ${format} could not be made: ${answer.fault}`);
    return Buffer.from(answer.bytes);
  }

  /** The child's answer; null where it went beyond its limits or ended. */
  #asked(
    child: ChildProcess,
    order: { id: number; format: DocumentFormat; document: DocumentModel },
    stop: AbortSignal | undefined,
  ): Promise<z.infer<typeof Made> | null> {
    return new Promise((settle) => {
      const end = () => child.kill('SIGKILL');
      const late = setTimeout(end, limits.longest);
      const watch = setInterval(() => memoryOf(child) > limits.memory && end(), 200);
      const done = (answer: z.infer<typeof Made> | null) => {
        clearTimeout(late);
        clearInterval(watch);
        stop?.removeEventListener('abort', end);
        child.removeAllListeners();
        settle(answer);
      };
      stop?.addEventListener('abort', end);
      child.once('exit', () => done(null));
      child.once('error', () => done(null));
      child.once('message', (message) => done(Made.parse(message)));
      child.send(order, (lost) => lost && done(null));
    });
  }

  #end(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = null;
    this.#made = 0;
  }
}

/** Resident bytes of a process, where the system says (Linux); else 0, and only the other limits hold. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}
