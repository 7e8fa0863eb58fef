import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { type contract, documentMedia, mostTemplates, type Received, type ReportTemplate, type Returned } from '@servanda/contract';
import { viewed } from '../../dossiers/as-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { dispositionOf } from '../../platform/files/attachment.ts';
import { refuse } from '../../platform/http/refusal.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { DocumentMaker } from '../documents/document-maker.ts';
import { wordsOf } from '../documents/words.ts';
import { ExportsService } from '../exports.service.ts';
import { StatusReportQueries } from '../status-report.queries.ts';
import { starterTemplate } from './starter.ts';
import { policy } from './templates.policy.ts';
import { bytesSql, listSql } from './templates.sql.ts';
import { valuesOf } from './values.ts';

type Doors = typeof contract.reports;
interface Kept {
  name: string;
  fileName: string;
  sha256: string;
  bytes: Buffer;
}

@Injectable()
export class TemplatesQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(StatusReportQueries) private readonly status: StatusReportQueries,
    @Inject(DocumentMaker) private readonly maker: DocumentMaker,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  async list(scope: Scope): Promise<Returned<Doors['templates']>> {
    const items = await this.db.read(scope, (sql) => sql<Omit<ReportTemplate, 'may'>>(listSql, [scope.organisation, mostTemplates]));
    const may = policy.change(scope);
    return { items: items.map((item) => ({ ...item, may: { withdraw: may } })), may: { add: may } };
  }

  async file(scope: Scope, { params }: Received<Doors['templateFile']>, reply: DoorReply): Promise<StreamableFile> {
    const { bytes, fileName } = await this.#kept(scope, params.template);
    return sent(bytes, fileName, reply);
  }

  async starter({ query }: Received<Doors['starterTemplate']>, reply: DoorReply): Promise<StreamableFile> {
    return sent(await starterTemplate(query.lang), `servanda-template-${query.lang}.docx`, reply);
  }

  /** The status report in a template; it is in the journal before the first byte goes. Restricted evidence is left out. */
  async filled(scope: Scope, { params, query }: Received<Doors['fromTemplate']>, reply: DoorReply): Promise<StreamableFile> {
    const kept = await this.#kept(scope, params.template);
    const at = viewed(this.clock, query.asOf);
    const report = await this.db.read(scope, (sql) => this.status.reportIn(sql, scope.organisation, params.id, at, false));
    const { lang, draft: isDraft } = query;
    const { dossier, on, sha256 } = report;
    const head = { title: `${wordsOf[lang].titles.status} – ${dossier.stateName}`, organisation: dossier.organisation, day: on };
    const bytes = await this.maker.fill(kept.bytes, valuesOf(report, { lang, isDraft }), head);
    const facts = { report: 'template', format: 'docx', lang, on, sha256, template: params.template, templateSha256: kept.sha256 };
    const name = `servanda-${dossier.iso3}-template-${on}-${lang}${isDraft ? '-draft' : ''}.docx`;
    return this.exports.leave(scope, dossier.id, facts, { name, media: documentMedia.docx, bytes }, reply);
  }

  async #kept(scope: Scope, template: string): Promise<Kept> {
    const [kept] = await this.db.read(scope, (sql) => sql<Kept>(bytesSql, [scope.organisation, template]));
    return kept ?? refuse('not_found');
  }
}

function sent(bytes: Buffer, name: string, reply: DoorReply): StreamableFile {
  reply.headers({ 'content-type': documentMedia.docx, 'content-disposition': dispositionOf(name), 'content-length': String(bytes.length) });
  return new StreamableFile(bytes);
}
