import * as z from 'zod';
import { doorsOf } from '../door.ts';
import { Day, Iso3, Sha256 } from '../shapes.ts';

const Span = z.object({ start: z.number().int(), end: z.number().int() });

export const Treaty = z
  .object({
    code: z.literal('opsc'),
    title: z.string(),
    shortTitle: z.string(),
    symbol: z.string(),
    adoptedOn: Day,
    inForceOn: Day,
    language: z.string(),
    source: z.string(),
    sourceSha256: Sha256,
    catalogueVersion: z.string(),
    catalogueSha256: Sha256,
    counts: z.object({ shall: z.number().int(), obligations: z.number().int(), elements: z.number().int() }),
  })
  .meta({ id: 'Treaty' });
export type Treaty = z.infer<typeof Treaty>;

/** A run of a provision's text and what it is to the register. */
export const Segment = z
  .object({
    text: z.string(),
    role: z.enum(['plain', 'obligation', 'element', 'note', 'optional', 'definition']),
    obligation: z.string().nullable(),
    elements: z.array(z.string()),
    ref: z.string().nullable(),
  })
  .meta({ id: 'Segment' });

export const Provision = z
  .object({
    code: z.string(),
    parent: z.string().nullable(),
    kind: z.enum(['preamble', 'recital', 'article', 'paragraph', 'point', 'subpoint', 'item']),
    article: z.number().int(),
    label: z.string(),
    citation: z.string(),
    text: z.string(),
    spans: z.array(Span),
    segments: z.array(Segment),
  })
  .meta({ id: 'Provision' });
export type Provision = z.infer<typeof Provision>;

/** A date, how it was found, and both values where a printed one overrides the computed one. */
export const CalendarDate = z
  .object({
    on: z.string().nullable().meta({ description: 'What holds: YYYY-MM-DD, or YYYY where the source prints a year only' }),
    computedOn: Day.nullable(),
    override: z.object({ on: z.string(), source: z.string() }).nullable(),
    rule: z.string().meta({ description: 'The provision it follows from, such as Article 14(2), or why there is none' }),
  })
  .meta({ id: 'CalendarDate' });
export type CalendarDate = z.infer<typeof CalendarDate>;

const StateFacts = {
  iso3: Iso3,
  name: z.string(),
  status: z.enum(['party', 'signatory']),
  type: z.enum(['ratification', 'accession', 'succession']).nullable(),
  signedOn: Day.nullable(),
  depositedOn: Day.nullable(),
  isCrcParty: z.boolean(),
  hasReservationOrDeclaration: z.boolean(),
  isInvented: z.boolean().meta({ description: 'True for the States of the demonstration world' }),
  entryIntoForceOn: Day.nullable(),
  initialReportDueOn: z.string().nullable().meta({ description: 'The date that holds: printed if there is one, else computed' }),
};
export const StateSummary = z.object(StateFacts).meta({ id: 'StateSummary' });
export type StateSummary = z.infer<typeof StateSummary>;

export const State = z
  .object({
    ...StateFacts,
    note: z.string().nullable(),
    source: z.string(),
    sourceLine: z.number().int().nullable(),
    calendar: z.object({
      entryIntoForce: CalendarDate,
      initialReport: CalendarDate,
      next: z.object({
        kind: z.enum(['in-crc-report', 'every-five-years', 'none', 'not-computed']),
        on: z.string().nullable(),
        rule: z.string(),
        override: z.object({ on: z.string(), source: z.string() }).nullable(),
      }),
    }),
    reservations: z.array(z.object({ provision: z.string(), kind: z.string(), summary: z.string(), source: z.string() })),
  })
  .meta({ id: 'State' });
export type State = z.infer<typeof State>;

const door = doorsOf('treaties');
export const treaties = {
  treaty: door('treaty', { method: 'GET', path: '/api/treaties/opsc', summary: 'The treaty and its catalogue version', access: 'public', output: Treaty }),
  provisions: door('provisions', {
    method: 'GET',
    path: '/api/treaties/opsc/provisions',
    summary: 'Preamble and Articles 1–17 as a tree with spans into the source',
    access: 'public',
    output: z.object({ catalogueVersion: z.string(), items: z.array(Provision) }),
  }),
  source: door('source', {
    method: 'GET',
    path: '/api/treaties/opsc/source.txt',
    summary: 'The treaty text exactly as received',
    access: 'public',
    output: z.string(),
    media: 'text/plain; charset=utf-8',
  }),
  states: door('states', {
    method: 'GET',
    path: '/api/states',
    summary: 'Every State that is a party or signatory',
    access: 'public',
    output: z.object({ items: z.array(StateSummary), total: z.number().int() }),
  }),
  state: door('state', {
    method: 'GET',
    path: '/api/states/{iso3}',
    summary: 'One State: dates, calendar, reservations on record',
    access: 'public',
    input: { params: z.object({ iso3: Iso3 }) },
    output: State,
    refusals: ['not_found'],
  }),
};
