import { Inject, Injectable } from '@nestjs/common';
import type { contract, InviteResult, Received, Returned } from '@servanda/contract';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { type Asked, type Into, LettersOfInvitation } from './letters-of-invitation.ts';
import { policy } from './members.policy.ts';
import { holdOrganisationSql, openBodiesSql, openInvitationSql } from './members.sql.ts';

type Doors = typeof contract.people;
@Injectable()
export class InvitationsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(LettersOfInvitation) private readonly letters: LettersOfInvitation,
  ) {}

  /** Invites all of a list or, where one line cannot be used, nobody. Each gets a letter with a link that works once. */
  async invite(scope: Scope, { body }: Received<Doors['invite']>): Promise<Returned<Doors['invite']>> {
    if (!policy.invite(scope).allowed) refuse('forbidden');
    return this.db.hotWrite(scope, async (sql) => {
      const into = await this.#own(sql, scope);
      const wanted = [...new Set(body.invitations.flatMap((one) => one.body ?? []))];
      const names = new Map((await sql<{ id: string; name: string }>(openBodiesSql, [scope.organisation, wanted])).map(({ id, name }) => [id, name]));
      const results: InviteResult[] = [];
      for (const [i, { email, role, body: of }] of body.invitations.entries()) {
        if (of && !names.has(of)) refuseField(`invitations.${i}.body`, 'Choose a body of your organisation that is not archived');
        results.push(await this.letters.ask(sql, scope, into, { email, role, body: of ? (names.get(of) ?? null) : null }));
      }
      for (const { invitation, outcome } of results)
        if (invitation) await this.#note(sql, scope, outcome === 'invited' ? 'member.invited' : 'member.invited_again', invitation);
      return { results };
    });
  }

  /** Sends an open invitation once more, with a new link and a new end. */
  async again(scope: Scope, { params }: Received<Doors['inviteAgain']>): Promise<InviteResult> {
    if (!policy.invite(scope).allowed) refuse('forbidden');
    return this.db.hotWrite(scope, async (sql) => {
      const [open] = await sql<Asked>(openInvitationSql, [scope.organisation, params.invitation]);
      if (!open) refuse('not_found');
      const result = await this.letters.ask(sql, scope, await this.#own(sql, scope), open);
      if (result.invitation) await this.#note(sql, scope, 'member.invited_again', result.invitation);
      return result;
    });
  }

  async withdraw(scope: Scope, { params }: Received<Doors['withdrawInvitation']>): Promise<null> {
    if (!policy.invite(scope).allowed) refuse('forbidden');
    return this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<{ done: boolean }>('SELECT app.withdraw_invitation($1) AS done', [params.invitation]);
      if (!row?.done) refuse('not_found');
      await this.#note(sql, scope, 'member.invitation_withdrawn', params.invitation);
      return null;
    });
  }

  async #own(sql: Sql, scope: Scope): Promise<Into> {
    const [own] = await sql<Omit<Into, 'id'>>(holdOrganisationSql, [scope.organisation]);
    return { id: scope.organisation, ...(own ?? refuse('internal')) };
  }

  /** The address stays out of the chain: the entry names the invitation. */
  #note(sql: Sql, scope: Scope, act: 'member.invited' | 'member.invited_again' | 'member.invitation_withdrawn', invitation: string) {
    return journalHot(sql, scope, { act, subject: 'invitation', subjectId: invitation });
  }
}
