import type pg from 'pg';
import { foundOrganisation } from './people.ts';
import { addInventedStates } from './states.ts';

/** The demonstration world's organisations and accounts; the tests use the same. */
export async function gatherCast(db: pg.Client) {
  await db.query('INSERT INTO demonstration DEFAULT VALUES ON CONFLICT DO NOTHING');
  await addInventedStates(db);
  const since = new Date('2026-03-02T08:00:00Z');
  const member = (email: string, name: string, role: 'lead' | 'reviewer' | 'contributor' | 'viewer', body?: string) => ({
    email,
    name,
    role,
    ...(body ? { body } : {}),
    createdAt: since,
  });
  const government = await foundOrganisation(db, { kind: 'government', name: 'Government of Aruna', iso3: 'XAA' }, [
    member('lead@government.example', 'National focal point', 'lead', 'National Mechanism for Reporting and Follow-up'),
    member('reviewer@government.example', 'Legal reviewer', 'reviewer', 'Ministry of Justice'),
    member('contributor@government.example', 'Desk officer, child protection', 'contributor', 'Ministry of Social Affairs'),
    member('police@government.example', 'Desk officer, cybercrime', 'contributor', 'Ministry of the Interior'),
    member('viewer@government.example', 'Treaty desk', 'viewer', 'Ministry of Foreign Affairs'),
  ]);
  const ngo = await foundOrganisation(db, { kind: 'ngo', name: 'Aruna Child Rights Watch' }, [
    member('lead@ngo.example', 'Lead auditor', 'lead'),
    member('auditor@ngo.example', 'Auditor', 'contributor'),
  ]);
  const neighbour = await foundOrganisation(db, { kind: 'government', name: 'Government of Belmora', iso3: 'XAB' }, [
    member('lead@neighbour.example', 'Focal point', 'lead', 'Ministry of Family'),
  ]);
  // Somebody who works in two organisations, and sees in each what is that one's.
  const nhri = await foundOrganisation(db, { kind: 'nhri', name: 'Human Rights Commission of Aruna' }, [
    member('lead@nhri.example', 'Commissioner for children', 'lead'),
    member('expert@nhri.example', 'Independent expert', 'contributor'),
  ]);
  await db.query("INSERT INTO membership (organisation_id, person_id, role, status, created_at) VALUES ($1, $2, 'viewer', 'active', $3)", [
    ...[ngo.id, nhri.people.get('expert@nhri.example'), new Date('2026-03-09T08:00:00Z')],
  ]);
  const operator = await foundOrganisation(db, { kind: 'operator', name: 'Operator' }, [member('operator@servanda.example', 'Operator', 'lead')]);
  return { government, ngo, nhri, neighbour, operator };
}
export type Cast = Awaited<ReturnType<typeof gatherCast>>;
