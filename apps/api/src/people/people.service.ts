import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database } from '../platform/db/database.ts';
import { refuse } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import type { Client } from './accounts/devices.ts';
import { checkNewPassword } from './accounts/new-password.ts';
import { PasswordGate } from './accounts/password.gate.ts';
import { type NextStep, SignInSteps } from './factors/sign-in-steps.ts';
import { hashPassword } from './passwords.ts';
import { Sessions } from './sessions.ts';
import { newToken, tokenHash } from './tokens.ts';

type People = typeof contract.people;
type SignedIn = { token: string; next: null } | { token: null; next: NextStep };

@Injectable()
export class PeopleService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PasswordGate) private readonly passwords: PasswordGate,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignInSteps) private readonly steps: SignInSteps,
  ) {}

  /** Signs in: the token of a new session, or the next step where there is a second factor. The refusal is the same whatever was wrong. */
  async signIn({ email, password }: Received<People['signIn']>['body'], client: Client, userAgent: string | undefined): Promise<SignedIn> {
    const { person, mark } = await this.passwords.personOf(email, password, client);
    const next = await this.steps.next(person, ['password'], { password: mark });
    if (next) return { token: null, next };
    return { token: (await this.sessions.open(person, { userAgent, methods: ['password'], password: mark })) ?? refuse('wrong_credentials'), next: null };
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
    checkNewPassword(body.password, body.email, body.name);
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
    return (await this.sessions.open(person, { userAgent, methods: ['password'] })) ?? refuse('internal');
  }
}
