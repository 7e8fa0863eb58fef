import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received, Returned } from '@servanda/contract';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { hashPassword } from '../passwords.ts';
import { tokenHash } from '../tokens.ts';
import type { Client } from './devices.ts';
import { checkNewPassword } from './new-password.ts';
import { PasswordGate } from './password.gate.ts';
import { Tries } from './tries.ts';

type People = typeof contract.people;
type Shown = Returned<People['showInvitation']>;
type Accepted = { organisation: string; person: string; email: string } | 'account' | 'address' | null;

/** Coming in by invitation. No session is opened here: whoever has accepted signs in as ever, with whatever the organisation asks for. */
@Injectable()
export class AcceptanceService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Tries) private readonly tries: Tries,
    @Inject(PasswordGate) private readonly passwords: PasswordGate,
  ) {}

  async show({ token }: { token: string }, client: Client): Promise<Shown> {
    await this.tries.atLink(client.peer);
    const shown = await this.#shown(token);
    return { ...shown, expiresAt: new Date(shown.expiresAt).toISOString() };
  }

  /** With a new account, for the invited address and no other. */
  async accept({ token, name, password, language }: Received<People['acceptInvitation']>['body'], client: Client): Promise<{ email: string }> {
    await this.tries.atLink(client.peer);
    const { email, organisation } = await this.#shown(token);
    checkNewPassword(password, email, name, organisation.name);
    const hash = await hashPassword(password);
    const done = await this.#answer('SELECT app.accept_invitation($1, $2, $3, $4, $5) AS answer', [tokenHash(token), newId(), name, hash, language]);
    return { email: done.email };
  }

  /** With the account that the address has already, by its password. */
  async comeBack({ token, password }: Received<People['returnByInvitation']>['body'], client: Client): Promise<{ email: string }> {
    await this.tries.atLink(client.peer);
    const { email } = await this.#shown(token);
    const { person } = await this.passwords.personOf(email, password, client);
    const done = await this.#answer('SELECT app.accept_invitation_as($1, $2) AS answer', [tokenHash(token), person]);
    return { email: done.email };
  }

  /** As the person who is signed in; the invitation must name his or her address. */
  async join(scope: Scope, { token }: { token: string }, client: Client): Promise<void> {
    await this.tries.atLink(client.peer);
    await this.#answer('SELECT app.accept_invitation_as($1, $2) AS answer', [tokenHash(token), scope.person]);
  }

  async #shown(token: string): Promise<Shown> {
    const [row] = await this.db.unscoped<{ shown: Shown | null }>('SELECT app.invitation_of($1) AS shown', [tokenHash(token)]);
    return row?.shown ?? refuse('link_unusable');
  }

  async #answer(text: string, values: unknown[]): Promise<Exclude<Accepted, string | null>> {
    const [row] = await this.db.unscoped<{ answer: Accepted }>(text, values);
    const answer = row?.answer ?? refuse('link_unusable');
    if (answer === 'account') refuse('already_exists');
    if (answer === 'address')
      refuse('forbidden', { detail: 'The invitation is for another address. Sign in with that one, or ask for an invitation to yours.' });
    return answer;
  }
}
