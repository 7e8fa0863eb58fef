import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Brief, CorrelationReport, CriminalisationReport, StatisticalAnnex, StatusReport } from '@servanda/contract';
import { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { journalAlone } from '../platform/journal/journal.ts';

/** What the journal notes of something that leaves; `report` says what it is, `on` its day (`YYYY-MM-DD`). */
interface Leaving {
  report: string;
  format: string;
  on: string;
  [fact: string]: string | number | boolean | null;
}
/** Bytes that were made for whoever asks. `name` is one of ours: letters, digits, dashes and a dot. */
interface Made {
  name: string;
  media: string | undefined;
  bytes: Buffer;
}

/** What leaves the organisation as a file is known to its journal before the first byte goes. */
@Injectable()
export class ExportsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Gives a file that was made of a dossier, once that is noted. */
  async leave(scope: Scope, dossier: string, facts: Leaving, { name, media = '', bytes }: Made, reply: DoorReply): Promise<StreamableFile> {
    await this.#note(scope, dossier, facts);
    reply.headers({ 'content-type': media, 'content-disposition': `attachment; filename="${name}"`, 'content-length': String(bytes.length) });
    return new StreamableFile(bytes);
  }

  /** Notes that a report leaves; its hash says which. */
  note(scope: Scope, format: 'json' | 'csv', { dossier, on, sha256 }: StatusReport): Promise<void> {
    return this.#note(scope, dossier.id, { report: 'status', format, on, sha256 });
  }

  /** Notes that a correlation table leaves; its hash says which. */
  noteCorrelation(scope: Scope, format: 'json' | 'csv', { dossier, on, sha256 }: CorrelationReport): Promise<void> {
    return this.#note(scope, dossier.id, { report: 'correlation', format, on, sha256 });
  }

  /** Notes that a criminalisation matrix leaves; its hash says which. */
  noteCriminalisation(scope: Scope, format: 'json' | 'csv', { dossier, on, sha256 }: CriminalisationReport): Promise<void> {
    return this.#note(scope, dossier.id, { report: 'criminalisation', format, on, sha256 });
  }

  /** Notes that a statistical annex leaves; its hash says which. */
  noteStatistics(scope: Scope, { dossier, on, sha256 }: StatisticalAnnex): Promise<void> {
    return this.#note(scope, dossier.id, { report: 'statistics', format: 'json', on, sha256 });
  }

  /** Notes that a brief leaves, of whom by reference. */
  async noteBrief(scope: Scope, format: 'json' | 'csv', { person, body, on, counts }: Brief): Promise<void> {
    const data = { report: 'brief', format, on, person: person?.id ?? null, body: body?.id ?? null, elements: counts.elements };
    await journalAlone(this.db, scope, { act: 'report.exported', subject: 'organisation', subjectId: scope.organisation, data });
  }

  async #note(scope: Scope, dossier: string, facts: Leaving): Promise<void> {
    await journalAlone(this.db, scope, { act: 'report.exported', subject: 'dossier', subjectId: dossier, data: { dossier, ...facts } });
  }
}
