// Tells those who follow what has happened in public, and sends the letters of news that are due; in every API process, until it is told to stop.
import { setTimeout } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { atOnce, Digests } from '../../people/watching/digests.service.ts';
import { News, type PublicNews } from '../../people/watching/news.service.ts';
import { Clock } from '../../platform/clock.ts';
import { PublicDatabase } from '../../platform/db/public-database.ts';
import { Pulse } from '../portal/pulse.ts';
import { happenedSql } from './news-sources.sql.ts';

const every = 20_000;
const sweepEvery = 3_600_000;
const hour = 3_600_000;
/** A process that begins looks so far back: longer than letters are held, and than anything is down without being noticed. */
const lookBack = 8 * 24 * hour;
/** Afterwards it looks back so far behind its last look: longer than a transaction takes, and than the clocks of two processes differ. */
const overlap = hour;
const page = 200;

@Injectable()
export class NewsWork implements BeforeApplicationShutdown {
  readonly #log = new Logger('news');
  readonly #stop = new AbortController();
  #loop: Promise<void> | null = null;
  #wake = new AbortController();
  #told = '';
  #from: number | null = null;
  #sweptAt = 0;

  constructor(
    @Inject(PublicDatabase) private readonly published: PublicDatabase,
    @Inject(News) private readonly news: News,
    @Inject(Digests) private readonly digests: Digests,
    @Inject(Pulse) private readonly pulse: Pulse,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Begins to tell; called by the serving process only. What this process publishes is told at once. */
  start(): void {
    this.pulse.whenChanged(() => this.#wake.abort());
    this.#loop ??= this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    this.#wake.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#wake = new AbortController();
      await this.turn().catch((error: Error) => this.#log.warn(`news were not told, and are tried again: ${error.message}`));
      await setTimeout(every, undefined, { signal: this.#wake.signal, ref: false }).catch(() => undefined);
    }
  }

  /** One look: tells what is new, and sends what is due. */
  async turn(): Promise<void> {
    await this.tell();
    while ((await this.digests.sendDue()) === atOnce);
    const now = this.clock.now().getTime();
    if (now - this.#sweptAt < sweepEvery) return;
    await this.news.sweep();
    this.#sweptAt = now;
  }

  /** Tells what has happened since the last look, where anything has. What was told before is told to nobody again. */
  async tell(): Promise<void> {
    const stamp = await this.pulse.stamp();
    if (stamp === this.#told) return;
    const began = this.clock.now().getTime();
    const after = new Date(this.#from ?? began - lookBack);
    for (let from = 0; ; from += page) {
      const happened = await this.published.read((sql) => sql<PublicNews>(happenedSql, [after, page, from]));
      await this.news.tell(happened);
      if (happened.length < page) break;
    }
    this.#from = began - overlap;
    this.#told = stamp;
  }
}
