// The chain itself: forms of its entries, where who and through what come from, and acts outside a scope.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Clock } from '../src/platform/clock.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { journal, journalHot } from '../src/platform/journal/journal.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let superuser: pg.Client;
let db: Database;
let lead: Scope;
interface Row {
  seq: string;
  form: string;
  act: string;
  person_id: string | null;
  role: string | null;
  session_id: string | null;
  key_id: string | null;
  subject_id: string | null;
  told_us: string | null;
  data: Record<string, unknown>;
}
const entries = async (organisation: string): Promise<Row[]> =>
  (await superuser.query<Row>('SELECT * FROM journal_entry WHERE organisation_id = $1 ORDER BY seq', [organisation])).rows;
const last = async (organisation: string) => (await entries(organisation)).at(-1);
const problems = (scope: Scope) => db.read(scope, (sql) => sql<{ seq: string; problem: string }>('SELECT seq, problem FROM app.journal_problems()'));

beforeAll(async () => {
  served = await serve();
  await seat(served);
  db = served.app.get(Database);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  lead = await scopeFor(served, 'lead@government.example');
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

describe('an entry', () => {
  const noted = { act: 'dossier.opened' as const, subject: 'dossier', subjectId: '1' };

  test('carries person, role and session of the scope, whichever driver writes it', async () => {
    await db.hotWrite(lead, (sql) => journalHot(sql, lead, noted));
    expect(await last(lead.organisation)).toMatchObject({ form: 'v2', person_id: lead.person, role: 'lead', session_id: lead.session, key_id: null });
    const key = '01890a5d-ac96-774b-bcce-b302099a8057';
    const byKey = { ...lead, session: null, key };
    await db.write(byKey, (tx) => journal(tx, byKey, noted));
    expect(await last(lead.organisation)).toMatchObject({ form: 'v2', person_id: lead.person, session_id: null, key_id: key });
    expect(await problems(lead)).toEqual([]);
  });

  test('of the first form still verifies beside the second', async () => {
    const ngo = await scopeFor(served, 'lead@ngo.example');
    // A chain as it was before the second form: one entry, hashed by the first.
    await superuser.query('BEGIN; SET LOCAL session_replication_role = replica');
    await superuser.query('DELETE FROM journal_entry WHERE organisation_id = $1', [ngo.organisation]);
    await superuser.query(
      `WITH old AS (
         INSERT INTO journal_entry (organisation_id, seq, form, at_us, person_id, role, act, subject, subject_id, data, dossier, prev_hash, hash)
         SELECT o, 1, 'v1', 1700000000000000, p, 'lead', 'dossier.opened', 'dossier', '1', '{"after": 1}', '1', sha256(convert_to(o::text, 'UTF8')),
           app.journal_digest(sha256(convert_to(o::text, 'UTF8')), o, 1, 1700000000000000, p, 'lead', 'dossier.opened', 'dossier', '1', '{"after": 1}')
         FROM (SELECT $1::uuid AS o, $2::uuid AS p) v RETURNING *)
       UPDATE journal_head h SET seq = old.seq, hash = old.hash FROM old WHERE h.organisation_id = old.organisation_id`,
      [ngo.organisation, ngo.person],
    );
    await superuser.query('COMMIT');
    await db.hotWrite(ngo, (sql) => journalHot(sql, ngo, noted));
    expect((await entries(ngo.organisation)).map((entry) => entry.form)).toEqual(['v1', 'v2']);
    expect(await problems(ngo)).toEqual([]);
    await superuser.query("BEGIN; SET LOCAL session_replication_role = replica; UPDATE journal_entry SET form = 'v2' WHERE form = 'v1'; COMMIT");
    expect(await problems(ngo)).toEqual([{ seq: '1', problem: 'entry_changed' }]);
  });

  test('tells the moment of the demonstration beside its own, and nowhere else', async () => {
    const moment = new Date('2026-04-01T09:30:00.000Z');
    const write = () => served.app.get(Clock).at(moment, () => db.hotWrite(lead, (sql) => journalHot(sql, lead, noted)));
    await write();
    expect((await last(lead.organisation))?.told_us).toBe(String(moment.getTime() * 1000));
    await superuser.query('DELETE FROM demonstration');
    await write();
    expect((await last(lead.organisation))?.told_us).toBeNull();
    expect(await problems(lead)).toEqual([]);
  });
});

describe('an act outside a scope', () => {
  test('a session that opens and ends is in the journal of its organisation, with its id', async () => {
    const cookie = await signIn(served, 'reviewer@government.example');
    expect(await last(lead.organisation)).toMatchObject({ act: 'session.opened', role: 'reviewer' });
    await served.http().get('/api/session').set('cookie', cookie).expect(200);
    await served.http().delete('/api/session').set('cookie', cookie).expect(204);
    const [opened, ended] = (await entries(lead.organisation)).slice(-2);
    expect(ended).toMatchObject({ act: 'session.ended', person_id: opened?.person_id, subject_id: opened?.subject_id, session_id: opened?.session_id });
    expect(opened?.session_id).toBe(opened?.subject_id);
    // Ended once: signing out again writes nothing.
    await served.http().delete('/api/session').set('cookie', cookie).expect(204);
    expect((await entries(lead.organisation)).at(-1)?.seq).toBe(ended?.seq);
    expect(await problems(lead)).toEqual([]);
  });

  test('is written by the owner’s functions only', async () => {
    const runtime = new pg.Client({ connectionString: served.runtimeUrl });
    await runtime.connect();
    try {
      await expect(
        runtime.query("SELECT app.journal_outside($1, $2, 'session.opened', 'session', 'x')", [lead.organisation, lead.person]),
      ).rejects.toMatchObject({ code: '42501' });
    } finally {
      await runtime.end();
    }
  });
});
