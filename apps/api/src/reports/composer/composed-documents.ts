import { Inject, Injectable } from '@nestjs/common';
import type { DocumentLanguage, IssueContent } from '@servanda/contract';
import type { Sql } from '../../platform/db/database.ts';
import type { DocumentModel } from '../documents/model.ts';
import { dressed } from '../style/dress.ts';
import { composedDocument, type Edition } from './composed-document.ts';
import { ComposerQueries } from './composer.queries.ts';
import { contentOf, fingerprintOf } from './composition.rules.ts';
import { draftedReport } from './drafted-report.ts';

interface Found {
  content: IssueContent;
  edition: Edition;
}
/** Which report: as issued, as it stands, or, without any, drafted from the record in a language. */
export interface Sought {
  organisation: string;
  dossier: string;
  lang: DocumentLanguage;
  report: string | null;
  issue: number | null;
  on: string;
}

/** Composed reports as documents. */
@Injectable()
export class ComposedDocuments {
  constructor(@Inject(ComposerQueries) private readonly queries: ComposerQueries) {}

  /** The document with what its file is named by; within a transaction of a person or of background work. Refuses not_found. */
  async compose(sql: Sql, sought: Sought): Promise<{ document: DocumentModel; style: number } & Found> {
    const found = await this.#find(sql, sought);
    return { ...found, ...(await dressed(sql, sought.organisation, composedDocument(found.content, found.edition))) };
  }

  async #find(sql: Sql, { organisation, dossier: id, lang, report, issue, on }: Sought): Promise<Found> {
    const of = { organisation };
    const asItStands = (content: IssueContent): Found => ({ content, edition: { on, sha256: fingerprintOf(content), issue: null } });
    if (report === null) {
      const record = await this.queries.record(sql, of, id);
      return asItStands(contentOf(draftedReport(record, lang), record));
    }
    if (issue === null) {
      const { kept, record } = await this.queries.read(sql, of, { id, report });
      return asItStands(contentOf(kept, record));
    }
    const { content, sha256, on: frozenOn, number } = await this.queries.issueIn(sql, of, { id, report, number: issue });
    return { content, edition: { on: frozenOn, sha256, issue: number } };
  }
}
