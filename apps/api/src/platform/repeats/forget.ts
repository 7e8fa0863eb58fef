import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../db/database.ts';

const hour = 60 * 60 * 1000;

/** Forgets each hour the answers that are older than a day. */
@Injectable()
export class ForgetRepeats implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  constructor(@Inject(Database) private readonly db: Database) {}

  onApplicationBootstrap(): void {
    // A database that is away just now is asked again in an hour.
    this.#timer = setInterval(() => void this.forget().catch(() => undefined), hour).unref();
  }
  /** Answers how many were forgotten. */
  async forget(): Promise<number> {
    const [row] = await this.db.unscoped<{ gone: number }>('SELECT app.forget_repeats() AS gone');
    return row?.gone ?? 0;
  }
  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }
}
