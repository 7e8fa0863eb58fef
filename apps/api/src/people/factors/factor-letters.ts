import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { factorChange } from '../../platform/mail/letters/factor-changed.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';

export type FactorChange = keyof typeof factorChange;
interface Reader {
  email: string;
  locale: 'en' | 'fr' | 'ar' | null;
}

/** Tells a person by mail whatever happens to the own second factors: whoever did not do it learns of it. */
@Injectable()
export class FactorLetters {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Within the transaction of the act. */
  send(sql: Sql, to: Reader, change: FactorChange): Promise<void> {
    const facts = { change, at: this.clock.now().toISOString(), link: `${this.config.publicUrl}/account` };
    return queueMail(sql, { to: to.email, locale: to.locale ?? 'en', letter: 'factorChanged', facts });
  }

  /** During a sign-in, before there is a scope. */
  async recoveryCodeUsed(person: string): Promise<void> {
    const [reader] = await this.db.unscoped<Reader>('SELECT * FROM app.address_of($1)', [person]);
    if (reader) await this.send((text, values) => this.db.unscoped(text, values), reader, 'recovery_code_used');
  }
}
