import { Inject, Injectable } from '@nestjs/common';
import type { InviteResult, Role } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import type { MailLocale } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { newToken, tokenHash } from '../tokens.ts';

/** How long an invitation can be accepted, in days. */
const lasts = 7;

export interface Asked {
  email: string;
  role: Role;
  /** The body's name. */
  body: string | null;
}
export interface Into {
  id: string;
  name: string;
  locale: MailLocale;
}

/** Asks people in. Who may ask whom into what is decided by the database once more. */
@Injectable()
export class LettersOfInvitation {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks one address into an organisation and queues the letter, within the caller's transaction. */
  async ask(sql: Sql, scope: Scope, into: Into, { email, role, body }: Asked): Promise<InviteResult> {
    const token = newToken();
    const [row] = await sql<{ answer: 'member' | { id: string; replaced: boolean } | null }>(
      'SELECT app.invite($1, $2, $3, $4::role, $5, $6, $7::interval) AS answer',
      [newId(), into.id, email, role, body, tokenHash(token), `${lasts} days`],
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
}
