// What is on record of States, with the dates that win over computed ones.
import type { State } from '@servanda/contract';
import { overridesJson } from './adherence.sql.ts';
import type { Override } from './calendar.rules.ts';

/** A row of `statesSql`: what is not computed, and the dates that win. */
export interface StateRow extends Omit<State, 'entryIntoForceOn' | 'initialReportDueOn' | 'calendar'> {
  overrides: Override[];
}

/** Rows of StateRow, of all States; a condition on `s` may follow. */
export const statesSql = `SELECT s.iso3, s.name, s.status, s.type, s.signed_on AS "signedOn", s.deposited_on AS "depositedOn", s.is_crc_party AS "isCrcParty",
  s.has_reservation_or_declaration AS "hasReservationOrDeclaration", s.is_invented AS "isInvented", s.note, s.source, s.source_line AS "sourceLine",
  ${overridesJson} AS overrides,
  coalesce((SELECT jsonb_agg(jsonb_build_object('provision', r.provision, 'kind', r.kind, 'summary', r.summary, 'source', r.source) ORDER BY r.provision, r.kind) FROM reservation r WHERE r.iso3 = s.iso3), '[]') AS reservations
FROM state s`;
