// Reports that are made in the background: ordered, watched, stopped, tried again and fetched.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { documentTypes } from '../evidence/files.ts';
import { Day, Id, Line, LookBack, May, Moment, Paging, pageOf, Sha256 } from '../shapes.ts';
import { DocumentFormat, DocumentKind, DocumentLanguage, documentMedia } from './documents.ts';

export const RunState = z.enum(['waiting', 'working', 'made', 'failed', 'cancelled']);
export type RunState = z.infer<typeof RunState>;
/** `article_12`: composed, as last issued in the language, else as it stands, else drafted from the record · `workbook`: the checklist to fill in offline. */
export const RunKind = z.enum([...DocumentKind.options, 'article_12', 'alternative', 'workbook']);
export type RunKind = z.infer<typeof RunKind>;
export const RunFormat = z.enum([...DocumentFormat.options, 'xlsx', 'oscal']);
export type RunFormat = z.infer<typeof RunFormat>;
/** The formats in which each kind is made. */
export const runFormats: Record<RunKind, readonly RunFormat[]> = {
  ...{ briefing: DocumentFormat.options, gaps: DocumentFormat.options, correlation: DocumentFormat.options, statistics: DocumentFormat.options },
  criminalisation: [...DocumentFormat.options, 'xlsx'],
  ...{ status: RunFormat.options, article_12: DocumentFormat.options, alternative: DocumentFormat.options, workbook: ['xlsx'] },
};
export const runMedia: Record<RunFormat, string> = { ...documentMedia, xlsx: documentTypes.xlsx, oscal: 'application/json; charset=utf-8' };
/** Kinds that speak of today alone: they have versions and issues of their own, or are filled in upon what stands. */
export const ofTodayAlone: ReadonlySet<RunKind> = new Set(['article_12', 'alternative', 'workbook']);

/** Why there is no document: it was larger than one may be or took too long, its dossier is gone, the database could not be reached, or we are at fault. */
export const RunReason = z.enum(['beyond_limits', 'gone', 'unavailable', 'fault']);
export type RunReason = z.infer<typeof RunReason>;

export const ReportRun = z
  .object({
    id: Id,
    kind: RunKind,
    format: RunFormat,
    lang: DocumentLanguage,
    /** The number of the issue where a composed report was made as issued. */
    issue: z.number().int().nullable(),
    asOf: z.string().nullable(),
    on: Day,
    isDraft: z.boolean(),
    /** It takes in restricted evidence: only whoever ordered it may fetch it. */
    isRestrictedIn: z.boolean(),
    askedBy: z.object({ id: Id, name: z.string() }),
    askedAt: Moment,
    state: RunState,
    beganAt: Moment.nullable(),
    endedAt: Moment.nullable(),
    reason: RunReason.nullable(),
    file: z.object({ name: z.string(), sha256: Sha256, sizeBytes: z.number().int(), isKept: z.boolean() }).nullable(),
    may: z.object({ cancel: May, retry: May, fetch: May }),
  })
  .meta({ id: 'ReportRun' });
export type ReportRun = z.infer<typeof ReportRun>;

export const OrderReport = LookBack.extend({
  kind: RunKind.exclude(['alternative']),
  format: RunFormat,
  lang: DocumentLanguage.default('en'),
  draft: z.boolean().default(false),
  /** Takes in the restricted evidence that is cited; says why. The purpose stands in the journal alone. */
  restricted: z
    .object({ purpose: Line(500, 10) })
    .nullable()
    .default(null),
})
  .superRefine(({ kind, format, asOf, restricted }, ctx) => {
    const fault = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (!runFormats[kind].includes(format)) fault('format', 'This is not made in that format');
    if (ofTodayAlone.has(kind) && asOf !== undefined) fault('asOf', 'This is made of today alone');
    if ((ofTodayAlone.has(kind) || !DocumentFormat.safeParse(format).success) && restricted)
      fault('restricted', 'Restricted evidence is taken into documents to be read alone');
  })
  .meta({ id: 'OrderReport' });

const params = z.object({ id: Id });
const one = z.object({ id: Id, run: Id });
const door = doorsOf('reports');
const changing = ['not_found', 'forbidden', 'wrong_state', 'cross_site'] as const;
export const runs = {
  runs: door('runs', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/runs',
    summary: 'Reports that were ordered, the newest first, with how far each is',
    access: 'session',
    allows: allow.exporters,
    input: { params, query: Paging },
    output: pageOf(ReportRun),
    refusals: ['not_found'],
  }),
  order: door('order', {
    method: 'POST',
    path: '/api/dossiers/{id}/reports/runs',
    summary: 'Order a report; it is made in the background',
    repeats: true,
    access: 'session',
    allows: { ...allow.exporters, key: null },
    input: { params, body: OrderReport },
    output: ReportRun,
    status: 201,
    refusals: ['not_found', 'moment_unusable', 'cross_site', 'unsupported_media_type'],
  }),
  cancelRun: door('cancelRun', {
    method: 'POST',
    path: '/api/dossiers/{id}/reports/runs/{run}/cancel',
    summary: 'Stop a report that is not made yet; its process is ended',
    access: 'session',
    allows: { ...allow.exporters, key: null },
    input: { params: one },
    output: ReportRun,
    refusals: changing,
  }),
  retryRun: door('retryRun', {
    method: 'POST',
    path: '/api/dossiers/{id}/reports/runs/{run}/retry',
    summary: 'Make anew a report that failed, was stopped or is no longer kept',
    access: 'session',
    allows: { ...allow.exporters, key: null },
    input: { params: one },
    output: ReportRun,
    refusals: changing,
  }),
  runFile: door('runFile', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/runs/{run}/file',
    summary: 'The report that was made',
    access: 'session',
    allows: allow.exporters,
    input: { params: one },
    output: z.unknown(),
    media: 'application/octet-stream',
    refusals: ['not_found', 'forbidden', 'wrong_state'],
  }),
};
