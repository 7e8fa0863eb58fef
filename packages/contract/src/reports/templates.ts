// Templates of an organisation: Word documents with named placeholders, checked when they come and filled from the status report. Data, never code.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { ofAFile } from '../evidence/files.ts';
import { Id, Line, LookBack, May, Moment, Sha256 } from '../shapes.ts';
import { DocumentLanguage, documentMedia } from './documents.ts';

export * from './template-fields.ts';

/** Bytes of one template, and how many an organisation may have at a time. */
export const largestTemplate = 2 * 1024 * 1024;
export const mostTemplates = 50;

/** Where in the document: its body, or what stands around every page of it. */
export const TemplatePart = z.enum(['file', 'body', 'header', 'footer', 'notes']);
export type TemplatePart = z.infer<typeof TemplatePart>;
export const TemplateFaultCode = z.enum([
  // Of the file: larger or longer than one may be · cannot be read as Word writes it · holds a part that is a file, a program or a picture of another kind.
  ...(['too_large', 'unreadable', 'foreign_part'] as const),
  // Leads or fetches from outside · a field of Word that is not on the list of harmless ones · a placeholder within such a field.
  ...(['external_link', 'field_code', 'in_field_code'] as const),
  // A placeholder where none is filled.
  'not_filled',
  // A placeholder that is not closed in its paragraph, or not opened · one that nobody knows · one that would bring in markup, or another spelling of placeholders.
  ...(['unclosed', 'unopened', 'unknown', 'raw_markup', 'delimiters'] as const),
  // A list in a header or footer · one that is not closed, not opened, or closed across another · within a list in which there is none such · begun and ended in different cells or paragraphs that do not go together.
  ...(['list_around_page', 'list_unclosed', 'list_unopened', 'list_crossed', 'list_misplaced', 'list_split'] as const),
  // A value outside the list that it belongs to · a list named as a value · a value named as a list.
  ...(['outside_list', 'list_as_value', 'value_as_list'] as const),
  // No placeholder at all · nowhere does it say how confidential it is.
  ...(['no_placeholder', 'no_confidentiality'] as const),
]);
export type TemplateFaultCode = z.infer<typeof TemplateFaultCode>;

export const TemplateFault = z
  .object({
    code: TemplateFaultCode,
    part: TemplatePart,
    /** As the program that saved it broke the pages; null where the part has none. */
    page: z.number().int().nullable(),
    /** Counted from the beginning of its part, those of tables too. */
    paragraph: z.number().int().nullable(),
    /** The placeholder, field or part as the template has it. */
    field: z.string(),
    /** The beginning of its paragraph. */
    near: z.string(),
  })
  .meta({ id: 'TemplateFault' });
export type TemplateFault = z.infer<typeof TemplateFault>;

export const TemplateCheck = z
  .object({
    name: z.string(),
    sha256: Sha256,
    isUsable: z.boolean(),
    /** At most a hundred. */
    faults: z.array(TemplateFault),
    /** The placeholders found, each with how often. */
    found: z.array(z.object({ field: z.string(), times: z.number().int() })),
  })
  .meta({ id: 'TemplateCheck' });
export type TemplateCheck = z.infer<typeof TemplateCheck>;

export const ReportTemplate = z
  .object({
    id: Id,
    name: z.string(),
    fileName: z.string(),
    sha256: Sha256,
    sizeBytes: z.number().int(),
    addedBy: z.string(),
    addedAt: Moment,
    may: z.object({ withdraw: May }),
  })
  .meta({ id: 'ReportTemplate' });
export type ReportTemplate = z.infer<typeof ReportTemplate>;

const door = doorsOf('reports');
const params = z.object({ template: Id });
const docx = documentMedia.docx;

export const templates = {
  templates: door('templates', {
    method: 'GET',
    path: '/api/templates',
    summary: 'The templates of my organisation, by name; at most fifty',
    access: 'session',
    allows: allow.exporters,
    output: z.object({ items: z.array(ReportTemplate), may: z.object({ add: May }) }),
  }),
  checkTemplate: door('checkTemplate', {
    method: 'POST',
    path: '/api/templates/check',
    summary: 'What is wrong in a template (multipart field `file`, DOCX), by page, paragraph and field; keeps nothing',
    access: 'session',
    allows: allow.leads,
    output: TemplateCheck,
    accepts: 'multipart/form-data',
    refusals: ['cross_site', ...ofAFile],
  }),
  addTemplate: door('addTemplate', {
    method: 'POST',
    path: '/api/templates',
    summary: 'Keep a template (multipart field `file`, DOCX) in which nothing is wrong, without what it tells beside its content',
    repeats: true,
    access: 'session',
    allows: allow.leads,
    input: { query: z.object({ name: Line(120).optional() }) },
    output: ReportTemplate,
    status: 201,
    accepts: 'multipart/form-data',
    refusals: ['cross_site', 'already_exists', 'wrong_state', ...ofAFile],
  }),
  templateFile: door('templateFile', {
    method: 'GET',
    path: '/api/templates/{template}/file',
    summary: 'A template as it is kept, to go on writing in',
    access: 'session',
    allows: allow.exporters,
    input: { params },
    output: z.unknown(),
    media: docx,
    refusals: ['not_found'],
  }),
  withdrawTemplate: door('withdrawTemplate', {
    method: 'POST',
    path: '/api/templates/{template}/withdraw',
    summary: 'Take a template out of use',
    access: 'session',
    allows: allow.leads,
    input: { params },
    output: z.null(),
    status: 204,
    refusals: ['not_found', 'cross_site'],
  }),
  starterTemplate: door('starterTemplate', {
    method: 'GET',
    path: '/api/templates/starter.docx',
    summary: 'A template to begin with: it uses the placeholders, and can be written in',
    access: 'session',
    allows: allow.exporters,
    input: { query: z.object({ lang: DocumentLanguage.default('en') }) },
    output: z.unknown(),
    media: docx,
  }),
  fromTemplate: door('fromTemplate', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/from-template/{template}',
    summary:
      'The status report in a template of my organisation, as a Word document; restricted evidence is left out, and the same record gives the same bytes',
    access: 'session',
    allows: allow.exporters,
    input: {
      params: z.object({ id: Id, template: Id }),
      query: LookBack.extend({ lang: DocumentLanguage.default('en'), draft: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false) }),
    },
    output: z.unknown(),
    media: docx,
    refusals: ['not_found', 'moment_unusable'],
  }),
};
