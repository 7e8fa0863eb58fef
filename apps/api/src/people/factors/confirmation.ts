import { Inject, Injectable } from '@nestjs/common';
import type { IdentityProof, PasskeyRequest } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';
import type { SessionFacts } from '../people.queries.ts';
import { newToken, tokenHash } from '../tokens.ts';
import { Ceremonies } from './ceremonies.ts';
import { FactorCheck } from './factor-check.ts';
import { FactorsQueries } from './factors.queries.ts';
import { Passkeys } from './passkeys.ts';

/** Proving anew, within a session, who one is: what dangerous acts ask for. */
@Injectable()
export class Confirmation {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ceremonies) private readonly ceremonies: Ceremonies,
    @Inject(FactorsQueries) private readonly queries: FactorsQueries,
    @Inject(FactorCheck) private readonly check: FactorCheck,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
  ) {}

  /** Begins the step and says what a passkey is asked to sign. */
  async challenge({ sessionId: session, person }: SessionFacts): Promise<PasskeyRequest> {
    const challenge = newToken();
    await this.ceremonies.beginWithin('confirmation', { session, person: person.id }, { challenge });
    return this.passkeys.request(person.id, challenge);
  }

  /** Confirms the session of `oldToken` and returns the token under which it goes on (ASVS 7.2.4), with the moment. */
  async confirm(facts: SessionFacts, oldToken: string, proof: IdentityProof): Promise<{ token: string; confirmedAt: Date }> {
    const person = facts.person.id;
    if (!(await this.queries.proofsOf(person)).includes(proof.method)) refuse('second_factor_wrong');
    const step = await this.#step(facts);
    await this.check.proof(proof, { ceremony: step.id, person, challenge: step.facts.challenge });
    if (!(await this.ceremonies.end(step))) refuse('second_factor_wrong');
    const token = newToken();
    const confirmedAt = this.clock.now();
    const [row] = await this.db.unscoped<{ done: boolean }>('SELECT app.confirm_session($1, $2, $3, $4, $5) AS done', [
      ...[facts.sessionId, tokenHash(oldToken), tokenHash(token), [proof.method], confirmedAt],
    ]);
    if (!row?.done) refuse('not_signed_in');
    return { token, confirmedAt };
  }

  /** A password or code needs no challenge, so its step begins with it. */
  async #step({ sessionId: session, person }: SessionFacts) {
    const attempt = () => this.ceremonies.attempt<{ challenge: string }>('confirmation', { session });
    const begun = await attempt();
    if (begun) return begun;
    await this.ceremonies.beginWithin('confirmation', { session, person: person.id }, { challenge: newToken() });
    return (await attempt()) ?? refuse('second_factor_wrong');
  }
}
