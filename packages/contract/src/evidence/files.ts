// The documents of a piece: how they are kept, and the text that was read from them.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Moment, Sha256 } from '../shapes.ts';
import { FileCopy } from './copies.ts';
import { TextIdentity } from './identity/file-identity.ts';

/** Formats that are kept, by the bytes and not by the name. */
export const documentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  rtf: 'application/rtf',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;
/** What may be wrong with a file that is sent, whatever it is for. */
export const ofAFile = [
  'file_too_large',
  'file_not_a_document',
  'file_disguised',
  'file_active',
  'file_bloated',
  'file_empty',
  'unsupported_media_type',
  'storage_full',
] as const;
/** Bytes: 25 MB. */
export const largestFile = 25 * 1024 * 1024;

/** Why the text of a file could not be read. */
export const UnreadableText = z.enum(['too_slow', 'too_big', 'locked', 'damaged']);
/** How far the reading of a file's text has come. `pages`: parts, which are printed pages where `hasPages`; `isWhole` false: the text goes on beyond what is kept, of a file of `pagesInAll` printed pages where that is known. */
export const FileText = z
  .object({
    state: z.enum(['waiting', 'done', 'no_text', 'failed']),
    reason: UnreadableText.nullable(),
    pages: z.number().int(),
    characters: z.number().int(),
    hasPages: z.boolean(),
    isWhole: z.boolean(),
    pagesInAll: z.number().int().nullable(),
    /** What in it may identify a child or a suspect; null: not looked into yet, or no text. */
    identity: TextIdentity.nullable(),
  })
  .meta({ id: 'FileText' });
export type FileText = z.infer<typeof FileText>;

export const EvidenceFile = z
  .object({
    id: Id,
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: z.number().int(),
    sha256: Sha256,
    /** The first revision to which it belongs. */
    revision: z.number().int(),
    storedAt: Moment,
    storedBy: z.string(),
    text: FileText.nullable(),
    copy: FileCopy.nullable(),
  })
  .meta({ id: 'EvidenceFile' });
export type EvidenceFile = z.infer<typeof EvidenceFile>;

const file = z.object({ id: Id, evidence: Id });
const door = doorsOf('evidence');
/** The doors of a piece's documents. */
export const files = {
  addFile: door('addFile', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/files',
    summary:
      'Upload one document (multipart field `file`), at most 25 MB. Where a judgement cites the newest revision it makes a further one; bytes that the piece has already are answered with the file that has them',
    repeats: true,
    guests: true,
    access: 'session',
    allows: allow.writers,
    input: { params: file },
    output: EvidenceFile,
    status: 201,
    accepts: 'multipart/form-data',
    refusals: ['not_found', 'forbidden', 'wrong_state', ...ofAFile, 'file_infected', 'scanner_away', 'cross_site'],
  }),
  text: door('text', {
    method: 'GET',
    path: '/api/dossiers/{id}/evidence/{evidence}/files/{file}/text',
    summary: 'The text read from a document, part by part, and how far its reading has come',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: {
      params: file.extend({ file: Id }),
      query: z.object({ from: z.coerce.number().int().min(1).max(1_000_000).default(1), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    },
    output: z.object({
      name: z.string(),
      text: FileText.nullable(),
      /** `startsAt`: place of the part's first character in the whole text. */
      items: z.array(z.object({ number: z.number().int(), startsAt: z.number().int(), text: z.string() })),
    }),
    refusals: ['not_found', 'purpose_required'],
  }),
  readText: door('readText', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/files/{file}/text',
    summary: 'Read a document again whose reading failed or found nothing',
    access: 'session',
    allows: allow.writers,
    input: { params: file.extend({ file: Id }) },
    output: z.object({
      name: z.string(),
      text: FileText.nullable(),
      items: z.array(z.object({ number: z.number().int(), startsAt: z.number().int(), text: z.string() })),
    }),
    refusals: ['not_found', 'forbidden', 'wrong_state', 'cross_site'],
  }),
  file: door('file', {
    method: 'GET',
    path: '/api/dossiers/{id}/evidence/{evidence}/files/{file}',
    summary: 'Download a document, or a part of it (`Range`), as an attachment: the copy without metadata, or the original for those who may add evidence',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params: file.extend({ file: Id }), query: z.object({ copy: z.enum(['clean', 'original']).default('clean') }) },
    output: z.unknown(),
    media: 'application/octet-stream',
    refusals: ['not_found', 'forbidden', 'purpose_required', 'range_unusable', 'copy_waiting', 'copy_impossible'],
  }),
};
