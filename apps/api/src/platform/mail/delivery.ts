// Carries letters from the outbox to the mail server, in every API process, until it is told to stop.
// At least once, not exactly once: a process that dies after the server's "250" and before our COMMIT sends the letter again,
// under the same Message-ID, by which a mailbox may know it. No letter is lost, and two live processes never send the same one.
import { setTimeout } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Clock } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { newId } from '../ids.ts';
import { afterFailure, type Failure, giveUp, keepAddresses, lease, longestAttempt } from './delivery.rules.ts';
import { failed, sent, stopAddress, sweep, take } from './mail.sql.ts';
import { smtpOptions } from './smtp-options.ts';

interface Taken {
  id: string;
  to: string;
  locale: string;
  subject: string;
  text: string;
  html: string;
  attempts: number;
  queuedAt: Date;
}
/** `refused`: this letter failed, others may go · `unreachable`: the server or the database does not answer. */
export type Delivered = 'nothing' | 'sent' | 'refused' | 'unreachable';

/** What a mail program offers as a button beside the letter (RFC 2369, RFC 8058). */
const stopHeaders = (stop: string) => ({ 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });

const pauses: Record<Delivered, number> = { sent: 0, refused: 0, nothing: 2000, unreachable: 15_000 };
const sweepEvery = 3_600_000;

@Injectable()
export class MailDelivery implements BeforeApplicationShutdown {
  readonly #log = new Logger('mail');
  readonly #transport: ReturnType<typeof createTransport> | null;
  readonly #stop = new AbortController();
  #loop: Promise<void> | null = null;
  #sweptAt = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.#transport = config.mail.smtpUrl ? createTransport(smtpOptions(config.mail.smtpUrl)) : null;
  }

  /** Begins to deliver; called by the serving process only, never by a seed or a command. */
  start(): void {
    this.#loop ??= this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    // The letter that is on the line may end; after ten seconds the line is cut and it waits for the next process.
    const cut = setTimeout(10_000, undefined, { ref: false }).then(() => this.#transport?.close());
    await Promise.race([this.#loop, cut]);
    await this.#loop;
    this.#transport?.close();
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const delivered = await this.#step();
      if (pauses[delivered]) await setTimeout(pauses[delivered], undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
    }
  }

  async #step(): Promise<Delivered> {
    try {
      const now = this.clock.now();
      if (now.getTime() - this.#sweptAt > sweepEvery) {
        await this.db.unscoped(sweep, [now, keepAddresses, giveUp]);
        this.#sweptAt = now.getTime();
      }
      return await this.deliverNext();
    } catch (error) {
      this.#log.warn(`the outbox cannot be reached: ${error instanceof Error ? error.message : error}`);
      return 'unreachable';
    }
  }

  /** Takes the next letter that is due and hands it to the mail server. */
  async deliverNext(): Promise<Delivered> {
    if (!this.#transport) return 'nothing';
    const holder = newId();
    const [letter] = await this.db.unscoped<Taken>(take, [holder, this.clock.now(), lease]);
    if (!letter) return 'nothing';
    try {
      const [told] = await this.db.unscoped<{ stop: string | null }>(stopAddress, [letter.id, holder]);
      await this.#send(letter, told?.stop ?? null);
    } catch (error) {
      const { code, responseCode, command } = error as Failure;
      const verdict = afterFailure({ code, responseCode, command }, letter.attempts, this.clock.now());
      await this.db.unscoped(failed, [letter.id, holder, this.clock.now(), verdict.error, verdict.next]);
      this.#log.warn(`letter ${letter.id}: ${verdict.error}, ${verdict.next ? `again at ${verdict.next.toISOString()}` : 'given up'}`);
      return verdict.isServer ? 'unreachable' : 'refused';
    }
    await this.db.unscoped(sent, [letter.id, holder, this.clock.now()]);
    return 'sent';
  }

  async #send({ id, to, locale, subject, text, html, queuedAt }: Taken, stop: string | null): Promise<void> {
    const transport = this.#transport;
    if (!transport) return;
    const address = this.config.mail.from;
    const late = new AbortController();
    const deadline = setTimeout(longestAttempt, undefined, { signal: late.signal, ref: false }).then(() => {
      throw Object.assign(new Error('The mail server took too long'), { code: 'ETIMEDOUT' });
    });
    deadline.catch(() => undefined);
    try {
      await Promise.race([
        deadline,
        transport.sendMail({
          messageId: `<${id}@${address.slice(address.lastIndexOf('@') + 1)}>`,
          date: queuedAt,
          from: { name: 'Servanda', address },
          to: { name: '', address: to },
          subject,
          text,
          html,
          // Machines need not answer (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale, ...(stop ? stopHeaders(stop) : {}) },
        }),
      ]);
    } finally {
      late.abort();
    }
  }
}
