import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import { type contract, type DocumentLanguage, type Received, type ReportRun, type Returned, type RunFormat, type RunKind, runMedia } from '@servanda/contract';
import { refuseEarly, type Viewed, viewed } from '../../dossiers/as-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { newestSql } from '../composer/composer.sql.ts';
import { closedSql } from '../documents/documents.sql.ts';
import { ExportsService } from '../exports.service.ts';
import { policy } from './runs.policy.ts';
import { addSql, cancelSql, fileSql, listSql, oneSql, retrySql, stateSql } from './runs.sql.ts';
import { ReportWork } from './runs.work.ts';

type Doors = typeof contract.reports;
type Row = Omit<ReportRun, 'may'>;
type Place = Received<Doors['cancelRun']>['params'];
interface Ordered {
  kind: RunKind;
  format: RunFormat;
  lang: DocumentLanguage;
  draft?: boolean;
  isRestrictedIn?: boolean;
  asOf?: string | undefined;
  /** Which composed report and issue; without any, the newest of the language. */
  report?: string | undefined;
  issue?: number | undefined;
}
interface Kept {
  reason: string | null;
  format: RunFormat;
  kind: RunKind;
  lang: string;
  issue: number | null;
  on: string;
  reportSha256: string | null;
  isRestrictedIn: boolean;
  askedBy: string;
  name: string | null;
  bytes: Buffer | null;
}
const ofComposer: ReadonlySet<RunKind> = new Set(['article_12', 'alternative']);
/** Milliseconds that a fixed door waits for its report, and between two looks where another process makes it. */
const patience = { whole: 45_000, look: 150 };
const late = {
  detail: 'The report could not be made just now: it is larger than one may be, or took too long. Order it in the background, or take the CSV or JSON.',
};

