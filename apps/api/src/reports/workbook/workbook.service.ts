import { Inject, Injectable } from '@nestjs/common';
import { sha256 as sha256Of } from '@servanda/catalogue';
import { type contract, largestFile, mostWorkbookRows, type Received, type WorkbookPreview } from '@servanda/contract';
import { policy } from '../../assessments/assessments.policy.ts';
import { recordDrafts } from '../../assessments/drafts.ts';
import { holdDossier, seeDossier } from '../../dossiers/hold.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { checkDocument } from '../../platform/files/document.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { receiveUpload } from '../../platform/files/upload.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import type { DoorRequest } from '../../platform/http/request.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { readTable } from '../../platform/tables/read-table.ts';
import { anewIn, chosen } from './decisions.rules.ts';
import { basesOf, basisOf, type Known, planOf } from './plan.rules.ts';
import { type Checklist, checklistsOf } from './sheet.rules.ts';
import { knownSql } from './workbook.sql.ts';

type Doors = typeof contract.reports;
interface Sent {
  name: string;
  sha256: string;
  list: Checklist;
  /** What the form says beside the workbook of rows that are written anew: JSON, or nothing. */
  anew: string;
}

/** Brings in a filled-in workbook: shows first what would become of it, three ways, then does all of that or nothing. */
@Injectable()
export class WorkbookService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FileStore) private readonly store: FileStore,
  ) {}

  /** What would become of each row. Writes nothing; the file is not kept. */
  async preview(scope: Scope, { params }: Received<Doors['previewWorkbook']>, request: DoorRequest): Promise<WorkbookPreview> {
    const sent = await this.#receive(scope, params.id, request);
    return this.db.read(scope, async (sql) => (await this.#held(sql, scope, params.id, sent, seeDossier)).preview);
  }

  /** Writes what the preview of this basis showed, in one transaction; refuses stale_version, with a new preview, where that is no longer so. */
  async bring(
    scope: Scope,
    { params, query }: Received<Doors['bringWorkbook']>,
    request: DoorRequest,
  ): Promise<{ drafts: number; kept: number; unchanged: number }> {
    const sent = await this.#receive(scope, params.id, request);
    if (!query.basis) refuse('precondition_required', { detail: 'Ask for the preview first, and send its basis.' });
    const anew = anewIn(sent.anew);
    return this.db.hotWrite(scope, async (sql) => {
      const { planned, preview } = await this.#held(sql, scope, params.id, sent, holdDossier);
      if (preview.basis !== query.basis) refuse('stale_version', { current: preview });
      return this.#write(sql, scope, params.id, sent, chosen(planned, { ...query, anew }));
    });
  }

  /** The checklist of a form, read in a thread and thrown away; refused before its bytes come where the asker may not write here. */
  async #receive(scope: Scope, dossier: string, request: DoorRequest): Promise<Sent> {
    if (!policy.record(scope, { applies: true }).allowed) refuse('forbidden');
    await this.db.read(scope, (sql) => seeDossier(sql, scope, dossier));
    const { name, received, beside: anew } = await receiveUpload(request, this.store, largestFile, 'anew');
    try {
      const type = await checkDocument(received, name);
      if (type !== 'xlsx') return refuseField('file', 'Send the workbook as XLSX');
      const sheets = (await readTable(received.path, type)) ?? refuseField('file', 'The workbook cannot be read. Save it anew as XLSX, and send that');
      const [list, second] = checklistsOf(sheets);
      if (!list) return refuseField('file', 'No sheet has the columns “Element” and “Base”. Use the workbook that was taken from here');
      if (second) refuseField('file', 'Two sheets have the head of the checklist. Leave one');
      if (!list.rows.length) refuseField('file', 'The checklist has no row below its head');
      if (list.rows.length > mostWorkbookRows) refuseField('file', 'A checklist has at most 2,000 rows. Take out those that are none of it');
      return { name, sha256: received.sha256, list, anew };
    } finally {
      await this.store.discard(received.path);
    }
  }

  /** The plan for a workbook as the dossier stands in this transaction. */
  async #held(sql: Sql, scope: Scope, dossier: string, { name, sha256, list }: Sent, gate: typeof seeDossier) {
    await gate(sql, scope, dossier);
    const rows = await sql<Known>(knownSql, [scope.organisation, dossier, JSON.stringify(basesOf(list, dossier))]);
    const known = new Map(rows.map((row) => [row.code, row]));
    const planned = planOf(list, { dossier, today: this.clock.today(), known });
    const counts = { new: 0, changed: 0, unchanged: 0, conflict: 0, refused: 0 };
    for (const { shown } of planned) counts[shown.outcome]++;
    const { unread, missing } = list;
    const preview: WorkbookPreview = { name, sha256, basis: basisOf(sha256, known), counts, unread, missing, rows: planned.map(({ shown }) => shown) };
    return { planned, preview };
  }

  /** One statement for all drafts, and one entry in the journal, which names each of them. */
  async #write(sql: Sql, scope: Scope, dossier: string, { name, sha256 }: Sent, { written, kept, unchanged }: ReturnType<typeof chosen>) {
    const drafts = written.map((draft) => ({ id: newId(), ...draft }));
    const counted = { drafts: drafts.length, kept, unchanged };
    if (!drafts.length) return counted;
    await recordDrafts(sql, scope, dossier, drafts, this.clock.now());
    const named = drafts.map(({ code, number, law, practice }) => ({ element: code, number, law, practice }));
    const contentSha256 = sha256Of(JSON.stringify(drafts));
    const data = { dossier, workbook: { name, sha256 }, ...counted, recorded: named, contentSha256 };
    await journalHot(sql, scope, { act: 'assessment.workbook_brought_in', subject: 'dossier', subjectId: dossier, data });
    return counted;
  }
}
