// The doors of the composer.
import * as z from 'zod';
import { allow, doorsOf } from '../../door.ts';
import { Id, Version } from '../../shapes.ts';
import { documentMedia } from '../documents.ts';
import {
  AddParagraph,
  CommentParagraph,
  FreezeReport,
  ParagraphHistory,
  PlaceParagraph,
  ReportComment,
  ReportHead,
  ReportIssue,
  ReportLanguage,
  ReportParagraph,
  ReviseReport,
  StartReport,
  WorkingReport,
  WriteParagraph,
} from './shapes.ts';

/** The query of the documents of a composed report: which one (by default the newest), as it stands or as issued. */
export const ComposedQuery = z.object({
  lang: ReportLanguage.default('en'),
  report: Id.optional(),
  issue: z.coerce.number().pipe(Version).optional(),
});

const params = z.object({ id: Id });
const ofReport = params.extend({ report: Id });
const ofParagraph = ofReport.extend({ paragraph: Id });
const writing = ['not_found', 'forbidden', 'cross_site', 'unsupported_media_type'] as const;
const document = {
  method: 'GET',
  access: 'session',
  allows: allow.exporters,
  input: { params, query: ComposedQuery },
  output: z.unknown(),
  /** `wrong_state`: somebody has stopped it while it was waited for. */
  refusals: ['not_found', 'wrong_state'],
} as const;
const door = doorsOf('reports');
export const composer = {
  composed: door('composed', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports',
    summary: 'Reports that are composed of a dossier, the newest first',
    access: 'session',
    allows: allow.readers,
    input: { params },
    output: z.object({ items: z.array(ReportHead), total: z.number().int() }),
    refusals: ['not_found'],
  }),
  startReport: door('startReport', {
    method: 'POST',
    path: '/api/dossiers/{id}/reports',
    summary: 'Start a report: a paragraph for each element is drafted from what is accepted in the record',
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: { params, body: StartReport },
    output: ReportHead,
    status: 201,
    refusals: writing,
  }),
  working: door('working', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/{report}',
    summary: 'The working copy of a report, held against the record of now',
    access: 'session',
    allows: allow.readers,
    input: { params: ofReport },
    output: WorkingReport,
    refusals: ['not_found'],
  }),
  reviseReport: door('reviseReport', {
    method: 'PUT',
    path: '/api/dossiers/{id}/reports/{report}',
    summary: 'Change the title, the limit of words, or the sections and their order; a section that holds paragraphs stays',
    access: 'session',
    allows: allow.writers,
    input: { params: ofReport, body: ReviseReport },
    output: ReportHead,
    refusals: [...writing, 'stale_version'],
  }),
  addParagraph: door('addParagraph', {
    method: 'POST',
    path: '/api/dossiers/{id}/reports/{report}/paragraphs',
    summary: "Add a paragraph of one's own",
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: { params: ofReport, body: AddParagraph },
    output: ReportParagraph,
    status: 201,
    refusals: writing,
  }),
  history: door('history', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/{report}/paragraphs/{paragraph}',
    summary: 'What the record said and says of a paragraph, its versions and its comments',
    access: 'session',
    allows: allow.readers,
    input: {
      params: ofParagraph,
      query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30), offset: z.coerce.number().int().min(0).max(100_000).default(0) }),
    },
    output: ParagraphHistory,
    refusals: ['not_found'],
  }),
  writeParagraph: door('writeParagraph', {
    method: 'PUT',
    path: '/api/dossiers/{id}/reports/{report}/paragraphs/{paragraph}/text',
    summary: 'Write a paragraph; a stale version is refused with the text that stands',
    access: 'session',
    allows: allow.writers,
    input: { params: ofParagraph, body: WriteParagraph },
    output: ReportParagraph,
    refusals: [...writing, 'stale_version'],
  }),
  placeParagraph: door('placeParagraph', {
    method: 'PUT',
    path: '/api/dossiers/{id}/reports/{report}/paragraphs/{paragraph}/place',
    summary: 'Move a paragraph, include it or leave it out, agree on its text, or give it to somebody',
    access: 'session',
    allows: allow.writers,
    input: { params: ofParagraph, body: PlaceParagraph },
    output: ReportParagraph,
    refusals: [...writing, 'stale_version'],
  }),
  commentParagraph: door('commentParagraph', {
    method: 'POST',
    path: '/api/dossiers/{id}/reports/{report}/paragraphs/{paragraph}/comments',
    summary: 'Say something of a paragraph, or settle what was said',
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: { params: ofParagraph, body: CommentParagraph },
    output: ReportComment,
    status: 201,
    refusals: [...writing, 'wrong_state'],
  }),
  freeze: door('freeze', {
    method: 'POST',
    path: '/api/dossiers/{id}/reports/{report}/issues',
    summary: 'Freeze the working copy to a numbered issue with its hash; what is changed later makes a new one',
    repeats: true,
    access: 'session',
    allows: allow.reviewers,
    input: { params: ofReport, body: FreezeReport },
    output: ReportIssue,
    status: 201,
    refusals: [...writing, 'stale_version', 'wrong_state'],
  }),
  issue: door('issue', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/{report}/issues/{number}',
    summary: 'An issue as it was frozen; `sha256` is over the canonical JSON of its content',
    access: 'session',
    allows: allow.exporters,
    input: { params: ofReport.extend({ number: z.coerce.number().pipe(Version) }) },
    output: ReportIssue,
    refusals: ['not_found'],
  }),
  article12Pdf: door('article12Pdf', {
    ...document,
    path: '/api/dossiers/{id}/reports/article-12.pdf',
    summary:
      'Report under article 12 as PDF/UA-1: as last issued in the language, else as it stands, else drafted from the record; `report` and `issue` name another',
    media: documentMedia.pdf,
  }),
  article12Docx: door('article12Docx', {
    ...document,
    path: '/api/dossiers/{id}/reports/article-12.docx',
    summary: 'The same as a Word document with styles, footnotes and contents',
    media: documentMedia.docx,
  }),
};
