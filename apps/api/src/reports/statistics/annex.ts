// The statistical annex: what is recorded, made fit to leave the house. Pure.
import { canonicalJson, catalogue, sha256 } from '@servanda/catalogue';
import {
  type AnnexCell,
  type AnnexSeries,
  type FigureRow,
  type FigureSex,
  figureBreakdowns,
  figureSeries,
  figureSexes,
  StatisticalAnnex,
} from '@servanda/contract';
import { cellOf, cellsOf, sumsOf, tableOf } from '../../evidence/figures/figures.rules.ts';
import { withheld } from '../../platform/figures/small-counts.rules.ts';

/** What is read of the record; sources with the figures recorded last come first. */
export interface AnnexRead {
  head: StatisticalAnnex['dossier'];
  sources: (StatisticalAnnex['sources'][number] & { rows: FigureRow[] })[];
  restricted: number;
  elements: Record<string, Pick<AnnexSeries, 'citation' | 'title' | 'article'>>;
  cutOff: string | null;
}
type Row = AnnexSeries['rows'][number];

const first = (a: string, b: string) => Number(a !== '') - Number(b !== '') || a.localeCompare(b, 'en', { numeric: true });
const inOrder = (a: Row, b: Row) => b.year - a.year || first(a.region, b.region) || first(a.age, b.age);

export function statisticalAnnex({ head, sources, restricted, elements, cutOff }: AnnexRead, on: string, isRestrictedIn: boolean): StatisticalAnnex {
  const series = figureSeries.map((one): AnnexSeries => {
    const tables = sources.flatMap(({ id, rows }) => {
      const ofSeries = rows.filter((row) => row.element === one.element && row.indicator === one.indicator);
      return [...Map.groupBy(ofSeries, tableOf)].map(([table, of]) => ({ id, table, rows: of }));
    });
    // One source speaks for a year: two tables of the same facts would tell each other's withheld cells.
    const spoken = tables.filter(({ table }, at) => tables.findIndex((other) => other.table === table) === at);
    const rows = spoken.flatMap(({ id, rows: of }) => shown(id, of)).sort(inOrder);
    const { citation, title, article } = elements[one.element] ?? { citation: one.element, title: '', article: 0 };
    return {
      element: one.element,
      article,
      citation,
      title,
      indicator: one.indicator,
      rows,
      lacks: lacking(one.indicator, rows),
      otherSources: tables.length - spoken.length,
    };
  });
  const cells = series.flatMap(({ rows }) => rows.flatMap((row) => [...figureSexes, 'all' as const].map((sex) => row[sex].state)));
  const recorded = series.filter(({ rows }) => rows.length > 0).length;
  const used = new Set(series.flatMap(({ rows }) => rows.map(({ source }) => source)));
  const kept = sources.filter(({ id }) => used.has(id)).map(({ rows: _, ...source }) => source);
  const content = {
    ...{ schema: 'urn:servanda:schema:statistical-annex:1' as const, treaty: 'opsc' as const },
    ...{ catalogueVersion: catalogue.version, catalogueSha256: catalogue.sha256, dossier: head, dataCutOff: cutOff, on },
    classification: kept.some(({ confidentiality }) => confidentiality === 'restricted') ? ('restricted' as const) : ('internal' as const),
    restrictedEvidenceLeftOut: isRestrictedIn ? 0 : restricted,
    counts: {
      ...{ series: series.length, recorded, holes: series.length - recorded },
      ...{ given: cells.filter((state) => state === 'given').length, withheld: cells.filter((state) => state === 'withheld').length },
    },
    ...{ series, sources: kept },
  };
  return StatisticalAnnex.parse({ ...content, sha256: sha256(canonicalJson(content)) });
}

/** The rows of one table as they may be shown. */
function shown(source: string, rows: FigureRow[]): Row[] {
  const hidden = withheld(cellsOf(rows), sumsOf(rows));
  return rows.map((row) => {
    const cell = (sex: FigureSex): AnnexCell =>
      row[sex] === null
        ? { state: 'not_recorded', value: null }
        : hidden.has(cellOf(row, sex))
          ? { state: 'withheld', value: null }
          : { state: 'given', value: row[sex] };
    const { year, region, age } = row;
    return { year, region, age, girls: cell('girls'), boys: cell('boys'), other: cell('other'), all: cell('all'), source };
  });
}

function lacking(indicator: AnnexSeries['indicator'], rows: Row[]): AnnexSeries['lacks'] {
  if (rows.length === 0) return [];
  const has = {
    sex: rows.some((row) => figureSexes.some((sex) => row[sex].state !== 'not_recorded')),
    age: rows.some(({ age }) => age !== ''),
    region: rows.some(({ region }) => region !== ''),
  };
  return figureBreakdowns[indicator].filter((by) => !has[by]);
}
