import * as z from 'zod';
import { LawVerdict, PracticeVerdict, Proof, ReviewStatus, Stance } from '../assessments/verdicts.ts';
import { allow, doorsOf } from '../door.ts';
import { Ground, Lanes, NamedDossier } from '../dossiers/dossiers.ts';
import { Confidentiality, EvidenceKind } from '../evidence/evidence.ts';
import { documentTypes } from '../evidence/files.ts';
import { GapKind } from '../gaps/kinds.ts';
import { Role } from '../people/people.ts';
import { Day, ElementCode, Id, LookBack, Moment, Sha256 } from '../shapes.ts';
import { brief } from './brief.ts';
import { composer } from './composer/composer.ts';
import { correlation } from './correlation.ts';
import { criminalisationReports } from './criminalisation.ts';
import { DocumentLanguage, documents } from './documents.ts';
import { houseStyle } from './house-style.ts';
import { OutstandingRequest, Responsible, TreatyDate } from './next-actions.ts';
import { runs } from './runs.ts';
import { statistics } from './statistics.ts';
import { templates } from './templates.ts';
import { workbook } from './workbook.ts';

export * from './brief.ts';
export { ComposedQuery } from './composer/composer.ts';
export * from './composer/rich-text.ts';
export * from './composer/shapes.ts';
export * from './composer/words.ts';
export * from './correlation.ts';
export * from './criminalisation.ts';
export * from './documents.ts';
export * from './house-style.ts';
export * from './next-actions.ts';
export * from './runs.ts';
export * from './statistics.ts';
export * from './templates.ts';
export * from './workbook.ts';

/** One row of the status report: one element. */
export const StatusRow = z
  .object({
    element: ElementCode,
    obligation: z.string(),
    article: z.number().int(),
    citation: z.string(),
    title: z.string(),
    section: z.string(),
    applies: z.boolean(),
    ground: Ground.nullable(),
    groundReason: z.string().nullable(),
    law: LawVerdict.nullable(),
    practice: PracticeVerdict.nullable(),
    lawProof: Proof,
    practiceProof: Proof,
    reviewStatus: ReviewStatus.nullable(),
    asOf: Day.nullable(),
    periodFrom: Day.nullable(),
    periodTo: Day.nullable(),
    reasons: z.string(),
    qualifierNote: z.string(),
    recordedAt: Moment.nullable(),
    authorRole: Role.nullable(),
    authorBody: z.string().nullable(),
    reviewerRole: Role.nullable(),
    reviewedAt: Moment.nullable(),
    wordingSha256: Sha256.nullable(),
    evidence: z.array(
      z.object({
        id: Id,
        kind: EvidenceKind,
        title: z.string(),
        citation: z.string(),
        originator: z.string(),
        pinpoint: z.string(),
        stance: Stance,
        confidentiality: Confidentiality,
        datedOn: Day.nullable(),
        isOutOfDate: z.boolean(),
      }),
    ),
    gaps: z.array(GapKind),
    /** Null where the element is given to nobody. */
    responsible: Responsible.nullable(),
  })
  .meta({ id: 'StatusRow' });
export type StatusRow = z.infer<typeof StatusRow>;

/** How confidential a document is: as the most confidential thing inside, and never less than internal, for judgements are the organisation's own until it publishes them. */
export const Classification = z.enum(['public', 'internal', 'restricted']);
export type Classification = z.infer<typeof Classification>;

/** The status report, third form: with who answers for each element, what is outstanding and the dates of the treaty. The same record gives the same bytes; `sha256` is over the canonical JSON of all else. */
export const StatusReport = z
  .object({
    schema: z.literal('urn:servanda:schema:status-report:3'),
    treaty: z.literal('opsc'),
    catalogueVersion: z.string(),
    catalogueSha256: Sha256,
    dossier: NamedDossier,
    /** Newest change that the report takes in. */
    dataCutOff: Moment.nullable(),
    /** The day against which dates of evidence were held. */
    on: Day,
    classification: Classification,
    /** Restricted evidence is left out of the rows and only counted here, unless it was asked for twice. */
    restrictedEvidenceLeftOut: z.number().int(),
    restrictedEvidenceIncluded: z.number().int(),
    coverage: z.object({
      overall: Lanes,
      byArticle: z.array(Lanes.extend({ article: z.number().int() })),
      bySection: z.array(Lanes.extend({ section: z.string() })),
    }),
    rows: z.array(StatusRow),
    /** Requests for evidence that are not settled, by the day on which they are due. */
    requests: z.array(OutstandingRequest),
    /** Dates of the treaty that are still to come, or whose date is set but has passed. */
    dates: z.array(TreatyDate),
    sha256: Sha256,
  })
  .meta({ id: 'StatusReport' });
export type StatusReport = z.infer<typeof StatusReport>;

const params = z.object({ id: Id });
const door = doorsOf('reports');
export const reports = {
  ...brief,
  ...composer,
  ...correlation,
  ...criminalisationReports,
  ...documents,
  ...houseStyle,
  ...runs,
  ...templates,
  ...statistics,
  ...workbook,
  statusJson: door('statusJson', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/status.json',
    summary: 'Status report as JSON',
    access: 'session',
    allows: allow.exporters,
    input: { params, query: LookBack },
    output: StatusReport,
    media: 'application/json; charset=utf-8',
    refusals: ['not_found', 'moment_unusable'],
  }),
  statusCsv: door('statusCsv', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/status.csv',
    summary: 'Status report as CSV, one row for each element; safe to open in a spreadsheet',
    access: 'session',
    allows: allow.exporters,
    input: { params, query: LookBack },
    output: z.string(),
    media: 'text/csv; charset=utf-8',
    refusals: ['not_found', 'moment_unusable'],
  }),
  statusXlsx: door('statusXlsx', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/status.xlsx',
    summary: 'Status report as a workbook: summary, elements, evidence and scales, in the language asked for; the same record gives the same bytes',
    access: 'session',
    allows: allow.exporters,
    input: { params, query: LookBack.extend({ lang: DocumentLanguage.default('en') }) },
    output: z.unknown(),
    media: documentTypes.xlsx,
    refusals: ['not_found', 'moment_unusable', 'wrong_state'],
  }),
  statusOscal: door('statusOscal', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/status.oscal.json',
    summary: 'Status report as OSCAL 1.2.1 assessment results, for compliance tools; the same record gives the same bytes',
    access: 'session',
    allows: allow.exporters,
    input: { params, query: LookBack },
    output: z.unknown(),
    media: 'application/json; charset=utf-8',
    refusals: ['not_found', 'moment_unusable', 'wrong_state'],
  }),
  statusSchema: door('statusSchema', {
    method: 'GET',
    path: '/api/schemas/status-report.json',
    summary: 'JSON Schema of the status report',
    access: 'public',
    output: z.unknown(),
    media: 'application/schema+json',
  }),
};
