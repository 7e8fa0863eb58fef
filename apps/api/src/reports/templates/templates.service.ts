import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { type contract, largestFile, largestTemplate, mostTemplates, type Received, type ReportTemplate, type TemplateCheck } from '@servanda/contract';
import type { Cleaned } from '../../platform/cleaning/clean.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { checkDocument } from '../../platform/files/document.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { inThread } from '../../platform/files/threads.ts';
import { receiveUpload } from '../../platform/files/upload.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import type { DoorRequest } from '../../platform/http/request.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { DocumentMaker } from '../documents/document-maker.ts';
import type { Verdict } from './check.ts';
import { ofFile } from './package.ts';
import { policy } from './templates.policy.ts';
import { addSql, holdSql, oneSql, roomSql, withdrawSql } from './templates.sql.ts';
import { sentenceOf } from './templates.words.ts';

type Doors = typeof contract.reports;
interface Sent {
  name: string;
  sha256: string;
  /** Without what the file told beside its content; null where that could not be taken out. */
  bytes: Buffer | null;
  verdict: Verdict;
}
const broken = (field: string): Verdict => ({ faults: [ofFile('unreadable', field)], found: [] });

/** Templates come in, checked; what is wrong in one is told by its place, and such a one is not kept. */
@Injectable()
export class TemplatesService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(DocumentMaker) private readonly maker: DocumentMaker,
  ) {}

  /** What is wrong in it; nothing is kept. */
  async check(request: DoorRequest): Promise<TemplateCheck> {
    const { name, sha256, verdict } = await this.#receive(request);
    return { name, sha256, isUsable: verdict.faults.length === 0, ...verdict };
  }

  /** Keeps it under a name; refuses invalid_input with every fault, already_exists, and wrong_state where there are as many as there may be. */
  async add(scope: Scope, { query }: Received<Doors['addTemplate']>, request: DoorRequest): Promise<ReportTemplate> {
    const { name: fileName, bytes, verdict } = await this.#receive(request);
    if (!bytes || verdict.faults.length > 0)
      refuse('invalid_input', { fields: verdict.faults.map((fault) => ({ path: 'file', code: fault.code, message: sentenceOf(fault) })) });
    const name = query.name ?? fileName.replace(/\.docx$/i, '').slice(0, 120);
    const id = newId();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.db.hotWrite(scope, async (sql) => {
      await sql(holdSql, [scope.organisation]);
      const [room] = await sql<{ count: number; isNamed: boolean }>(roomSql, [scope.organisation, name]);
      if (room?.isNamed) refuse('already_exists', { detail: 'There is a template of this name. Take it out of use first, or give this one another name.' });
      if ((room?.count ?? 0) >= mostTemplates) refuse('wrong_state', { detail: 'There are fifty templates. Take one out of use first.' });
      await sql(addSql, [scope.organisation, id, name, fileName, sha256, bytes.length, bytes, scope.person, this.clock.now()]);
      const [row] = await sql<Omit<ReportTemplate, 'may'>>(oneSql, [scope.organisation, id]);
      const data = { template: id, title: name, sha256 };
      await journalHot(sql, scope, { act: 'template.added', subject: 'organisation', subjectId: scope.organisation, data });
      return { ...(row ?? refuse('internal')), may: { withdraw: policy.change(scope) } };
    });
  }

  async withdraw(scope: Scope, { params }: Received<Doors['withdrawTemplate']>): Promise<null> {
    return this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<ReportTemplate>(oneSql, [scope.organisation, params.template]);
      if (!row) refuse('not_found');
      await sql(withdrawSql, [scope.organisation, params.template, scope.person, this.clock.now()]);
      const data = { template: params.template, title: row.name };
      await journalHot(sql, scope, { act: 'template.withdrawn', subject: 'organisation', subjectId: scope.organisation, data });
      return null;
    });
  }

  /** Received, checked as every document is, cleaned, and looked through in the process that makes documents; not kept. */
  async #receive(request: DoorRequest): Promise<Sent> {
    const { name, received } = await receiveUpload(request, this.store, largestFile);
    const clean = `${received.path}.clean`;
    try {
      if ((await checkDocument(received, name)) !== 'docx') return refuseField('file', 'Send the template as DOCX');
      const facts = { name, sha256: received.sha256, bytes: null };
      if (received.size > largestTemplate) return { ...facts, verdict: { faults: [ofFile('too_large', name)], found: [] } };
      const cleaned = await inThread<Cleaned>('clean', { path: received.path, out: clean, kind: 'docx' });
      if (cleaned === 'beyond limits' || 'cannot' in cleaned) return { ...facts, verdict: broken(name) };
      const bytes = await readFile(clean);
      return { ...facts, bytes, verdict: await this.maker.check(bytes) };
    } finally {
      await this.store.discard(received.path);
      await this.store.discard(clean);
    }
  }
}
