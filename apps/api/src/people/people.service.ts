import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database } from '../platform/db/database.ts';
import { refuse } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { PeopleQueries } from './people.queries.ts';
import { sessionLife } from './session.lifetime.ts';
import { newToken, tokenHash } from './tokens.ts';

type People = typeof contract.people;

@Injectable()
export class PeopleService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PeopleQueries) private readonly queries: PeopleQueries,
  ) {}

  /** Signs in and returns the token of a new session. The refusal is the same whatever was wrong. */
  async signIn({ email, password }: Received<People['signIn']>['body'], userAgent: string | undefined): Promise<string> {
    const credential = await this.queries.credentialOf(email);
    const right = await passwordMatches(credential?.password_hash ?? null, password);
    if (!right || !credential) refuse('wrong_credentials');
    return (await this.#open(credential.person_id, userAgent)) ?? refuse('wrong_credentials');
  }

  /** The session goes on in another organisation of the person; answers its new token. */
  async chooseOrganisation(token: string, organisation: string): Promise<string> {
    const next = newToken();
    const [row] = await this.db.unscoped<{ done: boolean }>('SELECT app.switch_organisation($1, $2, $3, $4) AS done', [
      ...[tokenHash(token), tokenHash(next), organisation, this.clock.now()],
    ]);
    return row?.done ? next : refuse('not_found');
  }

  async signOut(token: string): Promise<void> {
    await this.db.unscoped('SELECT app.end_session($1, $2)', [tokenHash(token), this.clock.now()]);
  }

  /** Creates the first operator account; the code works once. */
  async setUp(body: Received<People['setUp']>['body'], userAgent: string | undefined): Promise<string> {
    const person = newId();
    const hash = await hashPassword(body.password);
    const [row] = await this.db.unscoped<{ done: boolean }>('SELECT app.set_up_operator($1, $2, $3, $4, $5, $6, $7) AS done', [
      tokenHash(body.code),
      newId(),
      person,
      body.email,
      body.name,
      hash,
      this.clock.now(),
    ]);
    if (!row?.done) refuse('setup_code_wrong');
    return (await this.#open(person, userAgent)) ?? refuse('internal');
  }

  async #open(person: string, userAgent: string | undefined): Promise<string | null> {
    const token = newToken();
    const now = this.clock.now();
    const [row] = await this.db.unscoped<{ organisation: string | null }>('SELECT app.open_session($1, $2, $3, $4, $5, $6) AS organisation', [
      newId(),
      tokenHash(token),
      person,
      now,
      new Date(now.getTime() + sessionLife),
      userAgent ?? null,
    ]);
    return row?.organisation ? token : null;
  }
}
