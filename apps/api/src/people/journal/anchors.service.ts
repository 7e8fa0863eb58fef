import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';
import { Log } from '../../platform/logs/log.ts';
import { type AnchorFacts, anchorText } from './anchor-text.ts';
import { dueSql, keepSql } from './anchors.sql.ts';

const day = 24 * 60 * 60 * 1000;
const everyTenMinutes = 10 * 60 * 1000;
type Due = Omit<AnchorFacts, 'atUs' | 'key'>;

/**
 * Signs the head of every chain once a day: at the start where the last anchor is older, then by looking every ten minutes.
 * Two processes make one anchor, for the database keeps only the one that follows the last.
 */
@Injectable()
export class AnchorsService implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Log) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.journalKey) return;
    const anchor = () =>
      void this.anchor(day).catch((error: unknown) =>
        this.log.say('journal', `No anchor was made: ${error instanceof Error ? error.name : 'unknown'}`, 'warn'),
      );
    anchor();
    this.#timer = setInterval(anchor, everyTenMinutes).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** Anchors every chain whose last anchor is older than `age` milliseconds; answers how many were made here. */
  async anchor(age: number): Promise<number> {
    const key = this.config.journalKey;
    if (!key) return 0;
    await this.db.unscoped('SELECT app.know_journal_key($1, $2)', [key.id, key.spki]);
    const now = this.clock.now().getTime();
    let made = 0;
    for (const due of await this.db.unscoped<Due>(dueSql, [(now - age) * 1000])) {
      const facts = { ...due, atUs: now * 1000, key: key.id };
      const signature = key.sign(anchorText(facts)).toString('hex');
      const { organisation, number, seq, hash, atUs, previous } = facts;
      const [row] = await this.db.unscoped<{ kept: boolean }>(keepSql, [organisation, number, seq, hash, atUs, key.id, previous, signature]);
      if (!row?.kept) continue;
      made++;
      this.log.anchor({ ...facts, signature });
    }
    return made;
  }
}
