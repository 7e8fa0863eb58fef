import { createHmac } from 'node:crypto';
import type { Scope } from './scope.ts';

/** What is signed of a scope; a worker without a person names the organisation only. */
export type Signed = Pick<Scope, 'organisation'> & Partial<Pick<Scope, 'person' | 'role' | 'session' | 'key' | 'guest'>>;

/** The name of a key, by which the database finds it; tells nothing of the key. */
export const contextKeyId = (key: string): string => createHmac('sha256', key).update('servanda context key').digest('hex').slice(0, 16);

/**
 * Signs the scope of a transaction for PostgreSQL, which verifies it before row-level security heeds it (decision 0008).
 * The end of its life is in the database's time: this machine's clock may be wrong, or be set back while the server runs.
 */
export class ContextSigner {
  readonly #key: string;
  readonly #id: string;
  #ahead = 0;

  constructor(key: string) {
    this.#key = key;
    this.#id = contextKeyId(key);
  }

  /** The text for the setting `app.context`; its life in seconds. */
  sign(s: Signed, life = 60): string {
    const until = Math.ceil((this.#elapsed() + this.#ahead) / 1000) + life;
    // A guest's names no organisation where others do: whatever asks for one sees none.
    const { guest } = s;
    const place = guest ? `||${s.organisation}|${guest.dossier}|${guest.home}` : '';
    const text = `${this.#id}|${guest ? 'guest' : s.organisation}|${s.person ?? ''}|${s.role ?? ''}|${s.session ?? ''}|${s.key ?? ''}|${until}${place}`;
    return `${text}|${createHmac('sha256', this.#key).update(text).digest('hex')}`;
  }

  /** Takes over the database's time, milliseconds since 1970. */
  meet(databaseTime: number): void {
    this.#ahead = databaseTime - this.#elapsed();
  }

  /** Runs on evenly, whatever is done to the machine's clock. */
  #elapsed(): number {
    return performance.timeOrigin + performance.now();
  }
}

/** No scope: the API's own statements of sign-in and upkeep. */
export const outside: Signed = { organisation: 'outside' };

/** Whether the database refused a context: signed by a key it does not know, or past its end. */
export const refusesContext = (error: unknown): boolean => error instanceof Error && /the context (is not signed|has run out)/.test(error.message);
