import { Inject, Injectable } from '@nestjs/common';
import type { CountedOrganisation, contract, InviteResult, Received, RefusalCode, Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { type Entry, journalHot } from '../../platform/journal/journal.ts';
import { LettersOfInvitation } from '../organisations/letters-of-invitation.ts';
import { countedSql, foundSql, reinstateSql, renameSql, suspendSql } from './operator.sql.ts';

type Doors = typeof contract.people;
type Done = 'done' | Extract<RefusalCode, 'forbidden' | 'not_found' | 'already_exists' | 'state_unknown' | 'stale_version' | 'wrong_state'>;

/** The acts of the operator on organisations. Each stands in the operator's journal and, by the database, in that of the organisation. */
@Injectable()
export class OperatorService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LettersOfInvitation) private readonly letters: LettersOfInvitation,
  ) {}

  async list(scope: Scope): Promise<Returned<Doors['organisations']>> {
    const rows = await this.db.read(scope, (sql) => sql<{ found: CountedOrganisation }>(countedSql, [null]));
    return { items: rows.map(({ found }) => found), total: rows.length };
  }

  /** Founds an organisation and invites its first lead, both or neither. */
  async found(scope: Scope, { body }: Received<Doors['foundOrganisation']>): Promise<CountedOrganisation> {
    const id = newId();
    return this.db.hotWrite(scope, async (sql) => {
      await this.#do(sql, foundSql, [id, body.kind, body.name, body.iso3, body.locale, this.clock.now()]);
      await this.letters.ask(sql, scope, { id, name: body.name, locale: body.locale }, { email: body.lead, role: 'lead', body: null });
      return this.#noted(sql, scope, id, { act: 'organisation.founded', data: { after: { kind: body.kind, name: body.name, iso3: body.iso3 } } });
    });
  }

  async rename(scope: Scope, { params, body }: Received<Doors['renameOrganisation']>): Promise<CountedOrganisation> {
    return this.db.hotWrite(scope, async (sql) => {
      const [before] = await sql<{ found: CountedOrganisation }>(countedSql, [params.organisation]);
      await this.#do(sql, renameSql, [params.organisation, body.version, body.name], before?.found);
      return this.#noted(sql, scope, params.organisation, {
        act: 'organisation.revised',
        data: { before: { name: before?.found.name }, after: { name: body.name } },
      });
    });
  }

  suspend(scope: Scope, { params }: Received<Doors['suspendOrganisation']>): Promise<CountedOrganisation> {
    return this.db.hotWrite(scope, async (sql) => {
      await this.#do(sql, suspendSql, [params.organisation, this.clock.now()]);
      return this.#noted(sql, scope, params.organisation, { act: 'organisation.suspended' });
    });
  }

  reinstate(scope: Scope, { params }: Received<Doors['reinstateOrganisation']>): Promise<CountedOrganisation> {
    return this.db.hotWrite(scope, async (sql) => {
      await this.#do(sql, reinstateSql, [params.organisation]);
      return this.#noted(sql, scope, params.organisation, { act: 'organisation.reinstated' });
    });
  }

  /** Only while an organisation has no lead: the operator never joins a running one. */
  async inviteLead(scope: Scope, { params, body }: Received<Doors['inviteLead']>): Promise<InviteResult> {
    return this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<{ found: CountedOrganisation }>(countedSql, [params.organisation]);
      if (!row) refuse('not_found');
      if (row.found.kind === 'operator' || row.found.leads > 0 || row.found.suspendedAt) refuse('wrong_state');
      const into = { id: params.organisation, name: row.found.name, locale: 'en' as const };
      const result = await this.letters.ask(sql, scope, into, { email: body.email, role: 'lead', body: null });
      await journalHot(sql, scope, { act: 'member.invited', subject: 'organisation', subjectId: params.organisation, data: { invitation: result.invitation } });
      return result;
    });
  }

  async #do(sql: Sql, act: string, values: unknown[], current?: CountedOrganisation): Promise<void> {
    const [row] = await sql<{ done: Done }>(act, values);
    const done = row?.done ?? refuse('internal');
    if (done !== 'done') refuse(done, { current });
  }

  async #noted(sql: Sql, scope: Scope, id: string, entry: Pick<Entry, 'act' | 'data'>): Promise<CountedOrganisation> {
    const [row] = await sql<{ found: CountedOrganisation }>(countedSql, [id]);
    await journalHot(sql, scope, { ...entry, subject: 'organisation', subjectId: id });
    return row?.found ?? refuse('internal');
  }
}
