// The status report as a document to send: the same facts as its JSON, in a language.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, LookBack } from '../shapes.ts';

export const DocumentLanguage = z.enum(['en', 'fr', 'ar']);
export type DocumentLanguage = z.infer<typeof DocumentLanguage>;

const input = { params: z.object({ id: Id }), query: LookBack.extend({ lang: DocumentLanguage.default('en') }) };
const door = doorsOf('reports');
export const documents = {
  statusPdf: door('statusPdf', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/status.pdf',
    summary: 'Status report as PDF/UA-1, tagged, in the language asked for; the same record gives the same bytes',
    access: 'session',
    allows: allow.exporters,
    input,
    output: z.unknown(),
    media: 'application/pdf',
    refusals: ['not_found', 'moment_unusable'],
  }),
  statusDocx: door('statusDocx', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/status.docx',
    summary: 'Status report as a Word document with styles and contents, in the language asked for; the same record gives the same bytes',
    access: 'session',
    allows: allow.exporters,
    input,
    output: z.unknown(),
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    refusals: ['not_found', 'moment_unusable'],
  }),
};
