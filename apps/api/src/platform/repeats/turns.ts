import { setTimeout } from 'node:timers/promises';
import { refuse } from '../http/refusal.ts';

/** Milliseconds that a repeated request waits for the first; as long as the role's lock_timeout. */
const patience = 5000;

/**
 * Equal requests within this process, one after another: who waits here holds no connection, so that twenty impatient clicks
 * do not empty the pool. Between processes the database decides.
 */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** Resolves, with the function that ends the turn, when the equal request before has ended. Refuses `still_running` after five seconds. */
  async take(name: string): Promise<() => void> {
    const before = this.#last.get(name);
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const mine = before ? before.then(() => ended) : ended;
    this.#last.set(name, mine);
    const release = () => {
      end();
      if (this.#last.get(name) === mine) this.#last.delete(name);
    };
    if (!before) return release;
    const clock = new AbortController();
    const isLate = await Promise.race([before.then(() => false), setTimeout(patience, true, { signal: clock.signal })]);
    clock.abort();
    if (!isLate) return release;
    release();
    return refuse('still_running');
  }
}
