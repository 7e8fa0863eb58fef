// The statistical annex as it leaves the house: disaggregated figures, holes shown as holes, small counts withheld.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { NamedDossier } from '../dossiers/dossiers.ts';
import { Confidentiality, FigureBreakdown, FigureIndicator } from '../evidence/evidence.ts';
import { Day, ElementCode, Id, LookBack, Moment, Sha256 } from '../shapes.ts';

/** `withheld`: a small count, or one from which a small one could be computed · `not_recorded`: a hole. Only what is given has a value. */
export const AnnexCell = z.object({ state: z.enum(['given', 'withheld', 'not_recorded']), value: z.number().int().nullable() });
export type AnnexCell = z.infer<typeof AnnexCell>;
export const AnnexSeries = z
  .object({
    element: ElementCode,
    article: z.number().int(),
    citation: z.string(),
    title: z.string(),
    indicator: FigureIndicator,
    /** By year, the newest first; then the whole of the State and all ages before their parts. None: nothing is recorded. */
    rows: z.array(
      z.object({
        year: z.number().int(),
        region: z.string(),
        age: z.string(),
        girls: AnnexCell,
        boys: AnnexCell,
        other: AnnexCell,
        all: AnnexCell,
        source: Id,
      }),
    ),
    /** Breakdowns that the guidelines ask for and that no figure of the series has. */
    lacks: z.array(FigureBreakdown),
    /** Further sources that give figures for a year of it: one source speaks for each year, the one recorded last. */
    otherSources: z.number().int(),
  })
  .meta({ id: 'AnnexSeries' });
export type AnnexSeries = z.infer<typeof AnnexSeries>;

/** The same record gives the same bytes; `sha256` is over the canonical JSON of all else. */
export const StatisticalAnnex = z
  .object({
    schema: z.literal('urn:servanda:schema:statistical-annex:1'),
    treaty: z.literal('opsc'),
    catalogueVersion: z.string(),
    catalogueSha256: Sha256,
    dossier: NamedDossier,
    dataCutOff: Moment.nullable(),
    on: Day,
    classification: z.enum(['internal', 'restricted']),
    restrictedEvidenceLeftOut: z.number().int(),
    counts: z.object({ series: z.number().int(), recorded: z.number().int(), holes: z.number().int(), given: z.number().int(), withheld: z.number().int() }),
    series: z.array(AnnexSeries),
    sources: z.array(
      z.object({ id: Id, title: z.string(), citation: z.string(), originator: z.string(), confidentiality: Confidentiality, datedOn: Day.nullable() }),
    ),
    sha256: Sha256,
  })
  .meta({ id: 'StatisticalAnnex' });
export type StatisticalAnnex = z.infer<typeof StatisticalAnnex>;

const door = doorsOf('reports');
export const statistics = {
  statisticsJson: door('statisticsJson', {
    method: 'GET',
    path: '/api/dossiers/{id}/reports/statistics.json',
    summary: 'Statistical annex as JSON: counts from 1 to 4 are withheld, with as many others as it takes that none can be computed',
    access: 'session',
    allows: allow.exporters,
    input: { params: z.object({ id: Id }), query: LookBack },
    output: StatisticalAnnex,
    media: 'application/json; charset=utf-8',
    refusals: ['not_found', 'moment_unusable'],
  }),
};
