import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

const told = new AsyncLocalStorage<Date>();

/** The moment at which the work at hand is told to happen; null while it is simply now. */
export const toldMoment = (): Date | null => told.getStore() ?? null;

/** The time is asked for here and passed into rules, so that tests and the demonstration world can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return told.getStore() ?? new Date();
  }

  /** The calendar day (UTC), `YYYY-MM-DD`. */
  today(): string {
    return this.now().toISOString().slice(0, 10);
  }

  /** Does `work` as if it were `moment`, for whatever it calls and awaits and for nothing beside it. */
  at<T>(moment: Date, work: () => T): T {
    return told.run(moment, work);
  }
}