@Injectable()
export class ReportRuns {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ReportWork) private readonly work: ReportWork,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  async list(scope: Scope, { params, query }: Received<Doors['runs']>): Promise<Returned<Doors['runs']>> {
    const [page] = await this.db.read(scope, (sql) =>
      sql<{ items: Row[]; total: number }>(listSql, [scope.organisation, params.id, query.limit, query.offset]),
    );
    if (!page) refuse('not_found');
    return { items: page.items.map((row) => shaped(scope, row)), total: page.total };
  }

  /** Orders a report. The purpose of restricted evidence goes into the journal and nowhere else. */
  order(scope: Scope, { params, body }: Received<Doors['order']>): Promise<ReportRun> {
    const ordered = { ...body, isRestrictedIn: body.restricted !== null };
    return this.db.hotWrite(scope, async (sql) => {
      const run = await this.#add(sql, scope, params.id, ordered, viewed(this.clock, body.asOf, 'asOf'));
      const { kind, format, lang, draft, asOf } = ordered;
      const data = {
        dossier: params.id,
        run,
        kind,
        format,
        lang,
        draft,
        ...(asOf ? { asOf } : {}),
        ...(body.restricted ? { purpose: body.restricted.purpose } : {}),
      };
      await journalHot(sql, scope, { act: 'report.ordered', subject: 'dossier', subjectId: params.id, data });
      return this.#one(sql, scope, { id: params.id, run });
    });
  }

  cancel(scope: Scope, { params }: Received<Doors['cancelRun']>): Promise<ReportRun> {
    return this.#change(scope, params, 'cancel', async (sql) => {
      const [done] = await sql(cancelSql, [scope.organisation, params.id, params.run, this.clock.now()]);
      if (!done) refuse('wrong_state');
    });
  }

  retry(scope: Scope, { params }: Received<Doors['retryRun']>): Promise<ReportRun> {
    return this.#change(scope, params, 'retry', async (sql) => {
      const [done] = await sql(retrySql, [scope.organisation, params.id, params.run]);
      if (!done) refuse('wrong_state');
      await this.work.queue(sql, { organisation: scope.organisation, run: params.run });
    });
  }

  /** The bytes of a report that was made; noted in the journal before the first goes. */
  async file(scope: Scope, { params }: Received<Doors['runFile']>, reply: DoorReply): Promise<StreamableFile> {
    return this.#leave(scope, params, reply);
  }

  /** What the fixed doors do: order, make at once, and give. Restricted evidence must stand open to the asker; refuses purpose_required. */
  async now(scope: Scope, dossier: string, ordered: Ordered, reply: DoorReply): Promise<StreamableFile> {
    const run = await this.db.hotWrite(scope, async (sql) => {
      if (ordered.isRestrictedIn) {
        const [found] = await sql<{ closed: boolean }>(closedSql, [scope.organisation, dossier, scope.person, scope.session, this.clock.now()]);
        if (found?.closed || scope.key) refuse('purpose_required');
      }
      return this.#add(sql, scope, dossier, ordered, viewed(this.clock, ordered.asOf));
    });
    await this.work.make({ organisation: scope.organisation, run });
    for (let waited = 0; waited < patience.whole; waited += patience.look) {
      const [found] = await this.db.read(scope, (sql) => sql<{ state: string }>(stateSql, [scope.organisation, run]));
      if (found?.state !== 'waiting' && found?.state !== 'working') return this.#leave(scope, { id: dossier, run }, reply);
      await setTimeout(patience.look);
    }
    refuse('unavailable', late);
  }

  async #add(sql: Sql, scope: Scope, dossier: string, ordered: Ordered, at: Viewed): Promise<string> {
    const { format, lang, draft = false, isRestrictedIn = false } = ordered;
    const run = newId();
    if (at.moment) await refuseEarly(sql, scope.organisation, dossier, at.moment);
    const { kind, report, issue } = await this.#sought(sql, scope, dossier, ordered);
    const facts = [kind, format, lang, at.moment, at.on, draft, isRestrictedIn];
    const [added] = await sql(addSql, [scope.organisation, run, dossier, ...facts, scope.person, this.clock.now(), report, issue]);
    if (!added) refuse('not_found');
    await this.work.queue(sql, { organisation: scope.organisation, run });
    return run;
  }

  /** The report and issue asked for; else the newest of the language, its last issue before its working copy; none where nobody began one. What is not a State's own is an alternative report. */
  async #sought(sql: Sql, scope: Scope, dossier: string, { kind, lang, report, issue = null }: Omit<Ordered, 'issue'> & { issue?: number | null | undefined }) {
    if (report !== undefined) return { kind, report, issue };
    const none = { kind, report: null, issue: null };
    if (kind !== 'article_12') return none;
    const [newest] = await sql<{ kind: RunKind; report: string | null; issue: number | null }>(newestSql, [scope.organisation, dossier, lang]);
    return newest ?? none;
  }

  #change(scope: Scope, place: Place, act: 'cancel' | 'retry', change: (sql: Sql) => Promise<void>): Promise<ReportRun> {
    return this.db.hotWrite(scope, async (sql) => {
      const { may } = await this.#one(sql, scope, place);
      if (!may[act].allowed) refuse(may[act].because === 'state' ? 'wrong_state' : 'forbidden');
      await change(sql);
      const entry = act === 'cancel' ? ('report.cancelled' as const) : ('report.retried' as const);
      await journalHot(sql, scope, { act: entry, subject: 'dossier', subjectId: place.id, data: { dossier: place.id, run: place.run } });
      return this.#one(sql, scope, place);
    });
  }

  async #one(sql: Sql, scope: Scope, { id, run }: Place): Promise<ReportRun> {
    const [row] = await sql<Row>(oneSql, [scope.organisation, id, run]);
    return row ? shaped(scope, row) : refuse('not_found');
  }

  async #leave(scope: Scope, { id, run }: Place, reply: DoorReply): Promise<StreamableFile> {
    const [kept] = await this.db.read(scope, (sql) => sql<Kept>(fileSql, [scope.organisation, run, id]));
    if (!kept) refuse('not_found');
    if (kept.isRestrictedIn && (kept.askedBy !== scope.person || scope.key)) refuse('forbidden');
    if (kept.reason === 'gone') refuse('not_found');
    if (kept.reason === 'beyond_limits') refuse('unavailable', late);
    if (kept.reason === 'unavailable') refuse('unavailable');
    if (kept.reason === 'fault') throw new Error(`The report ${run} could not be made`);
    if (!kept.name || !kept.bytes) refuse('wrong_state');
    const { kind, format, lang, issue, on, reportSha256: sha256, isRestrictedIn } = kept;
    const facts = {
      ...{ run, report: kind.replace('_', '-'), format, lang, on, sha256 },
      ...(ofComposer.has(kind) ? { number: issue } : {}),
      ...(isRestrictedIn ? { restricted: true } : {}),
    };
    return this.exports.leave(scope, id, facts, { name: kept.name, media: runMedia[format], bytes: kept.bytes }, reply);
  }
}

const shaped = (scope: Scope, row: Row): ReportRun => ({
  ...row,
  may: { cancel: policy.cancel(scope, row), retry: policy.retry(scope, row), fetch: policy.fetch(scope, row) },
});
