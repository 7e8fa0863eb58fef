import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { CONFIG, type Config } from '../config.ts';
import { ownPool } from './own-pool.ts';

/** Milliseconds within which the database must answer. */
const patience = 500;

/** Asks the database on a connection of its own: a pool that is full is busy, not broken. */
@Injectable()
export class Ping implements OnApplicationShutdown {
  readonly #own: pg.Pool;

  constructor(@Inject(CONFIG) config: Config) {
    this.#own = ownPool(config.databaseUrl, 1, patience);
  }

  /** Names of the migrations that stand, or null where no answer came within half a second. */
  async migrations(): Promise<Set<string> | null> {
    const late = setTimeout(patience, null, { ref: false });
    const applied = await Promise.race([this.#own.query<{ name: string }>('SELECT app.migrations() AS name'), late]).catch(() => null);
    return applied && new Set(applied.rows.map((row) => row.name));
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.#own.ended) await this.#own.end();
  }
}
