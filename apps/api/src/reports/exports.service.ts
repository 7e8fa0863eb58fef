import { Inject, Injectable } from '@nestjs/common';
import type { Brief, CorrelationReport, StatusReport } from '@servanda/contract';
import { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { journalAlone } from '../platform/journal/journal.ts';

/** What leaves the organisation as a file is known to its journal before the first byte goes. */
@Injectable()
export class ExportsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Notes that a report leaves; its hash says which. */
  async note(scope: Scope, format: 'json' | 'csv' | 'xlsx' | 'oscal', { dossier, on, sha256 }: StatusReport): Promise<void> {
    const data = { dossier: dossier.id, report: 'status', format, on, sha256 };
    await journalAlone(this.db, scope, { act: 'report.exported', subject: 'dossier', subjectId: dossier.id, data });
  }

  /** Notes that a correlation table leaves; its hash says which. */
  async noteCorrelation(scope: Scope, format: 'json' | 'csv', { dossier, on, sha256 }: CorrelationReport): Promise<void> {
    const data = { dossier: dossier.id, report: 'correlation', format, on, sha256 };
    await journalAlone(this.db, scope, { act: 'report.exported', subject: 'dossier', subjectId: dossier.id, data });
  }

  /** Notes that a brief leaves, of whom by reference. */
  async noteBrief(scope: Scope, format: 'json' | 'csv', { person, body, on, counts }: Brief): Promise<void> {
    const data = { report: 'brief', format, on, person: person?.id ?? null, body: body?.id ?? null, elements: counts.elements };
    await journalAlone(this.db, scope, { act: 'report.exported', subject: 'organisation', subjectId: scope.organisation, data });
  }
}
