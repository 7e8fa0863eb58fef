// Files on their way, one after another. Outside React, so that it can be proven by itself and goes on while the page is drawn anew.
import type { RefusalCode } from '@servanda/contract';

export interface Sending {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'kept' | 'refused' | 'cancelled';
  /** Share that has left, 0 to 1. */
  sent: number;
  /** Why it was not kept: known before it was sent, or thrown by the sending. */
  why: RefusalCode | Error | null;
  /** The name under which it is kept: another than its own where the piece had these bytes already, or where a name may not be kept as it is. */
  as: string | null;
}

type Send = (file: File, options: { onSent: (share: number) => void; signal: AbortSignal }) => Promise<{ name: string }>;

/** `check` answers why a file need not be sent at all. `onEnd` hears of each file that was kept or refused. */
export class UploadQueue {
  #entries: readonly Sending[] = [];
  #listeners = new Set<() => void>();
  #abort = new Map<number, AbortController>();
  #next = 1;
  #isRunning = false;

  constructor(
    private readonly send: Send,
    private readonly check: (file: File) => RefusalCode | null,
    private readonly onEnd: (entry: Sending) => void = () => undefined,
  ) {}

  entries = (): readonly Sending[] => this.#entries;
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(files: Iterable<File>): void {
    const added = [...files].map((file): Sending => ({ key: this.#next++, file, state: 'waiting', sent: 0, why: null, as: null }));
    this.#put([...this.#entries, ...added]);
    void this.#run();
  }

  retry(key: number): void {
    this.#change(key, { state: 'waiting', sent: 0, why: null });
    void this.#run();
  }

  cancel(key: number): void {
    this.#abort.get(key)?.abort();
    if (this.#entries.some((entry) => entry.key === key && entry.state === 'waiting')) this.#change(key, { state: 'cancelled' });
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let entry = this.#waiting(); entry; entry = this.#waiting()) await this.#sendOne(entry);
    this.#isRunning = false;
  }

  async #sendOne({ key, file }: Sending): Promise<void> {
    const refusal = this.check(file);
    if (refusal) return this.#end(key, { state: 'refused', why: refusal });
    const controller = new AbortController();
    this.#abort.set(key, controller);
    this.#change(key, { state: 'sending' });
    try {
      const { name } = await this.send(file, { signal: controller.signal, onSent: (sent) => this.#change(key, { sent }) });
      this.#end(key, { state: 'kept', sent: 1, as: name });
    } catch (error) {
      if (controller.signal.aborted) this.#change(key, { state: 'cancelled', sent: 0 });
      else this.#end(key, { state: 'refused', why: error instanceof Error ? error : new Error(String(error)) });
    } finally {
      this.#abort.delete(key);
    }
  }

  #waiting = () => this.#entries.find(({ state }) => state === 'waiting');
  #end(key: number, part: Partial<Sending>): void {
    this.#change(key, part);
    const entry = this.#entries.find((one) => one.key === key);
    if (entry) this.onEnd(entry);
  }
  #change(key: number, part: Partial<Sending>): void {
    this.#put(this.#entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)));
  }
  #put(entries: readonly Sending[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}
