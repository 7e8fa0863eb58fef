import type pg from 'pg';

/** Invented States of the demonstration world, in the user-assigned range XAA–XZZ of ISO 3166-1. */
export const inventedStates = [
  { iso3: 'XAA', name: 'Republic of Aruna', type: 'ratification', signedOn: '2001-11-12', depositedOn: '2003-03-31', isCrcParty: true },
  { iso3: 'XAB', name: 'Kingdom of Belmora', type: 'accession', signedOn: null, depositedOn: '2009-06-15', isCrcParty: true },
  { iso3: 'XAC', name: 'Federation of Corvane', type: 'accession', signedOn: null, depositedOn: '2011-09-01', isCrcParty: false },
] as const;

export async function addInventedStates(db: pg.Client): Promise<void> {
  for (const s of inventedStates)
    await db.query(
      `INSERT INTO state (iso3, name, status, type, signed_on, deposited_on, is_crc_party, has_reservation_or_declaration, note, source, is_invented)
       VALUES ($1, $2, 'party', $3::adherence_type, $4, $5, $6, false, NULL, 'Invented for demonstration', true) ON CONFLICT (iso3) DO NOTHING`,
      [s.iso3, s.name, s.type, s.signedOn, s.depositedOn, s.isCrcParty],
    );
}
