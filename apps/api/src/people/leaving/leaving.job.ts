// Carries out the deletions whose period of grace is over: rows, then files, then letters; and looks a second time after ten minutes.
import { setTimeout } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import type { MailLocale } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { doneSql, dueSql, eraseSql } from './leaving.sql.ts';

interface Erased {
  members: { to: string; locale: MailLocale; organisation: string }[];
  rows: Record<string, number>;
  isSecond: boolean;
}
const every = 15 * 60_000;

@Injectable()
export class LeavingJob implements BeforeApplicationShutdown {
  readonly #log = new Logger('leaving');
  readonly #stop = new AbortController();
  #loop: Promise<void> | null = null;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Begins to look for what is due; called by the serving process only. */
  start(): void {
    this.#loop ??= this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.carryOut().catch((error: Error) => this.#log.error(`a deletion was not carried out, and is tried again: ${error.message}`));
      await setTimeout(every, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
    }
  }

  /** Deletes every organisation that is due. Another process that does the same finds nothing left to do. Answers how many. */
  async carryOut(): Promise<number> {
    const due = await this.db.unscoped<{ organisation: string }>(dueSql);
    for (const { organisation } of due) {
      const erased = await this.#erase(organisation);
      if (!erased) continue;
      // The rows are gone; a file that stays behind now goes with the second look.
      await this.files.forget(organisation);
      if (erased.isSecond) await this.db.unscoped(doneSql, [organisation]);
      this.#log.warn(`organisation ${organisation}: ${JSON.stringify(erased.rows)} deleted${erased.isSecond ? ', second look' : ''}`);
    }
    return due.length;
  }

  /** Rows and letters in one transaction: who was a member is told if, and only if, it was deleted. */
  #erase(organisation: string): Promise<Erased | null> {
    return this.db.upkeep(async (sql) => {
      const [row] = await sql<{ erased: Erased | null }>(eraseSql, [organisation]);
      const when = this.clock.now().toISOString();
      for (const { to, locale, organisation: name } of row?.erased?.members ?? [])
        await queueMail(sql, { to, locale, letter: 'organisationGone', facts: { organisation: name, when } });
      return row?.erased ?? null;
    });
  }
}
