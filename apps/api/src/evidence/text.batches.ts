/** Characters of text that one statement keeps and indexes: a tenth of a second's work, far from the time that a statement has. */
const most = 400_000;

/** Stretches of the parts, `from` and before `to`, that are kept by one statement each; a longer part is one of its own. */
export function batchesOf(parts: readonly string[], atMost = most): { from: number; to: number }[] {
  const batches: { from: number; to: number }[] = [];
  let [from, size] = [0, 0];
  for (const [at, { length }] of parts.entries()) {
    if (at > from && size + length > atMost) {
      batches.push({ from, to: at });
      [from, size] = [at, 0];
    }
    size += length;
  }
  return parts.length > from ? [...batches, { from, to: parts.length }] : batches;
}

/** The database stopped a statement for its time, or the whole for outliving the minute that its signed scope holds. */
export const tookTooLong = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '57014') || error.message.includes('the context has run out'));
