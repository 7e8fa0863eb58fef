import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '../../generated/client.ts';
import { toldMoment } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { once } from '../repeats/repeats.ts';
import type { Scope } from './scope.ts';

export type Tx = Prisma.TransactionClient;
/** Runs one parameterised statement and returns its rows. */
export type Sql = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

/** The parameterised statements of `*.sql.ts` files within a Prisma transaction: the text is ours, the values are bound. */
export const sqlIn =
  (tx: Tx): Sql =>
  (text, values = []) =>
    tx.$queryRawUnsafe(text, ...values);

// Calendar days stay text: a day has no zone, and a Date would give it one.
pg.types.setTypeParser(pg.types.builtins.DATE, (v) => v);

/** What row-level security and the journal read, for the one transaction. */
const settings = (scope: Scope): [string, string][] => [
  ['app.organisation', scope.organisation],
  ['app.person', scope.person],
  ['app.role', scope.role],
  ['app.session', scope.session ?? ''],
  ['app.key', scope.key ?? ''],
  // Heeded in the demonstration world only, where the journal tells it beside its own time.
  ['app.told_at', toldMoment()?.toISOString() ?? ''],
];
const scoped = (scope: Scope) =>
  `SELECT ${settings(scope)
    .map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`)
    .join(', ')}`;

/**
 * The only way to PostgreSQL. Every scoped call is one transaction whose organisation is set by
 * `set_config(…, true)`, so that row-level security decides what exists. Hot doors run their SQL on the
 * pg driver; the other writes use Prisma on the same pool and role (decision 0004).
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: pg.Pool;
  readonly #prisma: PrismaClient;
  readonly #log = new Logger('database');

  constructor(@Inject(CONFIG) config: Config) {
    this.pool = new pg.Pool({ connectionString: config.databaseUrl, max: config.poolSize, connectionTimeoutMillis: 3000, idleTimeoutMillis: 30_000 });
    // An idle connection that the server ends must not end the process.
    this.pool.on('error', (error) => this.#log.warn(`idle connection lost: ${error.message}`));
    this.#prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  /** One read-only transaction on the pg driver. */
  read<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction(`BEGIN READ ONLY; ${scoped(scope)}`, work);
  }

  /** One writing transaction on the pg driver, for the doors that must be fastest. */
  hotWrite<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction(`BEGIN; ${scoped(scope)}`, (sql) => once(sql, scope, () => work(sql)));
  }

  /** One writing transaction through Prisma. */
  write<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#prisma.$transaction(
      async (tx) => {
        await tx.$queryRawUnsafe(scoped(scope));
        return once(sqlIn(tx), scope, () => work(tx));
      },
      { maxWait: 3000, timeout: 10_000 },
    );
  }

  /** One statement outside any organisation: reference data and the functions of sign-in. */
  async unscoped<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, values)).rows;
  }

  async #transaction<T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    try {
      await client.query(begin);
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
    await this.#prisma.$disconnect();
    if (!this.pool.ended) await this.pool.end();
  }
}
