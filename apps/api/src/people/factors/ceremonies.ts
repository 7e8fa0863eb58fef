import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { newToken, tokenHash } from '../tokens.ts';

export type CeremonyKind = 'second_factor' | 'passkey_sign_in' | 'passkey_registration' | 'totp_enrolment' | 'confirmation' | 'single_sign_on';
/** How long each may take, and how often it may be tried. */
const limits: Record<CeremonyKind, { lasts: string; tries: number }> = {
  second_factor: { lasts: '5 minutes', tries: 5 },
  passkey_sign_in: { lasts: '5 minutes', tries: 1 },
  passkey_registration: { lasts: '10 minutes', tries: 5 },
  totp_enrolment: { lasts: '15 minutes', tries: 10 },
  confirmation: { lasts: '5 minutes', tries: 5 },
  single_sign_on: { lasts: '10 minutes', tries: 1 },
};
export const ceremonyMinutes = (kind: CeremonyKind): number => Number.parseInt(limits[kind].lasts, 10);

/** To whom a step belongs: the bearer of a cookie before there is a session, else the session. */
export type Bearer = { token: string } | { session: string };
export interface Ceremony<Facts> {
  id: string;
  person: string | null;
  session: string | null;
  facts: Facts;
}
const bearerOf = (bearer: Bearer) => ('token' in bearer ? [tokenHash(bearer.token), null] : [null, bearer.session]);

/** Steps that take two requests. What is known between them stays on the server; the browser holds an opaque token or its session. */
@Injectable()
export class Ceremonies {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Begins a step of somebody who is not signed in yet; returns the token of its cookie. */
  async beginOpen(kind: CeremonyKind, facts: object, person: string | null = null): Promise<string> {
    const token = newToken();
    await this.#begin(kind, [tokenHash(token), null, person], facts);
    return token;
  }

  /** Begins a step within a session; an earlier one of the same kind is over. */
  async beginWithin(kind: CeremonyKind, of: { session: string; person: string }, facts: object): Promise<void> {
    await this.#begin(kind, [null, of.session, of.person], facts);
  }

  /** The step as it stands, without counting a try; null where there is none, it has run out or was tried too often. */
  look<Facts>(kind: CeremonyKind, bearer: Bearer): Promise<Ceremony<Facts> | null> {
    return this.#find(kind, bearer, false);
  }

  /** The step, with one try counted before anything is compared. */
  attempt<Facts>(kind: CeremonyKind, bearer: Bearer): Promise<Ceremony<Facts> | null> {
    return this.#find(kind, bearer, true);
  }

  /** Ends a step; of two at the same time only one is told true. */
  async end({ id }: { id: string }): Promise<boolean> {
    const [row] = await this.db.unscoped<{ done: boolean }>('SELECT app.end_ceremony($1, $2) AS done', [id, this.clock.now()]);
    return row?.done === true;
  }

  async #begin(kind: CeremonyKind, [token, session, person]: [Buffer | null, string | null, string | null], facts: object): Promise<void> {
    await this.db.unscoped('SELECT app.begin_ceremony($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[newId(), kind, token, session, person],
      ...[JSON.stringify(facts), this.clock.now(), limits[kind].lasts],
    ]);
  }

  async #find<Facts>(kind: CeremonyKind, bearer: Bearer, counts: boolean): Promise<Ceremony<Facts> | null> {
    const [row] = await this.db.unscoped<{ id: string; person_id: string | null; session_id: string | null; facts: Facts }>(
      'SELECT * FROM app.ceremony_of($1, $2, $3, $4, $5, $6)',
      [kind, ...bearerOf(bearer), this.clock.now(), limits[kind].tries, counts],
    );
    return row ? { id: row.id, person: row.person_id, session: row.session_id, facts: row.facts } : null;
  }
}
