// The criminalisation matrix as it leaves the house.
import * as z from 'zod';
import { Criminalisation, CriminalisationValue } from '../assessments/criminalisation.ts';
import { allow, doorsOf } from '../door.ts';
import { DossierKind } from '../dossiers/dossiers.ts';
import { Day, Id, LookBack, Sha256 } from '../shapes.ts';

/** The same record gives the same bytes; `sha256` is over the canonical JSON of all else. Persons are not named. */
export const CriminalisationReport = z
  .object({
    schema: z.literal('urn:servanda:schema:criminalisation-matrix:1'),
    treaty: z.literal('opsc'),
    catalogueVersion: z.string(),
    catalogueSha256: Sha256,
    dossier: z.object({ id: Id, title: z.string(), kind: DossierKind, iso3: z.string(), stateName: z.string(), organisation: z.string() }),
    /** The day of the record. */
    on: Day,
    /** How often the matrix had been filled in. */
    version: z.number().int(),
    columns: Criminalisation.shape.columns,
    groups: Criminalisation.shape.groups,
    acts: Criminalisation.shape.acts,
    /** What was set, row by row, and where it was read: a law with its article, a piece with the place in it, or words. Empty: no source is named, or it is restricted. */
    set: z.array(
      z.object({
        row: z.string(),
        column: z.string(),
        value: CriminalisationValue,
        source: z.string(),
        isWithdrawn: z.boolean(),
        isRestricted: z.boolean(),
      }),
    ),
    elements: Criminalisation.shape.elements,
    /** Sources in restricted pieces are left out of the cells and only counted here, unless they were asked for twice. */
    restrictedSourcesLeftOut: z.number().int(),
    sha256: Sha256,
  })
  .meta({ id: 'CriminalisationReport' });
export type CriminalisationReport = z.infer<typeof CriminalisationReport>;

const given = {
  method: 'GET',
  access: 'session',
  allows: allow.exporters,
  input: { params: z.object({ id: Id }), query: LookBack },
  refusals: ['not_found', 'moment_unusable'],
} as const;
const door = doorsOf('reports');
export const criminalisationReports = {
  criminalisationJson: door('criminalisationJson', {
    ...given,
    path: '/api/dossiers/{id}/reports/criminalisation.json',
    summary: 'Criminalisation matrix as JSON',
    output: CriminalisationReport,
    media: 'application/json; charset=utf-8',
  }),
  criminalisationCsv: door('criminalisationCsv', {
    ...given,
    path: '/api/dossiers/{id}/reports/criminalisation.csv',
    summary: 'Criminalisation matrix as CSV, one row for each act and column, silent ones included; safe to open in a spreadsheet',
    output: z.string(),
    media: 'text/csv; charset=utf-8',
  }),
};
