import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { passwordMark, passwordMatches } from '../passwords.ts';
import type { Client } from './devices.ts';
import { steadily } from './steady.ts';
import { Tries } from './tries.ts';

interface Begun {
  wait: number;
  person_id: string | null;
  password_hash: string | null;
}

/** The one place where a password is tried against an account, so that every try is counted (decision 0010). */
@Injectable()
export class PasswordGate {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Tries) private readonly tries: Tries,
  ) {}

  /** Whose address and password these are, and by which password; it may be changed before the session is opened. Refuses in the same words and after the same time whatever was wrong. */
  async personOf(email: string, password: string, { peer, device }: Client): Promise<{ person: string; mark: string }> {
    const [begun] = await this.db.unscoped<Begun>('SELECT * FROM app.begin_sign_in($1, $2, $3)', [email, device, peer]);
    if (!begun || begun.wait > 0) refuse('too_many_requests', { retryAfter: begun?.wait });
    if (await passwordMatches(begun.password_hash, password)) {
      await this.db.unscoped('SELECT app.sign_in_was_right($1, $2, $3)', [email, device, peer]);
      if (begun.person_id && begun.password_hash) return { person: begun.person_id, mark: passwordMark(begun.password_hash) };
    }
    return steadily(async () => {
      await this.db.unscoped('SELECT app.sign_in_was_wrong($1)', [email]);
      refuse('wrong_credentials');
    });
  }

  /** Whether this is the password of a person who is signed in; ten tries in a quarter of an hour. */
  async isOwn(person: string, stored: string | null, password: string): Promise<boolean> {
    await this.tries.take('own password', person, { burst: 10, every: '90 seconds' });
    return passwordMatches(stored, password);
  }
}
