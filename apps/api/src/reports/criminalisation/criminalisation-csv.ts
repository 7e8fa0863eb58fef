import type { CriminalisationReport } from '@servanda/contract';
import { type CsvValue, csvOf } from '../../platform/tables/write-csv.ts';

type Act = CriminalisationReport['acts'][number];
type Column = CriminalisationReport['columns'][number];
interface Told {
  act: Act;
  column: Column;
  cell: Act['cells'][number];
  /** What the row says from which the value comes. */
  set: CriminalisationReport['set'][number] | undefined;
}
const columns: [name: string, value: (told: Told, report: CriminalisationReport) => CsvValue][] = [
  ['act', ({ act }) => act.code],
  ['act_words', ({ act }) => act.act],
  ['object', ({ act }) => act.object],
  ['element', ({ act }) => act.element],
  ['citation', ({ act }) => act.citation],
  ['column', ({ column }) => column.code],
  ['column_title', ({ column }) => column.title],
  ['column_citation', ({ column }) => column.citation],
  ['force', ({ column }) => column.force],
  ['value', ({ cell }) => cell.value],
  ['set_for', ({ cell }) => cell.from],
  ['source', ({ set }) => set?.source],
  ['source_withdrawn', ({ set }) => set?.isWithdrawn],
  ['source_restricted', ({ set }) => set?.isRestricted],
  // Facts of the document stand in every row, so that one row alone can be traced.
  ['on', (_, d) => d.on],
  ['state', (_, d) => d.dossier.iso3],
  ['dossier', (_, d) => d.dossier.title],
  ['organisation', (_, d) => d.dossier.organisation],
  ['catalogue_version', (_, d) => d.catalogueVersion],
  ['report_sha256', (_, d) => d.sha256],
];

/** One head row and one for each act and column. */
export function criminalisationCsv(report: CriminalisationReport): string {
  const set = new Map(report.set.map((one) => [`${one.row} ${one.column}`, one]));
  const told = report.acts.flatMap((act) =>
    report.columns.flatMap((column, at): Told[] => {
      const cell = act.cells[at];
      return cell ? [{ act, column, cell, set: cell.from === null ? undefined : set.get(`${cell.from} ${column.code}`) }] : [];
    }),
  );
  return csvOf([columns.map(([name]) => name), ...told.map((one) => columns.map(([, value]) => value(one, report)))]);
}
