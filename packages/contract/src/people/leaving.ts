// An organisation's whole data, to take along; and its deletion, with a period in which it can be taken back.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Line, May, Moment } from '../shapes.ts';

export const Leaving = z
  .object({
    organisation: z.object({ id: Id, name: z.string() }),
    /** Who asked for the deletion, and from when on it is carried out; null where nobody did. */
    asked: z.object({ by: z.object({ id: Id, name: z.string() }), at: Moment, due: Moment }).nullable(),
    /** How many days lie between asking and deletion. */
    graceDays: z.number().int(),
    may: z.object({ export: May, ask: May, takeBack: May }),
  })
  .meta({ id: 'Leaving' });
export type Leaving = z.infer<typeof Leaving>;

/** The name of the organisation, typed, so that nobody deletes another one than is meant. */
export const AskLeaving = z.object({ name: Line(200) }).meta({ id: 'AskLeaving' });

/** What the archive will hold. */
export const ExportContents = z
  .object({
    tables: z.array(z.object({ name: z.string(), rows: z.number().int() })),
    files: z.object({ count: z.number().int(), bytes: z.number().int() }),
  })
  .meta({ id: 'ExportContents' });
export type ExportContents = z.infer<typeof ExportContents>;

/** `sources` takes along, opened, the sources that I may read myself; the name of the organisation is typed with it, as a second word. */
export const ExportAsked = z.object({ sources: z.literal('mine').optional(), name: Line(200).optional() });

const door = doorsOf('people');
const lead = { ...allow.leads, fresh: true };
export const leaving = {
  leaving: door('leaving', {
    method: 'GET',
    path: '/api/organisation/leaving',
    summary: 'Whether my organisation is to be deleted, and when',
    access: 'session',
    allows: { ...allow.members, kinds: allow.leads.kinds },
    output: Leaving,
  }),
  askLeaving: door('askLeaving', {
    method: 'POST',
    path: '/api/organisation/leaving',
    summary: 'Ask for the deletion of my organisation with all it recorded; carried out after the period of grace, every member is told',
    access: 'session',
    allows: lead,
    input: { body: AskLeaving },
    output: Leaving,
    status: 201,
    refusals: ['already_exists', 'cross_site', 'unsupported_media_type'],
  }),
  takeBackLeaving: door('takeBackLeaving', {
    method: 'DELETE',
    path: '/api/organisation/leaving',
    summary: 'Take the deletion back; every member is told',
    access: 'session',
    allows: allow.leads,
    output: Leaving,
    refusals: ['wrong_state', 'cross_site'],
  }),
  exportContents: door('exportContents', {
    method: 'POST',
    path: '/api/organisation/export',
    summary: 'What the whole data of my organisation amount to: asks who I am, before the archive is fetched',
    access: 'session',
    allows: lead,
    output: ExportContents,
    refusals: ['cross_site'],
  }),
  exportOrganisation: door('exportOrganisation', {
    method: 'GET',
    path: '/api/organisation/export',
    summary:
      'The whole data of my organisation as a ZIP: every table as JSON lines and CSV, every file, a manifest with hashes; sources only where asked for twice',
    access: 'session',
    allows: lead,
    input: { query: ExportAsked },
    output: z.unknown(),
    media: 'application/zip',
    refusals: ['storage_full'],
  }),
};
