import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { showing, shown, state } from './mail.sql.ts';

/** For the operator: counts, moments and codes of errors; never an address or a word of a letter. */
export interface MailState {
  /** `none`: no mail server is set, letters wait. */
  delivery: 'smtp' | 'none';
  waiting: number;
  retrying: number;
  sentInADay: number;
  deadInAWeek: number;
  oldestWaiting: string | null;
  lastSent: string | null;
  /** How many letters met which error, such as `SMTP 450` or `ETIMEDOUT`, and wait or were given up this week. */
  errors: Record<string, number>;
}
export interface ShownLetter {
  id: string;
  to: string;
  locale: 'en' | 'fr' | 'ar';
  letter: string;
  subject: string;
  text: string;
  queuedAt: Date;
}

@Injectable()
export class MailQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async mailState(): Promise<MailState> {
    const [row] = await this.db.unscoped<{ state: Omit<MailState, 'delivery'> }>(state, [this.clock.now()]);
    if (!row) throw new Error('The outbox does not answer');
    return { delivery: this.config.mail.smtpUrl ? 'smtp' : 'none', ...row.state };
  }

  /** What would be sent, where the settings and the database both say that this instance shows it; else null. */
  async shownLetters(): Promise<ShownLetter[] | null> {
    if (!this.config.mail.showsOutbox) return null;
    const [instance] = await this.db.unscoped<{ shows: boolean }>(showing);
    return instance?.shows ? this.db.unscoped<ShownLetter>(shown) : null;
  }
}
