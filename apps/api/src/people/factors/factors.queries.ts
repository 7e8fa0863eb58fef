import { Inject, Injectable } from '@nestjs/common';
import type { contract, Returned, SecondFactor, SignInMethod } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';

type Listed = Returned<typeof contract.people.factors>;
export type SecondFactorMethod = SecondFactor['method'];
const moment = (at: string) => new Date(at).toISOString();
/** So many wrong codes within an hour, in whatever step, and codes rest; passkeys and recovery codes, which nobody can guess, do not. */
const mostWrongCodes = 10;

@Injectable()
export class FactorsQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Which second factors a person has, the best first; empty: the password is enough. */
  async methodsOf(person: string): Promise<SecondFactorMethod[]> {
    const [row] = await this.db.unscoped<{ methods: SecondFactorMethod[] }>('SELECT app.second_factors_of($1) AS methods', [person]);
    return row?.methods ?? [];
  }

  /** By what a signed-in person proves anew who he or she is: a second factor where there is one, so that a stolen password is not enough. */
  async proofsOf(person: string): Promise<SignInMethod[]> {
    const methods = await this.methodsOf(person);
    if (methods.length) return methods;
    return (await this.passwordHashOf(person)) ? ['password'] : ['single_sign_on'];
  }

  async passwordHashOf(person: string): Promise<string | null> {
    const [row] = await this.db.unscoped<{ hash: string | null }>('SELECT app.password_hash_of($1) AS hash', [person]);
    return row?.hash ?? null;
  }

  async listOf(person: string): Promise<Listed> {
    const [row] = await this.db.unscoped<{ found: Listed }>('SELECT app.factors_of($1) AS found', [person]);
    const { totp, passkeys, ...rest } = row?.found ?? { totp: null, passkeys: [], recoveryCodesLeft: null, isRequired: false };
    const dated = <T extends { addedAt: string; lastUsedAt: string | null }>(one: T): T => ({
      ...one,
      addedAt: moment(one.addedAt),
      lastUsedAt: one.lastUsedAt && moment(one.lastUsedAt),
    });
    return { ...rest, totp: totp && dated(totp), passkeys: passkeys.map(dated) };
  }

  async authenticatorOf(person: string): Promise<{ id: string; sealed_secret: Buffer } | null> {
    const [row] = await this.db.unscoped<{ id: string; sealed_secret: Buffer }>('SELECT * FROM app.totp_of($1)', [person]);
    return row ?? null;
  }

  /** Counts a guess before it is compared, so that as many as come at once are no more than may be; false where none is left. */
  async takeGuess(person: string, ceremony: string): Promise<boolean> {
    const [row] = await this.db.unscoped<{ taken: boolean }>('SELECT app.take_guess($1, $2, $3, $4) AS taken', [
      ...[person, ceremony, this.clock.now(), mostWrongCodes],
    ]);
    return row?.taken === true;
  }

  async settleGuess(person: string, ceremony: string, wasRight: boolean): Promise<void> {
    await this.db.unscoped('SELECT app.settle_guess($1, $2, $3)', [person, ceremony, wasRight]);
  }
}
