/** What a file tells beside its content. */
export type MetadataKind =
  | 'author'
  | 'last_saved_by'
  | 'organisation'
  | 'description'
  | 'application'
  | 'moments'
  | 'revision'
  | 'custom'
  | 'comment'
  | 'tracked_change'
  | 'revision_id'
  | 'place'
  | 'camera'
  | 'picture'
  | 'thumbnail'
  | 'signature'
  | 'computer';
export interface Finding {
  kind: MetadataKind;
  count: number;
  /** A few of them, shortened. */
  values: string[];
}
/** Why a file cannot be cleared of it. */
export type Uncleanable = 'damaged' | 'picture' | 'tracked_changes' | 'too_slow';

export class CannotClean extends Error {
  readonly why: Uncleanable;
  constructor(why: Uncleanable) {
    super(why);
    this.why = why;
  }
}

const mostValues = 5;
const longest = 100;

/** Counts what is found, and keeps a few examples of each kind. */
export class Found {
  readonly #kinds = new Map<MetadataKind, { count: number; values: Set<string> }>();

  add(kind: MetadataKind, value = ''): void {
    const held = this.#kinds.get(kind) ?? { count: 0, values: new Set<string>() };
    held.count++;
    const told = value
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim()
      .slice(0, longest)
      .toWellFormed();
    if (told && held.values.size < mostValues) held.values.add(told);
    this.#kinds.set(kind, held);
  }
  list(): Finding[] {
    return [...this.#kinds].map(([kind, { count, values }]) => ({ kind, count, values: [...values] }));
  }
}
