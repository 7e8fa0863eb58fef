import { Inject, Injectable } from '@nestjs/common';
import type { contract, IssueHead, ParagraphHistory, Received, ReportIssue, Returned, WorkingReport } from '@servanda/contract';
import { policy } from '../../people/people.policy.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { composedSql, historySql, issueSql, workingSql } from './composer.sql.ts';
import { contentOf, fingerprintOf, type Kept, paragraphsOf, voiceOf } from './composition.rules.ts';
import { draftOf } from './draft.rules.ts';
import { recordSql } from './record.sql.ts';
import type { DossierRecord } from './record.ts';

type Doors = typeof contract.reports;
type Params = { id: string; report: string };
/** Whose: background work has no person. */
type Of = Pick<Scope, 'organisation'>;
/** A report as it is kept, the record of now, and the issues so far. */
export interface Read {
  kept: Kept;
  record: DossierRecord;
  issued: IssueHead[];
}

@Injectable()
export class ComposerQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  async list(scope: Scope, { params }: Received<Doors['composed']>): Promise<Returned<Doors['composed']>> {
    const [row] = await this.db.read(scope, (sql) => sql<Pick<Returned<Doors['composed']>, 'items'>>(composedSql, [scope.organisation, params.id]));
    return row ? { ...row, total: row.items.length } : refuse('not_found');
  }

  working(scope: Scope, { params }: Received<Doors['working']>): Promise<WorkingReport> {
    return this.db.read(scope, async (sql) => shaped(scope, await this.read(sql, scope, params)));
  }

  history(scope: Scope, { params, query }: Received<Doors['history']>): Promise<ParagraphHistory> {
    return this.db.read(scope, async (sql) => {
      const values = [scope.organisation, params.id, params.report, params.paragraph, query.limit, query.offset];
      const [row] = await sql<Pick<ParagraphHistory, 'versions' | 'total' | 'comments'>>(historySql, values);
      if (!row) refuse('not_found');
      const { kept, record } = await this.read(sql, scope, params);
      const paragraph = kept.paragraphs.find(({ id }) => id === params.paragraph);
      const before = paragraph?.record?.drafted ?? null;
      return {
        paragraph: params.paragraph,
        before,
        now: before && paragraph ? (draftOf(paragraph.elements, record, voiceOf(kept.head))?.drafted ?? null) : null,
        ...row,
      };
    });
  }

  async issue(scope: Scope, { params }: { params: Params & { number: number } }): Promise<ReportIssue> {
    return this.db.read(scope, (sql) => this.issueIn(sql, scope, params));
  }

  async issueIn(sql: Sql, scope: Of, { id, report, number }: Params & { number: number }): Promise<ReportIssue> {
    const [row] = await sql<{ issue: ReportIssue }>(issueSql, [scope.organisation, id, report, number]);
    return row?.issue ?? refuse('not_found');
  }

  /** What is recorded of the dossier; refuses not_found. */
  async record(sql: Sql, scope: Of, dossier: string): Promise<DossierRecord> {
    const [row] = await sql<DossierRecord>(recordSql, [scope.organisation, dossier]);
    return row ?? refuse('not_found');
  }

  /** A report as it is kept; refuses not_found. */
  async kept(sql: Sql, scope: Of, { id, report }: Params): Promise<Omit<Read, 'record'>> {
    const [row] = await sql<Kept & Pick<Read, 'issued'>>(workingSql, [scope.organisation, id, report]);
    if (!row) refuse('not_found');
    const { issued, ...kept } = row;
    return { kept, issued };
  }

  /** The same with the record of now. */
  async read(sql: Sql, scope: Of, params: Params): Promise<Read> {
    return { ...(await this.kept(sql, scope, params)), record: await this.record(sql, scope, params.id) };
  }
}

/** The working copy as the contract promises it. */
function shaped(scope: Scope, { kept, record, issued }: Read): WorkingReport {
  const paragraphs = paragraphsOf(kept, record);
  const content = contentOf(kept, record, paragraphs);
  return {
    ...kept.head,
    sections: kept.sections,
    paragraphs,
    words: content.words,
    silence: content.silence,
    bySubject: content.sections.flatMap(({ key, bySubject }) => (bySubject.length > 0 ? [{ section: key, citations: bySubject }] : [])),
    dropped: content.dropped,
    issued,
    fingerprint: fingerprintOf(content),
    may: { write: policy.addEvidence(scope), freeze: policy.review(scope) },
  };
}
