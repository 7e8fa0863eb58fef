// Reports as documents to send: the same facts as their JSON, in one of the six languages of the United Nations.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { documentTypes } from '../evidence/files.ts';
import { Id, LookBack } from '../shapes.ts';

export const DocumentLanguage = z.enum(['en', 'fr', 'es', 'ar', 'zh', 'ru']);
export type DocumentLanguage = z.infer<typeof DocumentLanguage>;
/** `html`: one file for print and archive, without script and without anything fetched. */
export const DocumentFormat = z.enum(['pdf', 'docx', 'html']);
export type DocumentFormat = z.infer<typeof DocumentFormat>;
/** `briefing`: two pages for a minister. */
export const DocumentKind = z.enum(['status', 'briefing', 'gaps', 'correlation', 'statistics', 'criminalisation']);
export type DocumentKind = z.infer<typeof DocumentKind>;
export const documentMedia: Record<DocumentFormat, string> = {
  pdf: documentTypes.pdf,
  docx: documentTypes.docx,
  html: 'text/html; charset=utf-8',
};

/** `restricted=include` takes in the restricted pieces cited; each must stand open to the asker (`POST …/openings`). `draft` marks every page. */
export const DocumentQuery = LookBack.extend({
  lang: DocumentLanguage.default('en'),
  draft: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false),
  restricted: z.literal('include').optional(),
});
const params = z.object({ id: Id });
/** `wrong_state`: somebody has stopped it while it was waited for. */
const refusals = ['not_found', 'moment_unusable', 'purpose_required', 'wrong_state'] as const;
const door = doorsOf('reports');
const given = { method: 'GET', access: 'session', allows: allow.exporters, output: z.unknown(), refusals } as const;

export const documents = {
  statusPdf: door('statusPdf', {
    ...given,
    path: '/api/dossiers/{id}/reports/status.pdf',
    summary: 'Status report as PDF/UA-1, tagged, in the language asked for; the same record gives the same bytes',
    input: { params, query: DocumentQuery },
    media: documentMedia.pdf,
  }),
  statusDocx: door('statusDocx', {
    ...given,
    path: '/api/dossiers/{id}/reports/status.docx',
    summary: 'Status report as a Word document with styles and contents, in the language asked for; the same record gives the same bytes',
    input: { params, query: DocumentQuery },
    media: documentMedia.docx,
  }),
  document: door('document', {
    ...given,
    path: '/api/dossiers/{id}/reports/{kind}.{format}',
    summary:
      'Status report, briefing of two pages, gap list, correlation table, statistical annex or criminalisation matrix as PDF/UA-1, Word document or self-contained HTML',
    input: { params: z.object({ id: Id, kind: DocumentKind, format: DocumentFormat }), query: DocumentQuery },
    media: 'application/octet-stream',
  }),
};
