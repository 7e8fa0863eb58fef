import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received, Returned, TextIdentity } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { policy } from '../evidence.policy.ts';
import { inWords, lookInto, type Passage } from './file-identity.rules.ts';
import { decideSql, keepFoundSql, passagesSql, uncheckedSql } from './file-identity.sql.ts';

type Doors = typeof contract.evidence;
interface Row {
  name: string;
  hasPages: boolean;
  identity: TextIdentity | null;
  found: Passage[];
  pages: { number: number; text: string }[];
  open: boolean;
  isWithdrawn: boolean;
  isErased: boolean;
}
/** Findings that the journal keeps of one decision. */
const mostKept = 50;

/** The text of a file may identify somebody; a writer who read the passages decides, and the journal keeps it (decision 0029). */
@Injectable()
export class FileIdentity {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The passages in their words. Refuses purpose_required where a restricted piece is not open to the asker. */
  async passages(scope: Scope, { params }: Received<Doors['fileIdentity']>): Promise<Returned<Doors['fileIdentity']>> {
    const { name, hasPages, identity, found, pages } = await this.#row(scope, params);
    const texts = new Map(pages.map(({ number, text }) => [number, text]));
    return { name, hasPages, identity, items: found.map((one) => inWords(texts.get(one.page) ?? '', one)) };
  }

  /** Decides that the passages seen identify nobody. Refuses wrong_state where others stand there now, or it was decided. */
  async decide(scope: Scope, { params, body }: Received<Doors['decideIdentity']>): Promise<TextIdentity> {
    const may = policy.revise(scope, await this.#row(scope, params));
    if (!may.allowed) refuse(may.because === 'state' ? 'wrong_state' : 'forbidden');
    await this.db.hotWrite(scope, async (sql) => {
      const [decided] = await sql<{ found: Passage[] }>(decideSql, [scope.organisation, params.file, body.passages, scope.person, this.clock.now()]);
      if (!decided) refuse('wrong_state');
      const data = { dossier: params.id, file: params.file, decision: body.decision, passages: body.passages, found: decided.found.slice(0, mostKept) };
      await journalHot(sql, scope, { act: 'evidence.identity_decided', subject: 'evidence', subjectId: params.evidence, data });
    });
    return (await this.#row(scope, params)).identity ?? refuse('internal');
  }

  /** Looks into a text that was read before anybody did. */
  async check(organisation: string, file: string): Promise<void> {
    const pages = await this.db.work(organisation, (sql) => sql<{ number: number; text: string }>(uncheckedSql, [organisation, file]));
    const { found, count } = await lookInto(pages);
    await this.db.work(organisation, (sql) => sql(keepFoundSql, [organisation, file, JSON.stringify(found), count]));
  }

  async #row(scope: Scope, { id, evidence, file }: Received<Doors['fileIdentity']>['params']): Promise<Row> {
    const values = [scope.organisation, id, evidence, file, scope.person, scope.session, this.clock.now()];
    const [row] = await this.db.read(scope, (sql) => sql<Row>(passagesSql, values));
    if (!row) refuse('not_found');
    if (!row.open) refuse('purpose_required');
    return row;
  }
}
