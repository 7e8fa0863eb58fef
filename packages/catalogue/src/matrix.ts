import { readCsv, readJson } from './data-files.ts';
import { CatalogueError } from './errors.ts';
import type { CriminalisationAct, CriminalisationColumn, CriminalisationGroup } from './matrix-types.ts';
import type { Element } from './types.ts';

/** `3 (1) (a) (i) a.` is element `3.1.a.i.a`, cited `Article 3(1)(a)(i)a`. */
const codeOf = (printed: string): string => (printed.match(/[a-z\d]+/g) ?? []).join('.');
const citationOf = (printed: string): string => `Article ${printed.replaceAll(' (', '(').replace(/ (\w)\.$/, '$1')}`;

/** The 22 acts of Article 3(1): the rows of the criminalisation matrix. */
export const readActs = (): CriminalisationAct[] =>
  readCsv('criminalisation-acts.csv').map((row) => ({
    code: row['row_id']!,
    element: codeOf(row['treaty_ref']!),
    group: row['group']!,
    citation: citationOf(row['treaty_ref']!),
    act: row['act']!,
    object: row['purpose_or_object']!,
  }));

const FORCES: Record<string, CriminalisationColumn['force']> = { M: 'mandatory', Q: 'qualified', K: 'conditional', O: 'optional', E: 'evidence' };

/** `SA sale of children` is the group SA: the acts of one element, in the order of the treaty. */
export const groupCodeOf = ({ group }: CriminalisationAct): string => group.split(' ')[0] ?? group;
export const groupsOf = (acts: readonly CriminalisationAct[], elements: readonly Element[]): CriminalisationGroup[] =>
  [...new Set(acts.map(groupCodeOf))].map((code) => {
    const first = acts.find((act) => groupCodeOf(act) === code);
    const element = elements.find((one) => one.code === first?.element);
    if (!element) throw new CatalogueError(0, `criminalisation-acts.csv: the group ${code} stands under no element.`);
    return { code, element: element.code, citation: element.citation, title: element.title };
  });

type Curated = Pick<CriminalisationColumn, 'title' | 'asks' | 'feeds'>;

/** The 29 columns of the criminalisation matrix. */
export const readColumns = (curated = readJson<Record<string, Curated>>('criminalisation.json')): CriminalisationColumn[] =>
  readCsv('criminalisation-columns.csv').map((row) => {
    const force = FORCES[row['force']!];
    if (!force) throw new CatalogueError(0, `criminalisation-columns.csv: “${row['force']}” is no known force of column ${row['id']}.`);
    const said = curated[row['id']!];
    if (!said) throw new CatalogueError(0, `criminalisation.json says nothing of column ${row['id']}.`);
    const isTreaty = /^\d/.test(row['treaty_ref']!);
    return {
      code: row['id']!,
      name: row['name']!,
      citation: isTreaty ? citationOf(row['treaty_ref']!) : row['treaty_ref']!,
      force,
      note: row['value_note'] || null,
      ...said,
    };
  });
