import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { foundOrganisation } from '../src/demo/people.ts';
import { newToken, tokenHash } from '../src/people/tokens.ts';
import { Database } from '../src/platform/db/database.ts';
import { newId } from '../src/platform/ids.ts';
import { asOwner } from '../src/reference/owner.ts';
import { scopeFor, seat } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  await seat(served);
});
afterAll(() => served.stop());

const ask = async (text: string, values: unknown[]) =>
  (await served.app.get(Database).unscoped<{ answer: unknown }>(`SELECT ${text} AS answer`, values))[0]?.answer;
/** Invites as the lead does; the token is what the letter would carry. */
async function invite(by: string, email: string, { role = 'contributor', lasts = '7 days', into = '' } = {}) {
  const scope = await scopeFor(served, by);
  const token = newToken();
  const [row] = await served.app
    .get(Database)
    .hotWrite(scope, (sql) =>
      sql<{ answer: unknown }>('SELECT app.invite($1, $2, $3, $4::role, $5, $6, $7::interval) AS answer', [
        newId(),
        into || scope.organisation,
        email,
        role,
        'Ministry of Health',
        tokenHash(token),
        lasts,
      ]),
    );
  return { token, answer: row?.answer };
}
const accept = (token: string) => ask('app.accept_invitation($1, $2, $3, $4, $5)', [tokenHash(token), newId(), 'Somebody', 'no hash', 'en']);
const shown = (token: string) => ask('app.invitation_of($1)', [tokenHash(token)]);

describe('an invitation in the database', () => {
  test('is shown by its token only, and its newer sending kills the older link', async () => {
    const first = await invite('lead@government.example', 'desk@government.example');
    expect(first.answer).toEqual({ id: expect.any(String), replaced: false });
    expect(await shown(first.token)).toMatchObject({ email: 'desk@government.example', account: 'none', organisation: { kind: 'government' } });
    const again = await invite('lead@government.example', 'desk@government.example');
    expect(again.answer).toMatchObject({ replaced: true });
    expect(await shown(first.token)).toBeNull();
    expect(await shown(again.token)).not.toBeNull();
  });

  test('is given by a lead into his or her own organisation only; a member is not invited again', async () => {
    const { organisation } = await scopeFor(served, 'lead@ngo.example');
    expect((await invite('reviewer@government.example', 'a@b.example')).answer).toBeNull();
    expect((await invite('lead@government.example', 'a@b.example', { into: organisation })).answer).toBeNull();
    expect((await invite('operator@servanda.example', 'a@b.example', { into: organisation })).answer).toBeNull();
    expect((await invite('lead@government.example', 'viewer@government.example')).answer).toBe('member');
  });

  test('an operator invites the first lead of an organisation that has none', async () => {
    const { id } = await asOwner(served.adminUrl, (db) => foundOrganisation(db, { kind: 'ngo', name: 'Newly founded' }, []));
    expect((await invite('operator@servanda.example', 'new@founded.example', { into: id, role: 'lead' })).answer).toMatchObject({ replaced: false });
  });

  test('of an operator ends with the first lead: nobody whom the operator asked besides comes in once there is something to read', async () => {
    const { id } = await asOwner(served.adminUrl, (db) => foundOrganisation(db, { kind: 'ngo', name: 'Founded with a sleeper' }, []));
    const [first, sleeper] = await Promise.all(
      ['first@founded.example', 'sleeper@founded.example'].map((email) => invite('operator@servanda.example', email, { into: id, role: 'lead' })),
    );
    expect(await shown(sleeper?.token ?? '')).not.toBeNull();
    expect(await accept(first?.token ?? '')).toMatchObject({ organisation: id });
    expect(await shown(sleeper?.token ?? '')).toBeNull();
    expect(await accept(sleeper?.token ?? '')).toBeNull();
  });

  test('ends when whoever gave it is lead no more, and not while he or she waits with the organisation', async () => {
    const by = 'lead@neighbour.example';
    const { organisation, person } = await scopeFor(served, by);
    const [second, planted] = [await invite(by, 'second@neighbour.example', { role: 'lead' }), await invite(by, 'planted@neighbour.example')];
    await accept(second.token);
    const change = (sql: string) =>
      asOwner(served.adminUrl, (db) => db.query(`UPDATE membership SET ${sql} WHERE organisation_id = $1 AND person_id = $2`, [organisation, person]));
    await change("status = 'suspended', suspended_with_organisation = true");
    await change("status = 'active'");
    expect(await shown(planted.token)).not.toBeNull();
    await change("role = 'reviewer'");
    expect(await shown(planted.token)).toBeNull();
    await change("role = 'lead'");
    expect(await shown(planted.token)).toBeNull();
  });

  test('runs out, and then stays so though the clock went back', async () => {
    const { token } = await invite('lead@government.example', 'late@government.example', { lasts: '-1 second' });
    expect(await shown(token)).toBeNull();
    await asOwner(served.adminUrl, (db) => db.query("UPDATE invitation SET expires_at = now() + interval '1 day' WHERE email = 'late@government.example'"));
    expect(await shown(token)).toBeNull();
  });

  test('is read by its organisation, without the hash of its token', async () => {
    const db = served.app.get(Database);
    const ours = await scopeFor(served, 'viewer@government.example');
    const theirs = await scopeFor(served, 'lead@ngo.example');
    const list = (scope: typeof ours) => db.read(scope, (sql) => sql('SELECT email FROM invitation'));
    expect((await list(ours)).length).toBeGreaterThan(0);
    expect(await list(theirs)).toEqual([]);
    await expect(db.read(ours, (sql) => sql('SELECT token_sha256 FROM invitation'))).rejects.toThrow(/permission denied/);
  });
});
