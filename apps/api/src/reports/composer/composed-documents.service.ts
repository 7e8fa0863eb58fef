import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import { type ComposedQuery, documentMedia, type IssueContent } from '@servanda/contract';
import type * as z from 'zod';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { DocumentMaker } from '../documents/document-maker.ts';
import { ExportsService } from '../exports.service.ts';
import { dressed } from '../style/dress.ts';
import { composedDocument, type Edition } from './composed-document.ts';
import { ComposerQueries } from './composer.queries.ts';
import { newestSql } from './composer.sql.ts';
import { contentOf, fingerprintOf } from './composition.rules.ts';
import { draftedReport } from './drafted-report.ts';

type Query = z.output<typeof ComposedQuery>;
interface Found {
  content: IssueContent;
  edition: Edition;
}

/** Composed reports as files: as issued, as they stand, or drafted from the record where nobody has started one. */
@Injectable()
export class ComposedDocuments {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ComposerQueries) private readonly queries: ComposerQueries,
    @Inject(DocumentMaker) private readonly maker: DocumentMaker,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  /** Noted in the journal before the first byte goes. */
  async leave(scope: Scope, dossier: string, format: 'pdf' | 'docx', query: Query, reply: DoorReply): Promise<StreamableFile> {
    const { content, edition } = await this.db.read(scope, (sql) => this.#find(sql, scope, dossier, query));
    const { document } = await this.db.read(scope, (sql) => dressed(sql, scope.organisation, composedDocument(content, edition)));
    const bytes = await this.maker.make(format, document);
    const kind = content.kind === 'article_12' ? 'article-12' : 'alternative';
    const facts = { report: kind, format, lang: content.language, on: edition.on, number: edition.issue, sha256: edition.sha256 };
    const name = `servanda-${content.dossier.iso3}-${kind}-${edition.on}-${content.language}${edition.issue === null ? '-draft' : `-issue-${edition.issue}`}.${format}`;
    return this.exports.leave(scope, dossier, facts, { name, media: documentMedia[format], bytes }, reply);
  }

  /** The report and issue asked for; else the newest article 12 report of the language, its last issue before its working copy; else a draft from the record. */
  async #find(sql: Sql, scope: Scope, id: string, { lang, report, issue }: Query): Promise<Found> {
    const [newest] = report
      ? [{ report, issue: issue ?? null }]
      : await sql<{ report: string; issue: number | null }>(newestSql, [scope.organisation, id, lang]);
    if (!newest) {
      const record = await this.queries.record(sql, scope, id);
      return this.#asItStands(contentOf(draftedReport(record, lang), record));
    }
    if (newest.issue === null) {
      const { kept, record } = await this.queries.read(sql, scope, { id, report: newest.report });
      return this.#asItStands(contentOf(kept, record));
    }
    const { content, sha256, on, number } = await this.queries.issueIn(sql, scope, { id, report: newest.report, number: newest.issue });
    return { content, edition: { on, sha256, issue: number } };
  }

  #asItStands(content: IssueContent): Found {
    return { content, edition: { on: this.clock.today(), sha256: fingerprintOf(content), issue: null } };
  }
}
