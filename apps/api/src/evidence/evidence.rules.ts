import { createHash } from 'node:crypto';

const hashOf = (content: object) =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(content).sort()))
    .digest('hex');

/**
 * What the journal says of a revision: which fields changed and the hash of what it says now. The words themselves stand in the
 * revision alone, so that erasing them there leaves the chain of the journal whole.
 */
export function entryOf(before: object | null, after: object): { after: { contentSha256: string }; changed: string[] } {
  const was = new Map<string, unknown>(Object.entries(before ?? {}));
  const changed = Object.entries(after)
    .filter(([field, said]) => JSON.stringify(was.get(field) ?? null) !== JSON.stringify(said ?? null))
    .map(([field]) => field);
  return { after: { contentSha256: hashOf(after) }, changed };
}
