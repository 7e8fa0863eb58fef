import { Inject, Injectable } from '@nestjs/common';
import type { contract, InviteResult, Received, Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import type { MailLocale } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { newToken, tokenHash } from '../tokens.ts';
import { policy } from './members.policy.ts';
import { holdOrganisationSql, openBodiesSql, openInvitationSql } from './members.sql.ts';

type Doors = typeof contract.people;
/** How long an invitation can be accepted, in days. */
const lasts = 7;

interface Asked {
  email: string;
  role: 'lead' | 'reviewer' | 'contributor' | 'viewer';
  /** The body's name. */
  body: string | null;
}
interface Into {
  id: string;
  name: string;
  locale: MailLocale;
}

@Injectable()
export class InvitationsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
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
        results.push(await this.ask(sql, scope, into, { email, role, body: of ? (names.get(of) ?? null) : null }));
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
      const result = await this.ask(sql, scope, await this.#own(sql, scope), open);
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

  /** Asks one address into an organisation and queues the letter, within the caller's transaction. */
  async ask(sql: Sql, scope: Scope, into: Into, { email, role, body }: Asked): Promise<InviteResult> {
    const token = newToken();
    const [row] = await sql<{ answer: 'member' | { id: string; replaced: boolean } | null }>(
      'SELECT app.invite($1, $2, $3, $4::role, $5, $6, $7::interval) AS answer',
      [...[newId(), into.id, email, role, body, tokenHash(token), `${lasts} days`]],
    );
    const answer = row?.answer;
    if (answer === 'member') return { email, outcome: 'member', invitation: null };
    if (!answer) refuse('forbidden');
    // The secret stands behind the #, so that no server writes it into a log.
    const link = new URL(`/invitation#${token}`, this.config.publicUrl).href;
    const until = new Date(this.clock.now().getTime() + lasts * 24 * 60 * 60 * 1000).toISOString();
    await queueMail(sql, {
      to: email,
      locale: into.locale,
      letter: 'invitation',
      facts: { organisation: into.name, inviter: scope.personName, role, link, until },
    });
    return { email, outcome: answer.replaced ? 'sent_again' : 'invited', invitation: answer.id };
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
