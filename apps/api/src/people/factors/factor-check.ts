import { Inject, Injectable } from '@nestjs/common';
import type { IdentityProof, SecondFactor } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { Seal } from '../../platform/seal.ts';
import { passwordMatches } from '../passwords.ts';
import { FactorsQueries } from './factors.queries.ts';
import { Passkeys } from './passkeys.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { stepOf } from './totp.ts';

/** In which step, whose, and what a passkey is asked to sign. */
export interface Asked {
  ceremony: string;
  person: string;
  challenge: string;
}
/** What an authenticator's secret is sealed for. */
export const totpPurpose = (person: string): string => `totp ${person}`;

/** Compares one proof with what is kept; each counts once. Refuses what does not fit, always alike. */
@Injectable()
export class FactorCheck {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(FactorsQueries) private readonly queries: FactorsQueries,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
  ) {}

  async secondFactor(factor: SecondFactor, asked: Asked): Promise<void> {
    if (factor.method === 'totp') return this.#guessable(asked, 'second_factor_wrong', () => this.#totp(factor.code, asked.person));
    const right =
      factor.method === 'recovery'
        ? await this.#recovery(factor.code, asked.person)
        : (await this.passkeys.use(factor.assertion, { challenge: asked.challenge, mustVerifyUser: false })) === asked.person;
    if (!right) refuse('second_factor_wrong');
  }

  async proof(proof: IdentityProof, asked: Asked): Promise<void> {
    if (proof.method !== 'password') return this.secondFactor(proof, asked);
    const stored = await this.queries.passwordHashOf(asked.person);
    return this.#guessable(asked, 'wrong_credentials', () => passwordMatches(stored, proof.password));
  }

  /** What can be guessed rests after too many wrong guesses, over all steps of the person. */
  async #guessable(asked: Asked, wrong: 'second_factor_wrong' | 'wrong_credentials', compare: () => Promise<boolean>): Promise<void> {
    if (!(await this.queries.takeGuess(asked.person, asked.ceremony))) refuse('too_many_requests');
    const isRight = await compare();
    await this.queries.settleGuess(asked.person, asked.ceremony, isRight);
    if (!isRight) refuse(wrong);
  }

  async #totp(code: string, person: string): Promise<boolean> {
    const authenticator = await this.queries.authenticatorOf(person);
    if (!authenticator) return false;
    const step = stepOf(this.seal.open(authenticator.sealed_secret, totpPurpose(person)), code, this.clock.now());
    if (step === null) return false;
    const [row] = await this.db.unscoped<{ used: boolean }>('SELECT app.use_totp($1, $2, $3) AS used', [authenticator.id, step, this.clock.now()]);
    return row?.used === true;
  }

  async #recovery(code: string, person: string): Promise<boolean> {
    const [row] = await this.db.unscoped<{ used: boolean }>('SELECT app.use_recovery_code($1, $2, $3) AS used', [
      ...[person, recoveryCodeHash(code), this.clock.now()],
    ]);
    return row?.used === true;
  }
}
