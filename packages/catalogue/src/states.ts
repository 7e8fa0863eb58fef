import { readCsv } from './data-files.ts';
import { CatalogueError } from './errors.ts';
import type { StateParty } from './types.ts';

/** The 178 parties and 8 signatories, in the order of the source table. */
export function readStates(): StateParty[] {
  return readCsv('states-parties.csv').map((row, i) => ({
    iso3: row['iso3']!,
    name: row['state']!,
    status: row['status'] === 'party' ? 'party' : 'signatory',
    type: typeOf(row['type']!, i + 2),
    signedOn: row['signature'] || null,
    depositedOn: row['deposit'] || null,
    isCrcParty: row['crc_party'] === 'Y',
    hasReservationOrDeclaration: row['reservation_or_declaration'] === 'Y',
    note: row['note'] || null,
    sourceLine: i + 2,
  }));
}

function typeOf(printed: string, line: number): StateParty['type'] {
  if (printed === '') return null;
  if (printed === 'ratification' || printed === 'accession' || printed === 'succession') return printed;
  throw new CatalogueError(line, `states-parties.csv: “${printed}” is no way of becoming a party.`);
}
