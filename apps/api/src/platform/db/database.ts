import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '../../generated/client.ts';
import { toldMoment } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { once } from '../repeats/repeats.ts';
import { measureClient } from '../telemetry/measured-client.ts';
import { Telemetry } from '../telemetry/telemetry.ts';
import { ContextSigner, outside, refusesContext, type Signed } from './context.ts';
import { open } from './opening.ts';
import { askOutside } from './outside.ts';
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
const settingsSql = "SELECT set_config('app.context', $1, true), set_config('app.told_at', $2, true)";

/** The same for a guest of a coalition, who takes a role on to which one dossier is open (decision 0043). */
const guestSettingsSql = `${settingsSql}, set_config('role', 'servanda_guest', true)`;
const settingsOf = ({ guest }: Signed) => (guest ? guestSettingsSql : settingsSql);

/** Milliseconds that a request waits for a connection. It needs two, one after the other: together they stay within three seconds. */
const connectPatience = 1400;

/**
 * The only way to PostgreSQL. Every scoped call is one transaction whose signed scope is set by
 * `set_config(…, true)`, so that row-level security decides what exists. Hot doors run their SQL on the
 * pg driver; the other writes use Prisma on the same pool and role (decision 0004).
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: pg.Pool;
  readonly #prisma: PrismaClient;
  readonly #log = new Logger('database');
  readonly #signer: ContextSigner;

  constructor(@Inject(CONFIG) config: Config, @Inject(Telemetry) telemetry: Telemetry) {
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      max: config.poolSize,
      connectionTimeoutMillis: connectPatience,
      idleTimeoutMillis: 30_000,
    });
    this.#signer = new ContextSigner(config.contextKey);
    // An idle connection that the server ends must not end the process.
    this.pool.on('error', (error) => this.#log.warn(`idle connection lost: ${error.message}`));
    // Nor one that is lost in the instant in which it passes from one request to the next, where nobody listens to it yet.
    this.pool.on('connect', (client) => void client.on('error', () => undefined));
    if (telemetry.metrics || telemetry.tracing) this.pool.on('connect', (client) => measureClient(client, (text) => telemetry.statement(text)));
    telemetry.metrics?.watchPool(this.pool);
    this.#prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  /**
   * Opens what the first requests would open one by one: a process that begins behind a balancer gets its whole share at once, and
   * on a busy machine the last of them would wait too long. What cannot be opened now is opened when it is asked for.
   */
  async warm(): Promise<void> {
    const opened = await Promise.allSettled(Array.from({ length: this.pool.options.max }, () => this.pool.connect()));
    for (const one of opened) if (one.status === 'fulfilled') one.value.release();
    await this.#prisma.$queryRawUnsafe('SELECT 1').catch(() => undefined);
  }

  /** One read-only transaction on the pg driver. */
  read<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN READ ONLY', scope, work);
  }

  /** One writing transaction on the pg driver, for the doors that must be fastest. */
  hotWrite<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN', scope, (sql) => once(sql, scope, () => work(sql)));
  }

  /**
   * One moment of all that an organisation has, read in as many statements as it takes. Not for answering while a client
   * waits: write it down first. The signed scope lives for a minute and is signed anew as it goes on.
   */
  snapshot<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', scope, async (sql) => {
      let signed = performance.now();
      return work(async (text, values) => {
        if (performance.now() - signed > 20_000) {
          await sql(settingsSql, this.#settings(scope));
          signed = performance.now();
        }
        return sql(text, values);
      });
    });
  }

  /** One transaction outside any organisation, as long as it takes: for functions that keep the house, called by jobs only. */
  async upkeep<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query("BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '30s'");
      await client.query("SELECT set_config('app.context', $1, true)", [this.#signer.sign(outside, 3600)]);
      const result = await work(async <Row extends object>(text: string, values: unknown[] = []) => (await client.query<Row>(text, values)).rows);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** One writing transaction through Prisma. */
  write<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#prisma
      .$transaction(
        async (tx) => {
          await tx.$queryRawUnsafe(settingsOf(scope), ...this.#settings(scope));
          return once(sqlIn(tx), scope, () => work(tx));
        },
        { maxWait: 3000, timeout: 10_000 },
      )
      .catch((error: unknown) => this.#failed(error));
  }

  /** One writing transaction of background work for an organisation, without a person: it sees the organisation's rows and may not do what needs a role. */
  work<T>(organisation: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN', { organisation }, work);
  }

  /** One statement outside any organisation: reference data and the functions of sign-in. */
  async unscoped<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return askOutside<Row>(this.pool, this.#signer.sign(outside), text, values).catch((error: unknown) => this.#failed(error));
  }

  /** Takes over the database's time, by which a signed scope ends. */
  async meetClock(): Promise<void> {
    const { rows } = await this.pool.query<{ now: string }>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now');
    if (rows[0]) this.#signer.meet(Number(rows[0].now));
  }

  #settings(scope: Signed): string[] {
    // The told moment is heeded in the demonstration world only, where the journal tells it beside its own time.
    return [this.#signer.sign(scope), toldMoment()?.toISOString() ?? ''];
  }

  /** A refused scope may mean that the two clocks have parted: the next request is signed by the database's. */
  async #failed(error: unknown): Promise<never> {
    if (refusesContext(error)) {
      this.#log.warn(error instanceof Error ? error.message : String(error));
      await this.meetClock().catch(() => undefined);
    }
    throw error;
  }

  async #transaction<T>(begin: string, scope: Signed, work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    try {
      await open(client, begin, settingsOf(scope), this.#settings(scope));
      const result = await work(async <Row extends object>(text: string, values: unknown[] = []) => (await client.query<Row>(text, values)).rows);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(lost);
      return await this.#failed(error);
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
