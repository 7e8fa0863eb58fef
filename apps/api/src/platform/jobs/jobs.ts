import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { CONFIG, type Config } from '../config.ts';
import { Database, type Sql } from '../db/database.ts';
import { ownPool } from '../db/own-pool.ts';

/** Seconds between two looks at a queue; an act of this process looks at once. */
const pollEvery = 2;
/** Seconds. */
const day = 86_400;

/** Jobs taken at one look; where as many were there, the next look follows at once. One that is thrown puts all of them back: each is done anew, or is seen to be done. */
const fetched = 4;

/**
 * Background work, kept in PostgreSQL by pg-boss in the schema `jobs`: a job is queued in the transaction of the act that
 * causes it, survives a restart and is done by one process at a time, at least once. A job holds ids, never content.
 */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  readonly #log = new Logger('jobs');
  readonly #boss: PgBoss;
  /** Its own: a request that queues a job holds a connection already, and must never wait for a second one of the same pool. */
  readonly #own: pg.Pool;
  #started: Promise<unknown> | null = null;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) config: Config,
  ) {
    this.#own = ownPool(config.databaseUrl, 2, 3000);
    // The library sends several statements at once and reads the driver's own answer.
    const executeSql = (text: string, values?: unknown[]) => this.#own.query(text, values);
    this.#boss = new PgBoss({ db: { executeSql }, schema: 'jobs', migrate: false, createSchema: false, schedule: false, registerInstance: false });
    this.#boss.on('error', (error) => this.#log.warn(`the queue cannot be reached: ${error.message}`));
  }

  /** Queues a job within the caller's transaction: both are written, or neither. */
  async queue(sql: Sql, name: string, data: object): Promise<void> {
    await this.#ready();
    await this.#boss.send(name, data, { db: { executeSql: async (text: string, values?: unknown[]) => ({ rows: await sql(text, values) }) } });
  }

  /** Queues many at once, for what was found to wait without a job; a lower priority comes behind whatever else is queued. */
  async queueAll(name: string, found: readonly object[], priority = 0): Promise<void> {
    if (found.length === 0) return;
    await this.#ready();
    await this.#boss.insert(
      name,
      found.map((data) => ({ data, priority })),
    );
  }

  /** Begins to do the jobs of a queue, one at a time; what `work` throws puts the job back for a later try. */
  async serve<Data extends object>(name: string, work: (data: Data) => Promise<void>): Promise<void> {
    await this.#ready();
    await this.#boss.work<Data>(name, { pollingIntervalSeconds: pollEvery, batchSize: fetched, burstWhenBatchFull: true }, async (jobs) => {
      for (const { data } of jobs) await work(data);
    });
  }

  /** Begins to do a job once a day, counted from its last time; the queue (policy `short`) holds one that waits, whichever process queued it. */
  async daily(name: string, work: () => Promise<void>): Promise<void> {
    await this.#ready();
    const next = () => this.#boss.send(name, {}, { startAfter: day });
    await this.serve(name, async () => {
      await next();
      await work();
    });
    await next();
  }

  /** Jobs waiting, at work and failed, by queue; for the operator. */
  state(): Promise<{ queue: string; waiting: number; active: number; failed: number }[]> {
    return this.db.unscoped(
      `SELECT name AS queue, count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting, count(*) FILTER (WHERE state = 'active')::int AS active,
         count(*) FILTER (WHERE state = 'failed')::int AS failed FROM jobs.job GROUP BY name ORDER BY name`,
    );
  }

  #ready(): Promise<unknown> {
    this.#started ??= this.#boss.start().catch((error: unknown) => {
      this.#started = null;
      throw error;
    });
    return this.#started;
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.#started) await this.#boss.stop({ graceful: true, timeout: 8000 }).catch((error: Error) => this.#log.warn(error.message));
    if (!this.#own.ended) await this.#own.end();
  }
}
