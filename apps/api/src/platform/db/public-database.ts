import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { CONFIG, type Config } from '../config.ts';
import type { Sql } from './database.ts';
import { open } from './opening.ts';
import { ownPool } from './own-pool.ts';

/** Milliseconds that a reader waits for a connection. */
const patience = 1400;
/** The role of the public: it may read releases and reference data, and nothing else (decision 0040). */
export const publicRole = 'servanda_public';
const roleSql = "SELECT set_config('role', $1, true)";

/**
 * The public's own way to PostgreSQL: connections of their own, so that neither the portal nor those at work wait for each other, and
 * transactions that may only read, in a role without a right on any working table. No scope is ever signed here.
 */
@Injectable()
export class PublicDatabase implements OnApplicationShutdown {
  readonly #pool: pg.Pool;

  constructor(@Inject(CONFIG) config: Config) {
    this.#pool = ownPool(config.databaseUrl, Math.min(config.poolSize, 8), patience);
  }

  /** One read-only transaction of the public. */
  async read<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    try {
      await open(client, 'BEGIN READ ONLY', roleSql, [publicRole]);
      const result = await work(async <Row extends object>(text: string, values: unknown[] = []) => (await client.query<Row>(text, values)).rows);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(lost);
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }
}
