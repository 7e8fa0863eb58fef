import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { FactorLetters } from '../factors/factor-letters.ts';
import { FactorsQueries } from '../factors/factors.queries.ts';
import { type NextStep, SignInSteps } from '../factors/sign-in-steps.ts';
import type { SessionFacts } from '../people.queries.ts';
import { scopeOf } from '../session.gate.ts';
import { Sessions } from '../sessions.ts';
import { newToken, tokenHash } from '../tokens.ts';
import { methodsOf } from './sign-on.rules.ts';
import type { SignOnService } from './sign-on.service.ts';

type Arrival = Awaited<ReturnType<SignOnService['come']>>;
/** A session, or the second step where the provider has not asked for one and there is one here. */
export type Arrived = { token: string; next: null } | { token: null; next: NextStep };
const inside = (token: string): Arrived => ({ token, next: null });

/** What becomes of somebody whom a provider has named: joined to a person by issuer and subject, and by nothing else. */
@Injectable()
export class SignOnArrivals {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignInSteps) private readonly steps: SignInSteps,
    @Inject(FactorsQueries) private readonly factors: FactorsQueries,
    @Inject(FactorLetters) private readonly letters: FactorLetters,
  ) {}

  async signIn(arrival: Arrival, userAgent: string | undefined): Promise<Arrived> {
    const { claims, provider } = arrival;
    const person = (await this.#person(arrival)) ?? refuse('sign_on_refused');
    const methods = methodsOf(claims, provider.second_factor_acr);
    const next = methods.includes('single_sign_on_mfa') ? null : await this.steps.next(person, methods, { organisation: provider.organisation_id });
    if (next) return { token: null, next };
    const opening = { userAgent, methods, organisation: provider.organisation_id };
    return inside((await this.sessions.open(person, opening)) ?? refuse('sign_on_refused'));
  }

  /** Links the account of the session that began it, and of no other. */
  async link({ away, claims }: Arrival, who: SessionFacts | null): Promise<void> {
    if (!who || who.sessionId !== away.session || who.organisation.id !== away.organisation) refuse('sign_on_refused');
    const scope = scopeOf(who);
    await this.db.hotWrite(scope, async (sql) => {
      const id = newId();
      const [row] = await sql<{ done: string }>('SELECT app.link_identity($1, $2, $3, $4, $5) AS done', [
        ...[id, who.person.id, claims.issuer, claims.subject, this.clock.now()],
      ]);
      if (row?.done !== 'linked') refuse('already_exists');
      await sql('SELECT app.prove_session($1, $2, $3)', [who.sessionId, ['single_sign_on'], this.clock.now()]);
      await this.letters.send(sql, who.person, 'single_sign_on_linked');
      await journalHot(sql, scope, { act: 'identity.linked', subject: 'identity', subjectId: id, data: { issuer: claims.issuer } });
    });
  }

  /** Proves the session anew; only where the person has nothing of his or her own to prove it by. Returns the session's new token. */
  async confirm(arrival: Arrival, who: SessionFacts | null, oldToken: string): Promise<string> {
    const person = await this.#person(arrival);
    if (!who || who.sessionId !== arrival.away.session || person !== who.person.id) refuse('sign_on_refused');
    if (!(await this.factors.proofsOf(person)).includes('single_sign_on')) refuse('sign_on_refused');
    const token = newToken();
    const methods = methodsOf(arrival.claims, arrival.provider.second_factor_acr);
    const [row] = await this.db.unscoped<{ done: boolean }>('SELECT app.confirm_session($1, $2, $3, $4, $5) AS done', [
      ...[who.sessionId, tokenHash(oldToken), tokenHash(token), methods, this.clock.now()],
    ]);
    return row?.done ? token : refuse('sign_on_refused');
  }

  /** Accepts the invitation with a new account that has no password. An address with an account signs in and links first. */
  async accept({ away, claims, provider }: Arrival, userAgent: string | undefined): Promise<Arrived> {
    if (!away.invitation) refuse('sign_on_refused');
    const person = newId();
    const [row] = await this.db.unscoped<{ done: 'joined' | 'unusable' | 'account' | 'taken' }>(
      'SELECT app.accept_invitation_by_identity($1, $2, $3, $4, $5, $6, $7, $8) AS done',
      [Buffer.from(away.invitation.token, 'hex'), away.organisation, person, claims.name, away.invitation.language, newId(), claims.issuer, claims.subject],
    );
    if (row?.done === 'account' || row?.done === 'taken') refuse('already_exists');
    if (row?.done !== 'joined') refuse('sign_on_refused');
    const methods = methodsOf(claims, provider.second_factor_acr);
    return inside((await this.sessions.open(person, { userAgent, methods, organisation: away.organisation })) ?? refuse('sign_on_refused'));
  }

  async #person({ claims }: Arrival): Promise<string | null> {
    const [row] = await this.db.unscoped<{ person: string | null }>('SELECT app.identity_of($1, $2, $3) AS person', [
      ...[claims.issuer, claims.subject, this.clock.now()],
    ]);
    return row?.person ?? null;
  }
}
