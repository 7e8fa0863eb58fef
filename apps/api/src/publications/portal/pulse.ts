import { Inject, Injectable } from '@nestjs/common';
import { PortalQueries } from './portal.queries.ts';

/** Milliseconds for which pages are taken to be as they were; what caches outside are told is longer. */
const trusted = 1000;

/**
 * Whether anything public has changed, asked of the database at most once in a second and by one request for all that wait.
 * What this process publishes or withdraws is known at once; what another does, within the second.
 */
@Injectable()
export class Pulse {
  #stamp: Promise<string> | null = null;
  #until = 0;
  #listener: (() => void) | null = null;

  constructor(@Inject(PortalQueries) private readonly queries: PortalQueries) {}

  stamp(): Promise<string> {
    const now = performance.now();
    if (this.#stamp && now < this.#until) return this.#stamp;
    const asked = this.queries.stamp();
    this.#stamp = asked;
    this.#until = now + trusted;
    asked.catch(() => {
      this.#stamp = null;
    });
    return asked;
  }

  /** What `act` comes to; once it is done, what it changed is seen. */
  after<T>(act: Promise<T>): Promise<T> {
    return act.finally(() => this.forget());
  }

  /** Asks anew at the next request. */
  forget(): void {
    this.#stamp = null;
    this.#listener?.();
  }

  /** Calls who wants to know that this process may have changed something public. */
  whenChanged(listener: () => void): void {
    this.#listener = listener;
  }
}
