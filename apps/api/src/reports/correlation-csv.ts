import type { CorrelationReport, KeptPenalty } from '@servanda/contract';
import { type CsvValue, csvOf } from '../platform/tables/write-csv.ts';

type Row = CorrelationReport['items'][number];
type Provision = Row['provisions'][number];

/** A range as a machine and a person can read it: `years 8-15`, `fine -20000 ARD`, `years 10-life`. */
export const penaltyText = ({ unit, minimum, maximum, currency, toLife, note }: KeptPenalty): string => {
  const range = minimum === null && maximum === null && !toLife ? '' : `${minimum ?? ''}-${toLife ? 'life' : (maximum ?? '')}`;
  return [unit, range, currency ?? '', note && `(${note})`].filter((part) => part !== '').join(' ');
};

const columns: [name: string, value: (row: Row, provision: Provision | undefined, report: CorrelationReport) => CsvValue][] = [
  ['element', (r) => r.element],
  ['obligation', (r) => r.obligation],
  ['treaty_article', (r) => r.article],
  ['citation', (r) => r.citation],
  ['element_title', (r) => r.title],
  ['element_wording', (r) => r.wording],
  ['applies', (r) => r.applies],
  ['ground', (r) => r.ground],
  ['is_hole', (r) => r.applies && r.provisions.length === 0],
  ['law', (_, p) => p?.law.title],
  ['law_citation', (_, p) => p?.law.citation],
  ['national_article', (_, p) => p?.article],
  ['national_title', (_, p) => p?.title],
  ['in_force_from', (_, p) => p?.inForceFrom],
  ['in_force_to', (_, p) => p?.inForceTo],
  ['penalties', (_, p) => p?.penalties.map(penaltyText).join('\n')],
  ['text', (_, p) => p?.text],
  ['wording', (_, p) => p?.wording],
  ['amended_from', (_, p) => p?.amendedFrom],
  ['provisions_not_in_force', (r) => r.notInForce],
  // Facts of the document stand in every row, so that one row alone can be traced.
  ['on', (_, __, d) => d.on],
  ['state', (_, __, d) => d.dossier.iso3],
  ['dossier', (_, __, d) => d.dossier.title],
  ['organisation', (_, __, d) => d.dossier.organisation],
  ['restricted_provisions_left_out', (_, __, d) => d.restrictedProvisionsLeftOut],
  ['catalogue_version', (_, __, d) => d.catalogueVersion],
  ['report_sha256', (_, __, d) => d.sha256],
];

/** One head row and one for each element and provision, an element without any included. */
export const correlationCsv = (report: CorrelationReport): string =>
  csvOf([
    columns.map(([name]) => name),
    ...report.items.flatMap((row) =>
      (row.provisions.length ? row.provisions : [undefined]).map((provision) => columns.map(([, value]) => value(row, provision, report))),
    ),
  ]);
