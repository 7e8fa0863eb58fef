// Documents only: what a file is, by its bytes, and whether anything in it acts (decision 0007).
import { documentTypes, unfits } from '@servanda/contract';
import { refuse } from '../http/refusal.ts';
import type { Received } from './blobs.ts';
import { type DocumentType, promisedType } from './file-name.ts';
import type { Promised } from './look-through.ts';
import { inThread } from './threads.ts';
import type { Unfit } from './unfit.ts';

const kinds = Object.keys(documentTypes).join(', ').toUpperCase();

/**
 * Says what kind of document a received file is; name and bytes must agree. Refuses file_empty, file_not_a_document,
 * file_disguised, file_active and file_bloated, each with a sentence that says why. It is looked through in a thread of its own, in
 * chunks and within limits, so that a hostile file holds up nobody.
 */
export async function checkDocument(
  { path, size }: Pick<Received, 'path' | 'size'>,
  name: string,
  how: Pick<Promised, 'isReadByCell'> = {},
): Promise<DocumentType> {
  if (size === 0) refuse('file_empty');
  const promised = promisedType(name);
  if (!promised)
    refuse('file_not_a_document', {
      detail: `Only documents are kept: ${kinds}. Images, video, audio, archives and programs are refused, whatever their name.`,
    });
  const unfit = await inThread<Unfit | null>('look', { path, size, promised, mediaType: documentTypes[promised], ...how });
  if (unfit) refuseUnfit(unfit === 'beyond limits' ? { reason: 'too_costly' } : unfit);
  return promised;
}

/** Refuses a file for what was found in it, with the sentence that says so and what to do. */
function refuseUnfit({ reason, detail }: Unfit): never {
  const [code, found] = unfits[reason];
  const sentence =
    code === 'file_disguised'
      ? `The file is not what its name says: ${found}. Save it anew, and send that.`
      : `The document is not safe to keep: ${found}. Save it as PDF, and send that.`;
  refuse(code, { reason, detail: detail ?? sentence });
}
