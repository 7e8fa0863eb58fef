import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type contract, type ImportPreview, largestFile, mostRows, type Received } from '@servanda/contract';
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
import { policy } from '../evidence.policy.ts';
import { entryOf } from '../evidence.rules.ts';
import { AlikeQueries } from './alike.queries.ts';
import { type List, listOf } from './list.rules.ts';
import { addPiecesSql, addRevisionsSql, knownSql, nameSql, revisePiecesSql } from './list.sql.ts';
import { basisOf, type Known, type Planned, planOf, referencesOf } from './plan.rules.ts';

type Doors = typeof contract.evidence;
interface Sent {
  name: string;
  sha256: string;
  list: List;
}

/** Brings in a list of evidence: shows first what would become of it, then does all of that or nothing. */
@Injectable()
export class EvidenceList {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(AlikeQueries) private readonly alike: AlikeQueries,
  ) {}

  /** What would become of each row. Writes nothing; the file is not kept. */
  async preview(scope: Scope, { params }: Received<Doors['previewImport']>, request: DoorRequest): Promise<ImportPreview> {
    const sent = await this.#receive(scope, params.id, request);
    return this.db.read(scope, async (sql) => (await this.#held(sql, scope, params.id, sent, seeDossier)).preview());
  }

  /** Writes what the preview of this basis showed, in one transaction; refuses stale_version, with a new preview, where that is no longer so. */
  async bring(
    scope: Scope,
    { params, query }: Received<Doors['importList']>,
    request: DoorRequest,
  ): Promise<{ added: number; revised: number; unchanged: number }> {
    const sent = await this.#receive(scope, params.id, request);
    if (!query.basis) refuse('precondition_required', { detail: 'Ask for the preview first, and send its basis.' });
    return this.db.hotWrite(scope, async (sql) => {
      const { planned, basis, preview } = await this.#held(sql, scope, params.id, sent, holdDossier);
      if (basis !== query.basis) refuse('stale_version', { current: await preview() });
      const refused = planned.flatMap(({ shown }) =>
        shown.faults.map(({ column, message }) => ({ path: `rows.${shown.row}.${column ?? 'row'}`, code: 'custom', message })),
      );
      if (refused.length) refuse('invalid_input', { fields: refused.slice(0, 100) });
      return this.#write(sql, scope, params.id, sent, planned);
    });
  }

  /** The list of a form, read in a thread and thrown away; refused before its bytes come where the asker may not write here. */
  async #receive(scope: Scope, dossier: string, request: DoorRequest): Promise<Sent> {
    if (!policy.add(scope).allowed) refuse('forbidden');
    await this.db.read(scope, (sql) => seeDossier(sql, scope, dossier));
    const { name, received } = await receiveUpload(request, this.store, largestFile);
    try {
      const type = await checkDocument(received, name, { isReadByCell: true });
      if (type !== 'csv' && type !== 'xlsx') return refuseField('file', 'Send the list as CSV or XLSX');
      const sheets = await readTable(received.path, type);
      if (!sheets) return refuseField('file', 'The list cannot be read. Save it anew as XLSX or CSV, and send that');
      const list = listOf(sheets) ?? refuseField('file', 'No row names the column “External reference”. Use the template');
      if (!list.rows.length) refuseField('file', 'The list has no row below its head');
      if (list.rows.length > mostRows) refuseField('file', 'A list has at most 5,000 rows. Split it');
      return { name, sha256: received.sha256, list };
    } finally {
      await this.store.discard(received.path);
    }
  }

  /** The plan for a list as the dossier stands in this transaction. */
  async #held(sql: Sql, scope: Scope, dossier: string, { name, sha256, list }: Sent, gate: typeof seeDossier) {
    await gate(sql, scope, dossier);
    const isWriting = gate === holdDossier;
    const rows = await sql<Known & { reference: string }>(knownSql(isWriting ? 'FOR UPDATE OF e' : ''), [
      scope.organisation,
      dossier,
      [...new Set(referencesOf(list))],
    ]);
    const known = new Map(rows.map((row) => [row.reference, row]));
    const planned = planOf(list, known);
    const basis = basisOf(sha256, known);
    const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
    for (const { shown } of planned) counts[shown.outcome]++;
    const preview = async (): Promise<ImportPreview> => {
      const fresh = planned.filter(({ shown }) => shown.outcome === 'new');
      const found = await this.alike.to(
        sql,
        scope,
        dossier,
        fresh.map(({ shown }) => ({ title: shown.title, sha256: [] })),
      );
      const alike = new Map(fresh.map((plan, n) => [plan, found[n] ?? []]));
      return { name, sha256, basis, counts, unread: list.unread, rows: planned.map((plan) => ({ ...plan.shown, alike: alike.get(plan) ?? [] })) };
    };
    return { planned, basis, preview };
  }

  /** Four statements for all rows, and one entry in the journal, which holds a hash over what was written. */
  async #write(sql: Sql, scope: Scope, dossier: string, { name, sha256 }: Sent, planned: readonly Planned[]) {
    const writes = planned.flatMap(({ write }) => (write ? [{ ...write, id: write.known?.id ?? newId(), version: (write.known?.version ?? 0) + 1 }] : []));
    const added = writes.filter(({ known }) => !known).length;
    const counted = { added, revised: writes.length - added, unchanged: planned.length - writes.length };
    if (!writes.length) return counted;
    const given = JSON.stringify(writes.map(({ id, version, reference, content }) => ({ id, version, reference, content })));
    const values = [scope.organisation, dossier, given, scope.person, this.clock.now()];
    await sql(addPiecesSql, values);
    const revised = await sql(revisePiecesSql, values);
    if (revised.length !== counted.revised) refuse('stale_version');
    await sql(addRevisionsSql, values);
    await sql(nameSql, values);
    const revisions = writes.map(({ id, version, known, content }) => `${id} ${version} ${entryOf(known?.content ?? null, content).after.contentSha256}`);
    const revisionsSha256 = createHash('sha256').update(revisions.join('\n')).digest('hex');
    const data = { dossier, list: { name, sha256 }, ...counted, revisionsSha256 };
    await journalHot(sql, scope, { act: 'evidence.list_brought_in', subject: 'dossier', subjectId: dossier, data });
    return counted;
  }
}
