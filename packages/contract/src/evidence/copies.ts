// What a file tells beside its content, and the copy that tells nothing of it.
import * as z from 'zod';
import { Sha256 } from '../shapes.ts';

/** What is found in a file beside its content. */
export const MetadataKind = z.enum([
  ...(['author', 'last_saved_by', 'organisation', 'description', 'application', 'moments', 'revision', 'custom', 'comment', 'tracked_change'] as const),
  ...(['revision_id', 'place', 'camera', 'picture', 'thumbnail', 'signature', 'computer'] as const),
]);
export type MetadataKind = z.infer<typeof MetadataKind>;
/** Why no copy could be made. */
export const CopyImpossible = z.enum(['damaged', 'picture', 'tracked_changes', 'too_slow', 'erased']);
/** The copy without metadata: others download it. `found`: how often, and a few examples, shortened; `values` null for those who may not have the original. */
export const FileCopy = z
  .object({
    state: z.enum(['waiting', 'made', 'impossible']),
    reason: CopyImpossible.nullable(),
    found: z.array(z.object({ kind: MetadataKind, count: z.number().int(), values: z.array(z.string()).nullable() })),
    sha256: Sha256.nullable(),
    sizeBytes: z.number().int().nullable(),
  })
  .meta({ id: 'FileCopy' });
export type FileCopy = z.infer<typeof FileCopy>;
