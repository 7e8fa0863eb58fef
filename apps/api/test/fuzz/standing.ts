// Sessions of members made without their password, and the world set right again after acts that end what the run still needs.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@servanda/contract';
import pg from 'pg';
import { addressOf, type Tenant } from '../matrix/cast.ts';
import type { Served } from '../server.ts';

export interface Standing {
  db: pg.Client;
  /** The cookie of a new session of a member, proven so many minutes ago. */
  session: (tenant: Tenant, role: Role, minutesAgo?: number) => Promise<string>;
  /** Everyone is a member again in the role he or she had, and nobody has tried too often. */
  restore: () => Promise<void>;
  end: () => Promise<void>;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

export async function standIn(served: Served, organisations: Record<Tenant, string>): Promise<Standing> {
  const db = new pg.Client({ connectionString: served.adminUrl });
  await db.connect();
  const kept = (await db.query<{ organisation_id: string; person_id: string; role: string }>("SELECT * FROM membership WHERE status = 'active'")).rows;
  const sessions = (await db.query<{ id: string }>('SELECT id FROM session')).rows.map(({ id }) => id);
  const session = async (tenant: Tenant, role: Role, minutesAgo = 0) => {
    const token = randomBytes(32).toString('base64url');
    await db.query(
      `INSERT INTO session (id, token_sha256, person_id, organisation_id, created_at, last_seen_at, expires_at)
       SELECT $1, $2, id, $3, now() - make_interval(mins => $5), now(), now() + interval '2 hours' FROM person WHERE email = $4`,
      [randomUUID(), sha256(token), organisations[tenant], addressOf(tenant, role), minutesAgo],
    );
    return `servanda=${token}`;
  };
  const restore = async () => {
    await db.query('UPDATE organisation SET suspended_at = NULL WHERE suspended_at IS NOT NULL');
    // Leads first, for an organisation is never without one.
    for (const these of [kept.filter(({ role }) => role === 'lead'), kept])
      await db.query(
        `UPDATE membership m SET status = 'active', ended_at = NULL, role = k.role::role
         FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k (organisation, person, role)
         WHERE m.organisation_id = k.organisation AND m.person_id = k.person AND (m.status <> 'active' OR m.role <> k.role::role)`,
        [these.map((k) => k.organisation_id), these.map((k) => k.person_id), these.map((k) => k.role)],
      );
    await db.query('UPDATE session SET ended_at = NULL WHERE ended_at IS NOT NULL AND id = ANY ($1)', [sessions]);
    for (const table of ['throttle', 'sign_in_rule', 'organisation_leaving']) await db.query(`DELETE FROM ${table}`);
  };
  return { db, session, restore, end: () => db.end() };
}
