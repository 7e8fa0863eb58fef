// The correlation table as it leaves the house.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Correlation, CorrelationQuery } from '../evidence/evidence.ts';
import { Id, Sha256 } from '../shapes.ts';

/** The same record gives the same bytes; `sha256` is over the canonical JSON of all else. Provisions of restricted laws are left out and counted. */
export const CorrelationReport = Correlation.extend({
  schema: z.literal('urn:servanda:schema:correlation-table:1'),
  treaty: z.literal('opsc'),
  catalogueVersion: z.string(),
  catalogueSha256: Sha256,
  restrictedProvisionsLeftOut: z.number().int(),
  sha256: Sha256,
}).meta({ id: 'CorrelationReport' });
export type CorrelationReport = z.infer<typeof CorrelationReport>;

const params = z.object({ id: Id });
const door = doorsOf('reports');
export const correlation = {
  correlationJson: door('correlationJson', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/correlation.json',
    summary: 'Correlation table as JSON',
    access: 'session',
    allows: allow.exporters,
    input: { params, query: CorrelationQuery },
    output: CorrelationReport,
    media: 'application/json; charset=utf-8',
    refusals: ['not_found', 'moment_unusable'],
  }),
  correlationCsv: door('correlationCsv', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/correlation.csv',
    summary: 'Correlation table as CSV, one row for each element and provision, holes included; safe to open in a spreadsheet',
    access: 'session',
    allows: allow.exporters,
    input: { params, query: CorrelationQuery },
    output: z.string(),
    media: 'text/csv; charset=utf-8',
    refusals: ['not_found', 'moment_unusable'],
  }),
};
