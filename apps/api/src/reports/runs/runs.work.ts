import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { RunReason } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import { refusalOf } from '../../platform/http/problem.filter.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { DocumentMaker } from '../documents/document-maker.ts';
import { type Ordered, type Ready, ReportSources } from './report-sources.ts';
import { claimSql, endSql, keepSql, openSql, sameSql, stateSql, sweepSql } from './runs.sql.ts';

export interface Running {
  organisation: string;
  run: string;
}
interface Claimed extends Ordered {
  asOf: string | null;
  on: string;
  tries: number;
}
const reportQueue = 'report.make';
/** The looks of the documents: counted up where the same facts are to give other bytes. */
const layout = '10';
/** Milliseconds: after these a beginning is held to be broken off · how often somebody who stopped it is looked for · how long bytes are kept. */
const times = { brokenOff: 3 * 60_000, look: 500, kept: 30 * 86_400_000 };

/** Makes what was ordered: in the background, or at once for somebody who waits. Each run is done by one process at a time. */
@Injectable()
export class ReportWork {
  readonly #log = new Logger('reports');

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(ReportSources) private readonly sources: ReportSources,
    @Inject(DocumentMaker) private readonly maker: DocumentMaker,
  ) {}

  /** Queues a run in the transaction that records it. */
  queue(sql: Sql, running: Running): Promise<void> {
    return this.jobs.queue(sql, reportQueue, running);
  }

  /** Begins to do the jobs; called by the serving or the working process only. What was broken off by an end of the process is queued anew. */
  async serve(): Promise<void> {
    await this.jobs.serve<Running>(reportQueue, (running) => this.make(running));
    const before = new Date(this.clock.now().getTime() - times.brokenOff);
    await this.jobs.queueAll(reportQueue, await this.db.unscoped<Running>(openSql, [before, 1000]));
  }

  /** Makes one document, or sees that another process does. The same facts were perhaps made before: then their bytes are taken. */
  async make({ organisation, run }: Running): Promise<void> {
    const now = this.clock.now();
    const [claimed] = await this.db.work(organisation, (sql) => sql<Claimed>(claimSql, [organisation, run, now, new Date(now.getTime() - times.brokenOff)]));
    if (!claimed) return;
    const stop = new AbortController();
    const watch = setInterval(
      () =>
        void this.#isCancelled(organisation, run).then(
          (is) => is && stop.abort(),
          () => undefined,
        ),
      times.look,
    );
    const end = (state: 'made' | 'failed', ...facts: unknown[]) => [organisation, run, claimed.tries, state, ...facts, this.clock.now()];
    try {
      const at = { moment: claimed.asOf, on: claimed.on };
      const ready = await this.db.work(organisation, (sql) => this.sources.ready(sql, organisation, claimed, at));
      const made = (await this.#same(organisation, ready, claimed)) ?? (await this.#written(ready, stop.signal));
      await this.db.work(organisation, async (sql) => {
        const ended = this.clock.now();
        if (made.bytes) await sql(keepSql, [organisation, made.sha256, made.bytes, ended]);
        await sql(endSql, end('made', null, layout + ready.looks, ready.sha256, ready.name, made.sha256, made.size));
        await sql(sweepSql, [organisation, new Date(ended.getTime() - times.kept)]);
      });
    } catch (error) {
      if (stop.signal.aborted) return;
      const reason = reasonOf(error);
      if (reason === 'fault') this.#log.error(`a report could not be made: ${error instanceof Error ? error.message.slice(0, 500) : String(error)}`);
      await this.db.work(organisation, (sql) => sql(endSql, end('failed', reason, layout, null, null, null, null)));
    } finally {
      clearInterval(watch);
    }
  }

  async #written({ writing }: Ready, stop: AbortSignal) {
    const bytes = await this.maker.write(writing, stop);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  }

  async #same(organisation: string, { sha256, looks }: Ready, { format, kind, lang, isDraft }: Claimed) {
    const values = [organisation, sha256, format, kind, lang, isDraft, layout + looks];
    const [same] = await this.db.work(organisation, (sql) => sql<{ sha256: string; size: number }>(sameSql, values));
    return same ? { ...same, bytes: null } : null;
  }

  async #isCancelled(organisation: string, run: string): Promise<boolean> {
    const [found] = await this.db.work(organisation, (sql) => sql<{ state: string }>(stateSql, [organisation, run]));
    return found?.state === 'cancelled';
  }
}

function reasonOf(error: unknown): RunReason {
  const { code } = refusalOf(error);
  if (code === 'not_found') return 'gone';
  if (code !== 'unavailable') return 'fault';
  return error instanceof Refusal ? 'beyond_limits' : 'unavailable';
}
