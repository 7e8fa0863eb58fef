import { Inject, Injectable } from '@nestjs/common';
import type { DocumentKind, DocumentLanguage } from '@servanda/contract';
import type { Viewed } from '../../dossiers/as-of.ts';
import { NationalProvisionsQueries } from '../../evidence/national-provisions/national-provisions.queries.ts';
import type { Sql } from '../../platform/db/database.ts';
import { correlationReport } from '../correlation-report.ts';
import { criminalisationDocument } from '../criminalisation/criminalisation-document.ts';
import { CriminalisationReportQueries } from '../criminalisation/criminalisation-report.queries.ts';
import { annexDocument } from '../statistics/annex-document.ts';
import { StatisticsQueries } from '../statistics/statistics.queries.ts';
import { StatusReportQueries } from '../status-report.queries.ts';
import { dressed } from '../style/dress.ts';
import { correlationDocument } from './correlation-table.ts';
import { briefingDocument, gapDocument } from './gap-list.ts';
import type { DocumentModel } from './model.ts';
import { statusDocument } from './status-report.ts';

/** Which document: of what, in which words, with what in it. */
export interface Wanted {
  organisation: string;
  dossier: string;
  kind: DocumentKind;
  lang: DocumentLanguage;
  isDraft: boolean;
  isRestrictedIn: boolean;
}
/** A document with what its file is named by and what the journal notes of it. */
export interface Composed {
  document: DocumentModel;
  iso3: string;
  on: string;
  sha256: string;
  isRestricted: boolean;
  /** Which choice of looks it wears. */
  style: number;
}
const composers = { status: statusDocument, briefing: briefingDocument, gaps: gapDocument };
/** Articles of the treaty that a correlation table is about, where nobody says otherwise. */
const criminal = { from: 3, to: 7 };

@Injectable()
export class DocumentQueries {
  constructor(
    @Inject(StatusReportQueries) private readonly status: StatusReportQueries,
    @Inject(NationalProvisionsQueries) private readonly provisions: NationalProvisionsQueries,
    @Inject(StatisticsQueries) private readonly statistics: StatisticsQueries,
    @Inject(CriminalisationReportQueries) private readonly criminalisation: CriminalisationReportQueries,
  ) {}

  /** Composes a document from one moment of the record; within a transaction of a person or of background work. Refuses not_found. */
  async compose(sql: Sql, wanted: Wanted, at: Viewed): Promise<Composed> {
    const composed = await this.#compose(sql, wanted, at);
    return { ...composed, ...(await dressed(sql, wanted.organisation, composed.document)) };
  }

  async #compose(sql: Sql, { organisation, dossier, kind, isRestrictedIn, ...manner }: Wanted, at: Viewed): Promise<Omit<Composed, 'style'>> {
    if (kind === 'correlation') {
      const report = correlationReport(await this.provisions.tableIn(sql, organisation, dossier, at, { ...criminal, on: at.on }, !isRestrictedIn));
      const isRestricted = report.items.some(({ provisions }) => provisions.some(({ law }) => law.isRestricted));
      return composed(correlationDocument(report, { ...manner, isRestricted }), report, isRestricted);
    }
    if (kind === 'criminalisation') {
      const report = await this.criminalisation.reportIn(sql, organisation, dossier, at, isRestrictedIn);
      const isRestricted = isRestrictedIn && report.set.some((cell) => cell.isRestricted);
      return composed(criminalisationDocument(report, { ...manner, isRestricted }), report, isRestricted);
    }
    if (kind === 'statistics') {
      const annex = await this.statistics.annexIn(sql, organisation, dossier, at, isRestrictedIn);
      return composed(annexDocument(annex, manner), annex, annex.classification === 'restricted');
    }
    const report = await this.status.reportIn(sql, organisation, dossier, at, isRestrictedIn);
    return composed(composers[kind](report, manner), report, report.classification === 'restricted');
  }
}

const composed = (
  document: DocumentModel,
  { dossier, on, sha256 }: { dossier: { iso3: string }; on: string; sha256: string },
  isRestricted: boolean,
): Omit<Composed, 'style'> => ({
  document,
  iso3: dossier.iso3,
  on,
  sha256,
  isRestricted,
});
