import { Inject, Injectable } from '@nestjs/common';
import type { contract, May, Member, OpenInvitation, Received, RefusalCode, Returned } from '@servanda/contract';
import pg from 'pg';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { policy } from './members.policy.ts';
import { changeStatusSql, holdOrganisationSql, invitationsSql, type MemberRow, memberSql, membersSql, openBodiesSql, reviseMemberSql } from './members.sql.ts';

type Doors = typeof contract.people;

const enforce = (may: May): void => {
  const code: Partial<Record<NonNullable<May['because']>, RefusalCode>> = { role: 'forbidden', last_lead: 'last_lead' };
  if (may.because) refuse(code[may.because] ?? 'wrong_state');
};
const lastLead = (error: unknown): never => {
  if (error instanceof pg.DatabaseError && error.constraint === 'organisation_keeps_a_lead') refuse('last_lead');
  throw error;
};

@Injectable()
export class MembersService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Everybody of my organisation; addresses, days and open invitations for leads only. */
  async list(scope: Scope): Promise<Returned<Doors['members']>> {
    const may = { invite: policy.invite(scope) };
    return this.db.read(scope, async (sql) => {
      const rows = await sql<{ found: MemberRow }>(membersSql, [scope.organisation]);
      const open = may.invite.allowed ? await sql<{ found: OpenInvitation }>(invitationsSql, [scope.organisation, this.clock.now()]) : [];
      return { items: rows.map(({ found }) => memberFor(scope, found)), invitations: open.map(({ found }) => found), total: rows.length, may };
    });
  }

  async revise(scope: Scope, { params, body }: Received<Doors['reviseMember']>): Promise<Member> {
    return this.#change(scope, params.person, body.version, async (sql, before) => {
      enforce(policy.revise(scope, before, body.role));
      if (body.body && body.body !== before.body?.id && (await sql(openBodiesSql, [scope.organisation, [body.body]])).length === 0)
        refuseField('body', 'Choose a body of your organisation that is not archived');
      await sql(reviseMemberSql, [scope.organisation, params.person, body.version, body.role, body.body]);
      const facts = { before: { role: before.role, body: before.body?.id ?? null }, after: { role: body.role, body: body.body } };
      return { act: 'member.revised' as const, data: facts };
    });
  }

  async suspend(scope: Scope, { params, body }: Received<Doors['suspendMember']>): Promise<Member> {
    return this.#change(scope, params.person, body.version, async (sql, before) => {
      enforce(policy.suspend(scope, before));
      await sql(changeStatusSql, [scope.organisation, params.person, body.version, 'suspended', null]);
      return { act: 'member.suspended' as const, data: { role: before.role } };
    });
  }

  async reinstate(scope: Scope, { params, body }: Received<Doors['reinstateMember']>): Promise<Member> {
    return this.#change(scope, params.person, body.version, async (sql, before) => {
      enforce(policy.reinstate(scope, before));
      await sql(changeStatusSql, [scope.organisation, params.person, body.version, 'active', null]);
      return { act: 'member.reinstated' as const, data: { role: before.role } };
    });
  }

  /** One member within a transaction, the organisation held; refuses not_found and a version that is no longer the newest. */
  async held(sql: Sql, scope: Scope, person: string, version: number): Promise<MemberRow> {
    await sql(holdOrganisationSql, [scope.organisation]);
    const [row] = await sql<{ found: MemberRow }>(memberSql, [scope.organisation, person]);
    if (!row) refuse('not_found');
    if (row.found.version !== version) refuse('stale_version', { current: memberFor(scope, row.found) });
    return row.found;
  }

  /** Ends a membership within the transaction of whoever passes the work on; the caller writes the journal. */
  async end(sql: Sql, scope: Scope, member: MemberRow): Promise<void> {
    enforce(member.person === scope.person ? policy.leave(member) : policy.remove(scope, member));
    await sql(changeStatusSql, [scope.organisation, member.person, member.version, 'left', this.clock.now()]).catch(lastLead);
  }

  async #change(
    scope: Scope,
    person: string,
    version: number,
    act: (sql: Sql, before: MemberRow) => Promise<{ act: 'member.revised' | 'member.suspended' | 'member.reinstated'; data: object }>,
  ): Promise<Member> {
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.held(sql, scope, person, version);
      const done = await act(sql, before).catch(lastLead);
      const [after] = await sql<{ found: MemberRow }>(memberSql, [scope.organisation, person]);
      await journalHot(sql, scope, { act: done.act, subject: 'person', subjectId: person, data: { ...done.data } });
      return memberFor(scope, after?.found ?? refuse('internal'));
    });
  }
}

/** A member as the asker may see him or her. */
function memberFor(scope: Scope, { otherLeads, waits, ...row }: MemberRow): Member {
  const isMe = row.person === scope.person;
  const seesAll = policy.invite(scope).allowed;
  const facts = { ...row, otherLeads, waits };
  return {
    ...row,
    isMe,
    email: seesAll || isMe ? row.email : null,
    lastActiveOn: seesAll ? row.lastActiveOn : null,
    hasSecondFactor: seesAll ? row.hasSecondFactor : null,
    may: {
      revise: policy.revise(scope, facts),
      suspend: policy.suspend(scope, facts),
      reinstate: policy.reinstate(scope, facts),
      remove: policy.remove(scope, facts),
    },
  };
}
