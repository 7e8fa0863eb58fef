import { Injectable } from '@nestjs/common';

/** The time is asked for here and passed into rules, so that tests and the demonstration world can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The calendar day (UTC), `YYYY-MM-DD`. */
  today(): string {
    return this.now().toISOString().slice(0, 10);
  }
}
