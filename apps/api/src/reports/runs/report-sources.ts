import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, sha256 as sha256Of } from '@servanda/catalogue';
import { DocumentFormat, DocumentKind, type DocumentLanguage, type RunFormat, type RunKind } from '@servanda/contract';
import type { Viewed } from '../../dossiers/as-of.ts';
import type { Sql } from '../../platform/db/database.ts';
import { ComposedDocuments } from '../composer/composed-documents.ts';
import { CriminalisationReportQueries } from '../criminalisation/criminalisation-report.queries.ts';
import { DocumentQueries } from '../documents/documents.queries.ts';
import type { Writing } from '../documents/maker.orders.ts';
import { StatusReportQueries } from '../status-report.queries.ts';
import { WorkbookQueries } from '../workbook/workbook.queries.ts';

/** What was ordered. */
export interface Ordered {
  dossier: string;
  kind: RunKind;
  format: RunFormat;
  lang: DocumentLanguage;
  isDraft: boolean;
  isRestrictedIn: boolean;
  /** Which composed report, and which of its issues. */
  report: string | null;
  issue: number | null;
}
/** What is to be written of the record: `sha256` of the facts, `looks` of what else the bytes hang on. */
export interface Ready {
  writing: Writing;
  name: string;
  sha256: string;
  looks: string;
}

/** Reads from the record what each kind and format is written of; one moment of it, and no person. */
@Injectable()
export class ReportSources {
  constructor(
    @Inject(DocumentQueries) private readonly documents: DocumentQueries,
    @Inject(StatusReportQueries) private readonly status: StatusReportQueries,
    @Inject(ComposedDocuments) private readonly composed: ComposedDocuments,
    @Inject(WorkbookQueries) private readonly workbook: WorkbookQueries,
    @Inject(CriminalisationReportQueries) private readonly criminalisation: CriminalisationReportQueries,
  ) {}

  /** Refuses not_found. */
  ready(sql: Sql, organisation: string, ordered: Ordered, at: Viewed): Promise<Ready> {
    const { kind, format } = ordered;
    if (kind === 'workbook') return this.#workbook(sql, organisation, ordered, at);
    if (kind === 'article_12' || kind === 'alternative') return this.#composed(sql, organisation, ordered, at);
    const asDocument = DocumentFormat.safeParse(format).data;
    return asDocument ? this.#document(sql, organisation, { ...ordered, kind, format: asDocument }, at) : this.#data(sql, organisation, ordered, at);
  }

  async #document(
    sql: Sql,
    organisation: string,
    { format, ...ordered }: Ordered & { kind: DocumentKind; format: DocumentFormat },
    at: Viewed,
  ): Promise<Ready> {
    const { document, iso3, on, sha256, isRestricted, style } = await this.documents.compose(sql, { organisation, ...ordered }, at);
    const { kind, lang, isDraft } = ordered;
    const name = nameOf(iso3, kind, on, lang, isDraft && 'draft', isRestricted && 'restricted', format);
    return { writing: { task: 'make', format, document }, name, sha256, looks: style === 0 ? '' : `.${style}` };
  }

  /** For programs and spreadsheets: restricted evidence is never in it. */
  async #data(sql: Sql, organisation: string, { dossier, kind, format, lang }: Ordered, at: Viewed): Promise<Ready> {
    if (kind === 'criminalisation') {
      const matrix = await this.criminalisation.reportIn(sql, organisation, dossier, at, false);
      const name = nameOf(matrix.dossier.iso3, kind, matrix.on, lang, 'xlsx');
      return { writing: { task: 'criminalisation_xlsx', report: matrix, lang }, name, sha256: matrix.sha256, looks: '' };
    }
    const report = await this.status.reportIn(sql, organisation, dossier, at, false);
    const { sha256, on } = report;
    const { iso3 } = report.dossier;
    if (format === 'oscal') return { writing: { task: 'status_oscal', report }, name: `servanda-${iso3}-status-${on}.oscal.json`, sha256, looks: '' };
    return { writing: { task: 'status_xlsx', report, lang }, name: nameOf(iso3, 'status', on, lang, 'xlsx'), sha256, looks: '' };
  }

  async #composed(sql: Sql, organisation: string, { format, ...sought }: Ordered, { on }: Viewed): Promise<Ready> {
    const asDocument = DocumentFormat.parse(format);
    const { document, style, content, edition } = await this.composed.compose(sql, { organisation, ...sought, on });
    const kind = content.kind === 'article_12' ? 'article-12' : 'alternative';
    const as = edition.issue === null ? 'draft' : `issue-${edition.issue}`;
    return {
      writing: { task: 'make', format: asDocument, document },
      name: nameOf(content.dossier.iso3, kind, edition.on, content.language, as, asDocument),
      sha256: edition.sha256,
      looks: `.${style}.${as}.${edition.on}`,
    };
  }

  async #workbook(sql: Sql, organisation: string, { dossier, lang }: Ordered, { on }: Viewed): Promise<Ready> {
    const content = await this.workbook.contentIn(sql, organisation, dossier);
    const writing: Writing = { task: 'workbook', ...content, dossier, lang, on };
    return { writing, name: nameOf(content.head.iso3, 'workbook', on, lang, 'xlsx'), sha256: sha256Of(canonicalJson({ ...content, on })), looks: '' };
  }
}

/** The name of a file: State, kind, day and language; drafts, issues and what holds restricted evidence say so. The last part is its ending. */
function nameOf(iso3: string, ...parts: (string | false)[]): string {
  const told = parts.filter((part) => part !== false);
  return `servanda-${iso3}-${told.slice(0, -1).join('-')}.${told.at(-1)}`;
}
