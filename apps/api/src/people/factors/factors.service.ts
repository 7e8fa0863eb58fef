import { Inject, Injectable } from '@nestjs/common';
import type { contract, PasskeyCreation, Received, Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { Seal } from '../../platform/seal.ts';
import type { SessionFacts } from '../people.queries.ts';
import { scopeOf } from '../session.gate.ts';
import { Ceremonies } from './ceremonies.ts';
import { totpPurpose } from './factor-check.ts';
import { type FactorChange, FactorLetters } from './factor-letters.ts';
import { FactorsQueries } from './factors.queries.ts';
import { Passkeys } from './passkeys.ts';
import { asPrinted, newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { newTotpSecret, stepOf, totpUri } from './totp.ts';

type People = typeof contract.people;
type Codes = string[] | null;

/** Sets up and takes away second factors: each act in one transaction with its journal entry and its letter. */
@Injectable()
export class FactorsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Ceremonies) private readonly ceremonies: Ceremonies,
    @Inject(FactorsQueries) private readonly queries: FactorsQueries,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(FactorLetters) private readonly letters: FactorLetters,
  ) {}

  /** A new secret, shown to its owner; nothing is kept of it but in the step, sealed. */
  async beginTotp({ sessionId: session, person }: SessionFacts): Promise<Returned<People['beginTotp']>> {
    if (await this.queries.authenticatorOf(person.id)) refuse('already_exists');
    const secret = newTotpSecret();
    const sealed = this.seal.seal(secret, totpPurpose(person.id)).toString('base64');
    await this.ceremonies.beginWithin('totp_enrolment', { session, person: person.id }, { sealed });
    return { secret, uri: totpUri(secret, person.email) };
  }

  async keepTotp(who: SessionFacts, code: string): Promise<Returned<People['keepTotp']>> {
    const step = (await this.ceremonies.attempt<{ sealed: string }>('totp_enrolment', { session: who.sessionId })) ?? refuse('wrong_state');
    const sealed = Buffer.from(step.facts.sealed, 'base64');
    const counted = stepOf(this.seal.open(sealed, totpPurpose(who.person.id)), code, this.clock.now());
    if (counted === null) refuse('second_factor_wrong');
    if (!(await this.ceremonies.end(step))) refuse('already_exists');
    const recoveryCodes = await this.#add(who, 'totp', 'totp_added', async (sql, now) => {
      const id = newId();
      const [row] = await sql<{ added: boolean }>('SELECT app.add_totp($1, $2, $3, $4, $5) AS added', [id, who.person.id, sealed, counted, now]);
      return row?.added ? id : null;
    });
    return { recoveryCodes };
  }

  removeTotp(who: SessionFacts): Promise<void> {
    return this.#remove(who, null, 'totp_removed');
  }

  async askNewPasskey({ sessionId: session, person }: SessionFacts): Promise<PasskeyCreation> {
    const creation = await this.passkeys.creation(person);
    await this.ceremonies.beginWithin('passkey_registration', { session, person: person.id }, { challenge: creation.challenge });
    return creation;
  }

  async keepPasskey(who: SessionFacts, { name, registration }: Received<People['keepPasskey']>['body']): Promise<Returned<People['keepPasskey']>> {
    const step = (await this.ceremonies.attempt<{ challenge: string }>('passkey_registration', { session: who.sessionId })) ?? refuse('second_factor_wrong');
    const made = (await this.passkeys.verifyRegistration(registration, step.facts.challenge)) ?? refuse('second_factor_wrong');
    if (!(await this.ceremonies.end(step))) refuse('second_factor_wrong');
    const id = newId();
    const recoveryCodes = await this.#add(who, 'passkey', 'passkey_added', async (sql, now) => {
      const [row] = await sql<{ added: boolean }>('SELECT app.add_passkey($1, $2, $3, $4, $5, $6, $7, $8, $9) AS added', [
        ...[id, who.person.id, name, made.credentialId, made.publicKey, made.counter, made.transports, made.isSynced, now],
      ]);
      return row?.added ? id : null;
    });
    return { passkey: await this.#passkey(who, id), recoveryCodes };
  }

  async renamePasskey(who: SessionFacts, { params, body }: Received<People['renamePasskey']>): Promise<Returned<People['renamePasskey']>> {
    const scope = scopeOf(who);
    await this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<{ done: boolean }>('SELECT app.rename_passkey($1, $2, $3) AS done', [params.id, who.person.id, body.name]);
      if (!row?.done) refuse('not_found');
      await journalHot(sql, scope, { act: 'passkey.renamed', subject: 'passkey', subjectId: params.id });
    });
    return this.#passkey(who, params.id);
  }

  removePasskey(who: SessionFacts, id: string): Promise<void> {
    return this.#remove(who, id, 'passkey_removed');
  }

  /** Ten new codes; the old ones are void. Only where there is a factor that they can stand in for. */
  async renewRecoveryCodes(who: SessionFacts): Promise<string[]> {
    const methods = await this.queries.methodsOf(who.person.id);
    if (!methods.some((method) => method !== 'recovery')) refuse('wrong_state');
    const scope = scopeOf(who);
    return this.db.hotWrite(scope, async (sql) => {
      const made = await this.#codes(sql, who, false);
      await this.letters.send(sql, who.person, 'recovery_codes_renewed');
      await journalHot(sql, scope, { act: 'recovery_codes.renewed', subject: 'person', subjectId: who.person.id });
      return made ?? [];
    });
  }

  /** Adds a factor. The first one ends every other session, which stood without, and brings recovery codes. */
  #add(who: SessionFacts, method: 'totp' | 'passkey', change: FactorChange, insert: (sql: Sql, now: Date) => Promise<string | null>): Promise<Codes> {
    const scope = scopeOf(who);
    const now = this.clock.now();
    return this.db.hotWrite(scope, async (sql) => {
      const [before] = await sql<{ methods: string[] }>('SELECT app.second_factors_of($1) AS methods', [who.person.id]);
      const id = (await insert(sql, now)) ?? refuse('already_exists');
      const codes = await this.#codes(sql, who, true);
      if (before?.methods.length === 0) await sql('SELECT app.end_other_sessions($1, $2, $3)', [who.person.id, who.sessionId, now]);
      await sql('SELECT app.prove_session($1, $2, $3)', [who.sessionId, [method], now]);
      await this.letters.send(sql, who.person, change);
      await journalHot(sql, scope, { act: `${method}.added`, subject: method, subjectId: id });
      return codes;
    });
  }

  /** Takes a factor away and ends every other session: whoever did it elsewhere is out. */
  async #remove(who: SessionFacts, passkey: string | null, change: FactorChange): Promise<void> {
    const scope = scopeOf(who);
    const now = this.clock.now();
    await this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<{ done: 'removed' | 'unknown' | 'last' }>('SELECT app.remove_factor($1, $2, $3) AS done', [who.person.id, passkey, now]);
      if (row?.done !== 'removed') refuse(row?.done === 'last' ? 'last_factor' : 'not_found');
      await sql('SELECT app.end_other_sessions($1, $2, $3)', [who.person.id, who.sessionId, now]);
      await this.letters.send(sql, who.person, change);
      const method = passkey ? 'passkey' : 'totp';
      await journalHot(sql, scope, { act: `${method}.removed`, subject: method, subjectId: passkey ?? who.person.id });
    });
  }

  async #codes(sql: Sql, who: SessionFacts, onlyFirst: boolean): Promise<Codes> {
    const codes = newRecoveryCodes();
    const [row] = await sql<{ made: boolean }>('SELECT app.renew_recovery_codes($1, $2, $3, $4) AS made', [
      ...[who.person.id, codes.map(recoveryCodeHash), onlyFirst, this.clock.now()],
    ]);
    return row?.made ? codes.map(asPrinted) : null;
  }

  async #passkey(who: SessionFacts, id: string) {
    const { passkeys } = await this.queries.listOf(who.person.id);
    return passkeys.find((one) => one.id === id) ?? refuse('not_found');
  }
}
