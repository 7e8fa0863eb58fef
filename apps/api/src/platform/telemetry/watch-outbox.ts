import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.ts';
import { Database } from '../db/database.ts';
import { Telemetry } from './telemetry.ts';

/** How long the oldest letter has waited, and how many wait: an outbox that stands still is seen before somebody misses a letter. */
@Injectable()
export class WatchOutbox implements OnApplicationBootstrap {
  constructor(
    @Inject(Telemetry) private readonly telemetry: Telemetry,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const { metrics } = this.telemetry;
    metrics?.watch('mail_outbox_oldest_seconds', 'Age of the oldest letter that waits', async () => {
      const since = (await this.#state())?.oldestWaiting;
      return since ? (this.clock.now().getTime() - new Date(since).getTime()) / 1000 : 0;
    });
    metrics?.watch('mail_outbox_waiting', 'Letters that wait, tried or not', async () => {
      const state = await this.#state();
      return state ? state.waiting + state.retrying : null;
    });
  }

  async #state() {
    const [row] = await this.db.unscoped<{ state: { waiting: number; retrying: number; oldestWaiting: string | null } }>('SELECT app.mail_state($1) AS state', [
      this.clock.now(),
    ]);
    return row?.state;
  }
}
