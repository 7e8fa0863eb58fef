// Coming in by invitation, through the doors: with a new account, with one that is in use, with one that rests.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asOwner } from '../src/reference/owner.ts';
import { linkTo } from './links.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let lead: string;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  lead = await signIn(served, 'lead@government.example');
});
afterAll(() => served.stop());

const sentence = 'seven bridges over one river';
const post = (path: string, body: object, cookie = '') => served.http().post(path).set('cookie', cookie).send(body);
const asAdmin = (text: string, values: unknown[] = []) => asOwner(served.adminUrl, async (db) => (await db.query(text, values)).rows);
/** The secret in the letter that the lead's invitation causes. */
async function invited(email: string, role = 'contributor'): Promise<string> {
  await post('/api/organisation/invitations', { invitations: [{ email, role }] }, lead).expect(201);
  return linkTo(served, email, 'invitation');
}
const account = (token: string, more: object = {}) => ({ token, name: 'Desk officer', password: sentence, language: 'fr', ...more });
const come = (email: string, password = sentence) => post('/api/session', { email, password });
const code = async (request: PromiseLike<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await request;
  return [status, body.code];
};

describe('with a new account', () => {
  test('it is made for the invited address, once, and signs in as ever', async () => {
    const email = 'desk@government.example';
    const token = await invited(email);
    const shown = (await post('/api/invitation', { token }).expect(200)).body;
    expect(shown).toMatchObject({
      email,
      account: 'none',
      role: 'contributor',
      invitedBy: 'National focal point',
      organisation: { name: 'Government of Aruna' },
    });
    const done = await post('/api/invitation/account', account(token, { email: 'other@government.example', role: 'lead' })).expect(201);
    expect(done.body).toEqual({ email });
    expect(done.headers['set-cookie']).toBeUndefined();
    const me = (await come(email).expect(200)).body;
    expect(me).toMatchObject({ role: 'contributor', person: { email, name: 'Desk officer', locale: 'fr' }, organisation: { kind: 'government' } });
    for (const path of ['/api/invitation', '/api/invitation/account', '/api/invitation/return'])
      expect(await code(post(path, account(token)))).toEqual([410, 'link_unusable']);
    const [entry] = await asAdmin("SELECT person_id, role, subject FROM journal_entry WHERE act = 'invitation.accepted' ORDER BY seq DESC LIMIT 1");
    expect(entry).toEqual({ person_id: me.person.id, role: 'contributor', subject: 'invitation' });
  });

  test('twenty at once make one account', async () => {
    const token = await invited('race@government.example');
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/api/invitation/account', account(token))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status } of answers) expect([201, 410]).toContain(status);
    expect(await asAdmin("SELECT count(*)::int AS n FROM person WHERE email = 'race@government.example'")).toEqual([{ n: 1 }]);
  });

  test.each([
    ['a short password', { password: 'too short' }, 'password'],
    ['the organisation as password', { password: 'Government of Aruna' }, 'password'],
    ['no name', { name: ' ' }, 'name'],
    ['a name with a mark of direction', { name: 'Desk\u202eofficer' }, 'name'],
  ])('%s is refused, and the invitation stands', async (_, more, path) => {
    const token = await invited('careful@government.example');
    const answer = await post('/api/invitation/account', account(token, more)).expect(400);
    expect(answer.body.fields[0].path).toBe(path);
    await post('/api/invitation', { token }).expect(200);
  });

  test('a link that ran out, was sent anew, withdrawn or made up opens nothing', async () => {
    const late = await invited('late@government.example');
    await asAdmin("UPDATE invitation SET expires_at = now() - interval '1 second' WHERE email = 'late@government.example'");
    const old = await invited('twice@government.example');
    const fresh = await invited('twice@government.example');
    const gone = await invited('gone@government.example');
    await asAdmin("UPDATE invitation SET withdrawn_at = now() WHERE email = 'gone@government.example'");
    for (const token of [late, old, gone, '', 'A'.repeat(43), `${fresh}A`, fresh.slice(0, -1), fresh.toLowerCase()])
      expect(await code(post('/api/invitation/account', account(token)))).toEqual([410, 'link_unusable']);
    await post('/api/invitation', { token: fresh }).expect(200);
  });

  test('addresses that only look alike are not invited', async () => {
    for (const email of ['\u212aate@government.example', 'le\u0430d@government.example', 'lead@governm\u0435nt.example'])
      await post('/api/organisation/invitations', { invitations: [{ email, role: 'viewer' }] }, lead).expect(400);
  });
});

describe('with an account that is in use', () => {
  const email = 'lead@ngo.example';

  test('its person signs in and joins under a new token; nobody else does', async () => {
    const token = await invited(email, 'viewer');
    expect((await post('/api/invitation', { token }).expect(200)).body.account).toBe('active');
    expect(await code(post('/api/invitation/account', account(token)))).toEqual([409, 'already_exists']);
    expect(await code(post('/api/account/join', { token }))).toEqual([401, 'not_signed_in']);
    expect(await code(post('/api/account/join', { token }, await signIn(served, 'auditor@ngo.example')))).toEqual([403, 'forbidden']);
    const cookie = await signIn(served, email);
    const joined = await post('/api/account/join', { token }, cookie).expect(200);
    expect(joined.body.organisations.map((o: { name: string; role: string }) => `${o.name} ${o.role}`).sort()).toEqual([
      'Aruna Child Rights Watch lead',
      'Government of Aruna viewer',
    ]);
    expect(joined.body.organisation.name).toBe('Aruna Child Rights Watch');
    await served.http().get('/api/session').set('cookie', cookie).expect(401);
    expect(await code(post('/api/account/join', { token }, await signIn(served, email)))).toEqual([410, 'link_unusable']);
  });
});

describe('with an account that belongs to nobody at present', () => {
  const email = 'viewer@government.example';

  test('its password takes it up again; a wrong one does not, and is counted', async () => {
    await asAdmin("UPDATE membership SET status = 'left' WHERE person_id = (SELECT id FROM person WHERE email = $1)", [email]);
    expect(await code(come(email, 'pacta-sunt-servanda'))).toEqual([401, 'wrong_credentials']);
    const token = await invited(email, 'reviewer');
    expect((await post('/api/invitation', { token }).expect(200)).body.account).toBe('resting');
    expect(await code(post('/api/invitation/account', account(token)))).toEqual([409, 'already_exists']);
    expect(await code(post('/api/invitation/return', { token, password: 'not this one' }))).toEqual([401, 'wrong_credentials']);
    expect((await post('/api/invitation/return', { token, password: 'pacta-sunt-servanda' }).expect(200)).body).toEqual({ email });
    expect((await come(email, 'pacta-sunt-servanda').expect(200)).body.role).toBe('reviewer');
  });
});
