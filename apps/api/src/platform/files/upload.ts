import { Refusal, refuse, refuseField } from '../http/refusal.ts';
import type { DoorRequest } from '../http/request.ts';
import { alsoAsked } from '../repeats/repeats.ts';
import type { Received } from './blobs.ts';
import { codeOf, isPlain } from './faults.ts';
import { cleanName } from './file-name.ts';
import type { FileStore } from './file-store.ts';

/** One uploaded file, received but not kept: discard it or keep it. */
export interface Upload {
  name: string;
  received: Received;
}
/** A file with what the form says beside it, in the field that was asked for; empty where it says nothing. */
export interface UploadBeside extends Upload {
  beside: string;
}

/** Bytes that the form around the file may take. */
const formAround = 64 * 1024;
/** Bytes of what a form says beside its file. */
const mostBeside = 1024 * 1024;
const chooseOne = () => refuseField('file', 'Choose a document and send it in the field "file"');
const asForm = 'Send the document as multipart/form-data, in the field "file".';

/** What went wrong while a form was read: the sender's fault unless the disk or our own code failed. */
function faultOf(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new Refusal('file_too_large');
  if (code === 'FST_FILES_LIMIT') return new Refusal('invalid_input', { fields: [{ path: 'file', code: 'custom', message: 'Send one document at a time' }] });
  const isOfTheForm = (code === '' && isPlain(error)) || code.startsWith('FST_') || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET';
  return isOfTheForm ? new Refusal('unreadable_body', { detail: `The form could not be read to its end. ${asForm}` }) : error;
}

/** Lets the rest of a form that is refused run through unread: else it would stand in the connection, and the next request on it behind it. */
function passOver({ raw }: DoorRequest): void {
  if (raw.complete) return;
  raw.unpipe();
  raw.resume();
}

/**
 * Streams the one file of a multipart form to the store, at most `limit` bytes. Refuses unsupported_media_type
 * (no form), invalid_input (no file, or two), unreadable_body (broken or cut off), file_too_large, storage_full, and whatever the gate refuses by then,
 * and leaves nothing behind. `field` is one that may stand beside it; others are not read.
 */
export async function receiveUpload(request: DoorRequest, store: FileStore, limit: number, field?: string): Promise<UploadBeside> {
  if (!request.isMultipart()) refuse('unsupported_media_type', { detail: asForm });
  if (Number(request.headers['content-length'] ?? 0) > limit + formAround + (field ? mostBeside : 0)) refuse('file_too_large');
  let upload: Upload | undefined;
  let beside = '';
  try {
    for await (const part of request.parts()) {
      if (part.type !== 'file') {
        if (part.fieldname === field && part.valueTruncated) refuseField(field, 'This is too long');
        if (part.fieldname === field) beside = String(part.value);
        continue;
      }
      if (part.fieldname !== 'file') chooseOne();
      upload = { name: cleanName(part.filename), received: await store.receive(part.file, limit) };
    }
    if (!upload?.name) return chooseOne();
  } catch (error) {
    passOver(request);
    if (upload) await store.discard(upload.received.path);
    throw faultOf(error);
  }
  await askAnew(request, store, upload, beside);
  return { ...upload, beside };
}

/** Half a minute may lie between the first byte and the last: who was sent away meanwhile adds nothing any more. What fails here is no fault of the form. */
async function askAnew(request: DoorRequest, store: FileStore, { name, received }: Upload, beside: string): Promise<void> {
  try {
    await request.askAnew?.();
    alsoAsked(`${received.sha256} ${name}${beside}`);
  } catch (error) {
    await store.discard(received.path);
    throw error;
  }
}
