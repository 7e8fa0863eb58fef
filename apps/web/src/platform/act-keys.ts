// One key for one act, so that a double click or a second try after a lost answer makes one thing (Idempotency-Key).

/** Milliseconds after an answer within which the same request is taken for a double click. */
const doubleClick = 2000;

interface Kept {
  key: string;
  /** When it was answered; null while it is on its way, or after its answer was lost. */
  answeredAt: number | null;
}

/** The keys of the acts of one open page. `now` in milliseconds, `fresh` makes a key. */
export class ActKeys {
  readonly #kept = new Map<string, Kept>();
  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly fresh: () => string = () => crypto.randomUUID(),
  ) {}

  /** The key to send an act with: the same for an equal act that is on its way, was lost, or was answered a moment ago. */
  keyFor(act: string): string {
    const kept = this.#kept.get(act);
    if (kept && (kept.answeredAt === null || this.now() - kept.answeredAt < doubleClick)) return kept.key;
    const key = this.fresh();
    this.#kept.set(act, { key, answeredAt: null });
    return key;
  }

  /** The service answered, whatever it said; soon the same act is a new one. */
  answered(act: string): void {
    const kept = this.#kept.get(act);
    if (kept) kept.answeredAt = this.now();
    for (const [old, { answeredAt }] of this.#kept) if (answeredAt !== null && this.now() - answeredAt >= doubleClick) this.#kept.delete(old);
  }
}

export const actKeys = new ActKeys();
