// Makes documents in a child process: it may take so long and so much memory, and is then ended; the product goes on.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type DocumentFormat, TemplateCheck, templateValues, templateWithin } from '@servanda/contract';
import * as z from 'zod';
import { refuse } from '../../platform/http/refusal.ts';
import type { Verdict } from '../templates/check.ts';
import type { Filling, Head } from '../templates/fill.ts';
import type { Order, Writing } from './maker.orders.ts';
import type { DocumentModel } from './model.ts';

const fromSource = import.meta.url.endsWith('.ts');
const childFile = new URL(fromSource ? './maker.child.ts' : './maker.child.js', import.meta.url);
/** Milliseconds for one document; documents of one child; bytes of a child between documents, and in the midst of one; who may wait; milliseconds without work; and between two looks at the memory. */
const usual = { longest: 30_000, most: 20, kept: 600e6, memory: 1_200e6, waiting: 20, idle: 60_000, watch: 200 };
const away = {
  detail: 'The document could not be made just now: too many are waited for, or it is larger than one may be. Try again in a moment, or take the CSV or JSON.',
};
/** What the child answers with. */
const Made = z.object({ id: z.number(), bytes: z.instanceof(Uint8Array).optional(), fault: z.string().optional(), memory: z.number() });
const Drawn = z.union([z.object({ png: z.string(), width: z.number(), height: z.number() }), z.object({ flaw: z.string() })]);
const vocabulary = { values: templateValues, within: templateWithin };
const Looked = TemplateCheck.pick({ faults: true, found: true });

@Injectable()
export class DocumentMaker implements OnModuleDestroy {
  /** Of each maker its own, so that it can be seen what happens at them. */
  readonly limits = { ...usual };
  #child: ChildProcess | null = null;
  #made = 0;
  #orders = 0;
  #waiting = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  /** The bytes of a document: the same for the same input. `stop` ends the child in the midst of it. Refuses unavailable where too many wait, or it went beyond time or memory. */
  make(format: DocumentFormat, document: DocumentModel, stop?: AbortSignal): Promise<Buffer> {
    return this.write({ task: 'make', format, document }, stop);
  }

  /** The same for every writer. */
  write(writing: Writing, stop?: AbortSignal): Promise<Buffer> {
    return this.#queued(writing, stop);
  }

  /** A template with its placeholders filled: the same bytes for the same input. Refuses unavailable as `make` does. */
  fill(template: Uint8Array, filling: Filling, head: Head): Promise<Buffer> {
    return this.#queued({ task: 'fill', template, filling, head });
  }

  /** What is wrong in a template; looked through in the child, for whoever made it may be hostile. */
  async check(template: Uint8Array): Promise<Verdict> {
    return Looked.parse(JSON.parse((await this.#queued({ task: 'check', template, vocabulary })).toString()));
  }

  /** A logo drawn anew as PNG, or why it is refused. */
  async draw(bytes: Uint8Array): Promise<z.infer<typeof Drawn>> {
    return Drawn.parse(JSON.parse((await this.#queued({ task: 'draw', bytes })).toString()));
  }

  onModuleDestroy(): void {
    this.#end();
  }

  async #queued(order: Order, stop?: AbortSignal): Promise<Buffer> {
    if (this.#waiting >= this.limits.waiting) refuse('unavailable', away);
    this.#waiting += 1;
    const made = this.#turn
      .then(() => this.#run(order, stop))
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#turn = made.catch(() => null);
    return made;
  }

  async #run(order: Order, stop: AbortSignal | undefined): Promise<Buffer> {
    stop?.throwIfAborted();
    clearTimeout(this.#idle);
    // One that was ended from without while it was idle is no longer there.
    if (this.#child && !this.#child.connected) this.#end();
    this.#child ??= fork(childFile, {
      serialization: 'advanced',
      env: {},
      // What is young is looked through often: it would else be held up to 50 MB high.
      execArgv: ['--max-old-space-size=384', '--max-semi-space-size=2', '--expose-gc', ...(fromSource ? ['--conditions=development'] : [])],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const child = this.#child;
    this.#orders += 1;
    const answer = await this.#asked(child, { id: this.#orders, ...order }, stop);
    this.#made += 1;
    if (answer === null || this.#made >= this.limits.most || answer.memory > this.limits.kept) this.#end();
    this.#idle = setTimeout(() => this.#end(), this.limits.idle).unref();
    stop?.throwIfAborted();
    if (answer === null) refuse('unavailable', away);
    if (!answer.bytes) throw new Error(`The ${order.task === 'make' ? order.format : order.task} could not be made: ${answer.fault}`);
    return Buffer.from(answer.bytes);
  }

  /** The child's answer; null where it went beyond its limits or ended. */
  #asked(child: ChildProcess, order: Order & { id: number }, stop: AbortSignal | undefined): Promise<z.infer<typeof Made> | null> {
    return new Promise((settle) => {
      const end = () => child.kill('SIGKILL');
      const late = setTimeout(end, this.limits.longest);
      const watch = setInterval(() => memoryOf(child) > this.limits.memory && end(), this.limits.watch);
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
