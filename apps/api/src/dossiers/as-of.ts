import type { May } from '@servanda/contract';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/db/database.ts';
import { refuse } from '../platform/http/refusal.ts';
import { asItStood } from './past-rows.sql.ts';

/** The moment that a reader looks at: `moment` null is now. `on` is its calendar day (UTC), on which evidence is held against its dates. */
export interface Viewed {
  moment: string | null;
  on: string;
}

/** The moment asked for by `asOf`; refuses one that is still to come, naming the field by where it stands: in the address, unless `path` says otherwise. */
export function viewed(clock: Clock, asOf: string | undefined, path = 'query.asOf'): Viewed {
  if (asOf === undefined) return { moment: null, on: clock.today() };
  if (asOf > clock.now().toISOString()) refuse('moment_unusable', { fields: [{ path, code: 'custom', message: 'Choose a moment that has passed' }] });
  return { moment: asOf, on: asOf.slice(0, 10) };
}

/** $1 organisation · $2 dossier · $3 moment. One row { early }: the dossier had not been opened yet; none where there is no such dossier. */
const openedSql = 'SELECT opened_at > $3::timestamptz AS early FROM dossier WHERE organisation_id = $1::uuid AND id = $2::uuid';

/** Refuses a moment (ISO 8601) before the dossier was opened. */
export async function refuseEarly(sql: Sql, organisation: unknown, dossier: unknown, moment: string): Promise<void> {
  const [opened] = await sql<{ early: boolean }>(openedSql, [organisation, dossier, moment]);
  if (opened?.early) refuse('moment_unusable', { detail: 'The dossier had not been opened yet at this moment. Choose a later one.' });
}

/** Reads one statement of a dossier (`$1` organisation, `$2` dossier) as of the moment viewed; refuses a moment before the dossier was opened. */
export async function readAsOf<Row extends object>(sql: Sql, { moment }: Viewed, statement: string, values: unknown[]): Promise<Row[]> {
  if (moment === null) return sql<Row>(statement, values);
  await refuseEarly(sql, values[0], values[1], moment);
  return sql<Row>(asItStood(statement, `$${values.length + 1}`), [...values, moment]);
}

const past: May = { allowed: false, because: 'past' };

/** What may be done with what is seen: in the past, nothing but reading and exporting it. */
export const mayAsOf = ({ moment }: Viewed, may: May): May => (moment === null ? may : past);
