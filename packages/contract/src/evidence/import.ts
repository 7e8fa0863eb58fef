// A list of evidence that is brought in: what a row of it may hold, what would become of it, and which pieces look alike.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Line, Sha256 } from '../shapes.ts';
import { ofAFile } from './files.ts';

/** Rows of one list. */
export const mostRows = 5000;
/** Languages in which a list may be written: its head, its words of choice. */
export const ListLanguage = z.enum(['en', 'fr', 'ar']);
export type ListLanguage = z.infer<typeof ListLanguage>;

/** Columns of a list of evidence. `reference` is the list's own name for a piece, by which it is known again. */
export const ListColumn = z.enum([
  ...['reference', 'kind', 'title', 'citation', 'originator', 'originatorKind', 'collector', 'method', 'territory', 'coversWholeTerritory'],
  ...['population', 'language', 'datedOn', 'inForceFrom', 'inForceTo', 'periodFrom', 'periodTo', 'reviewBy', 'confidentiality', 'link', 'summary'],
] as const);
export type ListColumn = z.infer<typeof ListColumn>;

/** A piece that looks like another: one of its files is the same, or its title says the same. */
export const AlikePiece = z
  .object({
    evidence: Id,
    dossier: Id,
    dossierTitle: z.string(),
    title: z.string(),
    originator: z.string(),
    because: z.enum(['same_file', 'same_title', 'like_title']),
  })
  .meta({ id: 'AlikePiece' });
export type AlikePiece = z.infer<typeof AlikePiece>;

/** What would become of one row. `row` counts as the spreadsheet does, the head included. */
export const ImportRow = z
  .object({
    row: z.number().int(),
    outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
    reference: z.string(),
    title: z.string(),
    /** The piece it is, where there is one. */
    evidence: Id.nullable(),
    /** What would be written: of a new piece all that is said, of a known one what differs. */
    changes: z.array(z.object({ column: ListColumn, before: z.string(), after: z.string() })),
    /** Why the row is refused; `value`: what its cell holds, the beginning of a long one. */
    faults: z.array(z.object({ column: ListColumn.nullable(), value: z.string(), message: z.string() })),
    alike: z.array(AlikePiece),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportPreview = z
  .object({
    name: z.string(),
    sha256: Sha256,
    /** What was seen: the bytes of the list and the revisions of the pieces it names. Confirm with it. */
    basis: Sha256,
    counts: z.object({ new: z.number().int(), changed: z.number().int(), unchanged: z.number().int(), refused: z.number().int() }),
    /** Heads of columns that are not read. */
    unread: z.array(z.string()),
    rows: z.array(ImportRow),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.infer<typeof ImportPreview>;

const params = z.object({ id: Id });
const door = doorsOf('evidence');

/** Doors that bring evidence in by the list, and that say what is there already. */
export const imports = {
  table: door('table', {
    method: 'GET',
    path: '/api/dossiers/{id}/evidence/table',
    summary:
      'The library as a list (CSV or XLSX) that can be edited and brought in again, or an empty one to fill; restricted and withdrawn pieces are left out',
    access: 'session',
    allows: allow.exporters,
    input: {
      params,
      query: z.object({
        of: z.enum(['library', 'template']).default('library'),
        format: z.enum(['csv', 'xlsx']).default('xlsx'),
        language: ListLanguage.default('en'),
      }),
    },
    output: z.unknown(),
    media: 'application/octet-stream',
    refusals: ['not_found'],
  }),
  previewImport: door('previewImport', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/import/preview',
    summary: 'What would become of each row of a list (multipart field `file`, CSV or XLSX, at most 5,000 rows); writes nothing',
    access: 'session',
    allows: allow.writers,
    input: { params },
    output: ImportPreview,
    accepts: 'multipart/form-data',
    refusals: ['not_found', 'forbidden', 'cross_site', ...ofAFile],
  }),
  importList: door('importList', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/import',
    summary: 'Bring in a list (multipart field `file`) as it was previewed: all of it or nothing; stale_version carries a new preview',
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: { params, query: z.object({ basis: Sha256.optional() }) },
    output: z.object({ added: z.number().int(), revised: z.number().int(), unchanged: z.number().int() }),
    accepts: 'multipart/form-data',
    refusals: ['not_found', 'forbidden', 'precondition_required', 'stale_version', 'cross_site', ...ofAFile],
  }),
  alike: door('alike', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/alike',
    summary: 'Pieces that are there already with the same file (by SHA-256) or a title that says the same; for each thing asked, at most three',
    access: 'session',
    allows: allow.readers,
    input: {
      params,
      body: z.object({
        pieces: z
          .array(z.object({ title: Line(300, 0).default(''), sha256: z.array(Sha256).max(20).default([]) }))
          .min(1)
          .max(100),
      }),
    },
    output: z.object({ items: z.array(z.array(AlikePiece)) }),
    refusals: ['not_found', 'cross_site', 'unsupported_media_type'],
  }),
  twins: door('twins', {
    method: 'GET',
    path: '/api/dossiers/{id}/evidence/{evidence}/alike',
    summary: 'Other pieces with a file of this one or a title that says the same',
    access: 'session',
    allows: allow.readers,
    input: { params: params.extend({ evidence: Id }) },
    output: z.object({ items: z.array(AlikePiece) }),
    refusals: ['not_found'],
  }),
};
