// The checklist as a workbook that is filled in offline and brought in again, compared three ways.
import * as z from 'zod';
import { LawVerdict, PracticeVerdict, ReviewStatus } from '../assessments/verdicts.ts';
import { allow, doorsOf } from '../door.ts';
import { documentTypes, ofAFile } from '../evidence/files.ts';
import { anyOf, ElementCode, Id, Moment, Prose, Sha256 } from '../shapes.ts';
import { DocumentLanguage } from './documents.ts';

/** What is filled in: the columns of the workbook that become a judgement. */
export const WorkbookField = z.enum(['law', 'practice', 'asOf', 'periodFrom', 'periodTo', 'reasons', 'qualifierNote']);
export type WorkbookField = z.infer<typeof WorkbookField>;
/** Rows of one workbook. */
export const mostWorkbookRows = 2000;

/** What would become of one row; `row` counts as the spreadsheet does. */
export const WorkbookRow = z
  .object({
    row: z.number().int(),
    /** The code as the sheet has it; empty where there is none that can be read. */
    element: z.string(),
    citation: z.string(),
    title: z.string(),
    /** `conflict`: somebody recorded a newer judgement since the workbook was taken, and the row says something else. */
    outcome: z.enum(['new', 'changed', 'unchanged', 'conflict', 'refused']),
    /** The judgement that the row was filled in upon, and the newest there is; 0 where there was none. */
    base: z.number().int().nullable(),
    latest: z.object({ number: z.number().int(), status: ReviewStatus, author: z.string(), recordedAt: Moment }).nullable(),
    /** Each field that the row changes, and in a conflict the verdicts and reasons too: as it was then, is now, and stands in the sheet. */
    fields: z.array(z.object({ field: WorkbookField, cell: z.string(), was: z.string(), now: z.string(), sheet: z.string() })),
    /** Why the row cannot be used, at which cell, such as `F12`, and what that says. */
    faults: z.array(
      z.object({ cell: z.string(), field: z.union([WorkbookField, z.enum(['element', 'base'])]).nullable(), said: z.string(), message: z.string() }),
    ),
  })
  .meta({ id: 'WorkbookRow' });
export type WorkbookRow = z.infer<typeof WorkbookRow>;

export const WorkbookPreview = z
  .object({
    name: z.string(),
    sha256: Sha256,
    /** What was seen: the bytes of the workbook and the newest judgement of every element. Confirm with it. */
    basis: Sha256,
    counts: z.object({ new: z.number().int(), changed: z.number().int(), unchanged: z.number().int(), conflict: z.number().int(), refused: z.number().int() }),
    /** Heads of columns that are not read. */
    unread: z.array(z.string()),
    /** Columns that the sheet lacks: what they would say stays as it is. */
    missing: z.array(WorkbookField),
    rows: z.array(WorkbookRow),
  })
  .meta({ id: 'WorkbookPreview' });
export type WorkbookPreview = z.infer<typeof WorkbookPreview>;

/** What somebody writes where neither the record nor the sheet is to stand; days and note are those of the sheet over what is recorded. */
export const WrittenAnew = z
  .object({
    element: ElementCode,
    law: LawVerdict.nullable(),
    practice: PracticeVerdict.nullable(),
    reasons: Prose(20_000).pipe(z.string().min(1, 'Say how you know')),
  })
  .refine(({ law, practice }) => law || practice, { path: ['law'], message: 'Choose a verdict in law, in practice, or both' })
  .meta({ id: 'WrittenAnew' });
export type WrittenAnew = z.infer<typeof WrittenAnew>;

const params = z.object({ id: Id });
const door = doorsOf('reports');

export const workbook = {
  workbook: door('workbook', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/workbook.xlsx',
    summary: 'The checklist as a workbook to fill in offline and bring in again: locked keys, lists of verdicts, instructions, in the language asked for',
    access: 'session',
    allows: allow.exporters,
    input: { params, query: z.object({ lang: DocumentLanguage.default('en') }) },
    output: z.unknown(),
    media: documentTypes.xlsx,
    refusals: ['not_found', 'wrong_state'],
  }),
  previewWorkbook: door('previewWorkbook', {
    method: 'POST',
    path: '/api/dossiers/{id}/reports/workbook/preview',
    summary: 'What would become of each row of a filled-in workbook (multipart field `file`, XLSX): then, now and in the sheet; writes nothing',
    access: 'session',
    allows: allow.writers,
    input: { params },
    output: WorkbookPreview,
    accepts: 'multipart/form-data',
    refusals: ['not_found', 'forbidden', 'cross_site', ...ofAFile],
  }),
  bringWorkbook: door('bringWorkbook', {
    method: 'POST',
    path: '/api/dossiers/{id}/reports/workbook',
    summary:
      'Bring in a workbook (multipart field `file`) as it was previewed, as drafts: all of it or nothing; every conflict is named in `take` or `keep`, or written anew in the form field `anew` (JSON, a list of WrittenAnew); stale_version carries a new preview',
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: {
      params,
      query: z.object({
        basis: Sha256.optional(),
        /** Elements of conflicting rows for which the sheet is taken … */
        take: anyOf(ElementCode),
        /** … and for which the record stays as it is. */
        keep: anyOf(ElementCode),
      }),
    },
    output: z.object({ drafts: z.number().int(), kept: z.number().int(), unchanged: z.number().int() }),
    accepts: 'multipart/form-data',
    refusals: ['not_found', 'forbidden', 'precondition_required', 'stale_version', 'cross_site', ...ofAFile],
  }),
};
