// Reports that are made in the background: ordered, watched, stopped, tried again and fetched.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Day, Id, Line, LookBack, May, Moment, Paging, pageOf, Sha256 } from '../shapes.ts';
import { DocumentFormat, DocumentKind, DocumentLanguage } from './documents.ts';

export const RunState = z.enum(['waiting', 'working', 'made', 'failed', 'cancelled']);
export type RunState = z.infer<typeof RunState>;
/** Why there is no document: it was larger than one may be or took too long, its dossier is gone, the database could not be reached, or we are at fault. */
export const RunReason = z.enum(['beyond_limits', 'gone', 'unavailable', 'fault']);
export type RunReason = z.infer<typeof RunReason>;

export const ReportRun = z
  .object({
    id: Id,
    kind: DocumentKind,
    format: DocumentFormat,
    lang: DocumentLanguage,
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
  kind: DocumentKind,
  format: DocumentFormat,
  lang: DocumentLanguage.default('en'),
  draft: z.boolean().default(false),
  /** Takes in the restricted evidence that is cited; says why. The purpose stands in the journal alone. */
  restricted: z
    .object({ purpose: Line(500, 10) })
    .nullable()
    .default(null),
}).meta({ id: 'OrderReport' });

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
