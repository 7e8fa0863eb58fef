import { Inject, Injectable } from '@nestjs/common';
import type { PasskeyAssertion, PasskeyRequest, SecondFactor, SignInMethod } from '@servanda/contract';
import { refuse } from '../../platform/http/refusal.ts';
import { Sessions } from '../sessions.ts';
import { newToken } from '../tokens.ts';
import { Ceremonies } from './ceremonies.ts';
import { FactorCheck } from './factor-check.ts';
import { FactorLetters } from './factor-letters.ts';
import { FactorsQueries, type SecondFactorMethod } from './factors.queries.ts';
import { Passkeys } from './passkeys.ts';

/** What is remembered between the two steps: by what the first was passed, and what a passkey is asked to sign. */
interface Between {
  first: SignInMethod[];
  challenge: string;
  /** By whose own sign-in the first step was passed; the session counts there only. */
  organisation?: string | undefined;
  /** Of the password by which the first step was passed. */
  password?: string | undefined;
}
export interface NextStep {
  token: string;
  methods: SecondFactorMethod[];
}

/** The steps of a sign-in after, or instead of, the password. */
@Injectable()
export class SignInSteps {
  constructor(
    @Inject(Ceremonies) private readonly ceremonies: Ceremonies,
    @Inject(FactorsQueries) private readonly queries: FactorsQueries,
    @Inject(FactorCheck) private readonly check: FactorCheck,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(FactorLetters) private readonly letters: FactorLetters,
  ) {}

  /** The second step for a person whose first was right; null where the first is enough. */
  async next(person: string, first: SignInMethod[], by: Pick<Between, 'organisation' | 'password'>): Promise<NextStep | null> {
    const methods = await this.queries.methodsOf(person);
    if (methods.length === 0) return null;
    const between: Between = { first, challenge: newToken(), ...by };
    return { token: await this.ceremonies.beginOpen('second_factor', between, person), methods };
  }

  /** What a browser is asked where the second step is a passkey. */
  async challenge(token: string | null): Promise<PasskeyRequest> {
    const step = token ? await this.ceremonies.look<Between>('second_factor', { token }) : null;
    if (!step?.person) refuse('not_signed_in');
    return this.passkeys.request(step.person, step.facts.challenge);
  }

  /** The second step; returns the token of the new session. */
  async prove(token: string | null, factor: SecondFactor, userAgent: string | undefined): Promise<string> {
    const step = token ? await this.ceremonies.attempt<Between>('second_factor', { token }) : null;
    if (!step?.person) refuse('not_signed_in');
    await this.check.secondFactor(factor, { ceremony: step.id, person: step.person, challenge: step.facts.challenge });
    if (!(await this.ceremonies.end(step))) refuse('second_factor_wrong');
    if (factor.method === 'recovery') await this.letters.recoveryCodeUsed(step.person);
    const { first, organisation, password } = step.facts;
    return (await this.sessions.open(step.person, { userAgent, methods: [...first, factor.method], organisation, password })) ?? refuse('wrong_credentials');
  }

  /** Begins a sign-in by passkey alone. */
  async askPasskey(): Promise<{ token: string; request: PasskeyRequest }> {
    const request = await this.passkeys.request(null);
    return { token: await this.ceremonies.beginOpen('passkey_sign_in', { challenge: request.challenge }), request };
  }

  /** A sign-in by passkey alone: the key has verified its user, and so is two factors in one. */
  async byPasskey(token: string | null, assertion: PasskeyAssertion, userAgent: string | undefined): Promise<string> {
    const step = token ? await this.ceremonies.attempt<{ challenge: string }>('passkey_sign_in', { token }) : null;
    if (!step || !(await this.ceremonies.end(step))) refuse('second_factor_wrong');
    const person = await this.passkeys.use(assertion, { challenge: step.facts.challenge, mustVerifyUser: true });
    if (!person) refuse('second_factor_wrong');
    return (await this.sessions.open(person, { userAgent, methods: ['passkey'] })) ?? refuse('second_factor_wrong');
  }
}
