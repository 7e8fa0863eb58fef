// Seals anew, by the newest FACTOR_KEY, what an older one has sealed, so that the older one can be taken away.
import type { Seal } from '../platform/seal.ts';
import { totpPurpose } from './factors/factor-check.ts';
import { secretPurpose } from './sign-on/providers.ts';

/** A connection as the owner of the tables, within a transaction. */
export interface OwnerConnection {
  query: <Row extends object>(text: string, values?: unknown[]) => Promise<{ rows: Row[] }>;
}
interface Sealed {
  id: string;
  of: string;
  sealed: Buffer;
}
/** What is kept sealed, whose it is, and for what it is sealed. Steps of a sign-in under way are over in minutes and are left. */
const kept = [
  { what: 'authenticators', table: 'totp', id: 'id', of: 'person_id', purpose: totpPurpose },
  { what: 'client secrets', table: 'identity_provider', id: 'organisation_id', of: 'organisation_id', purpose: secretPurpose },
] as const;

export interface Resealed {
  what: string;
  resealed: number;
  /** Sealed by the newest key already. */
  current: number;
}

/** Seals anew what the newest key has not sealed; throws, and changes nothing, where a key is missing. One that is replaced meanwhile is left as it is. */
export async function resealAll(db: OwnerConnection, seal: Seal): Promise<Resealed[]> {
  const done: Resealed[] = [];
  for (const { what, table, id, of, purpose } of kept) {
    const { rows } = await db.query<Sealed>(`SELECT ${id} AS id, ${of} AS of, sealed_secret AS sealed FROM ${table} ORDER BY ${id} FOR UPDATE`);
    const old = rows.filter(({ sealed }) => !seal.isByNewest(sealed));
    for (const row of old)
      await db.query(`UPDATE ${table} SET sealed_secret = $2 WHERE ${id} = $1`, [row.id, seal.seal(seal.open(row.sealed, purpose(row.of)), purpose(row.of))]);
    done.push({ what, resealed: old.length, current: rows.length - old.length });
  }
  return done;
}
