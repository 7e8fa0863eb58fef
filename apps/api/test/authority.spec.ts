// What a person may do is read anew at every request; what a request may say is what its door's schema names.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Door, doors } from '@servanda/contract';
import pg from 'pg';
import * as z from 'zod';
import { demoPassword } from '../src/demo/people.ts';
import { bodies } from './door-bodies.ts';
import { addressOf, canary } from './matrix/cast.ts';
import { knock, pathOf } from './matrix/knock.ts';
import { rowOf } from './matrix/walk.ts';
import { leadOf, makeWorld, newAddress, newMember, type World } from './matrix/world.ts';
import { signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let world: World;
let superuser: pg.Client;
beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

const asked = async (path: string, cookie: string, body?: object) => {
  const { status, code, body: answer } = await knock(world.origin, { method: body ? 'POST' : 'GET' }, path, { cookie }, body);
  return { status, code, answer };
};
const membership = (change: string, email: string) =>
  superuser.query(`UPDATE membership SET ${change} FROM person p WHERE p.id = membership.person_id AND p.email = $1`, [email]);

describe('a change of somebody in mid-session holds from the next request', () => {
  const email = addressOf('aruna', 'contributor');
  let cookie: string;
  let path: string;
  beforeAll(async () => {
    cookie = await signIn(served, email);
    path = `/api/dossiers/${world.ids.aruna?.['id']}/evidence`;
  });
  const piece = { kind: 'law', title: `Act ${canary('aruna', 'text')}`, originator: 'Parliament' };
  const writes = async () => (await asked(path, cookie, piece)).status;
  const reads = async () => (await asked(path, cookie)).status;
  const may = async () => {
    const { answer } = await asked('/api/session', cookie);
    return z.object({ role: z.string(), may: z.object({ addEvidence: z.object({ allowed: z.boolean(), because: z.string().nullable() }) }) }).parse(answer);
  };

  test('a role taken away and given back', async () => {
    expect([await writes(), await reads()]).toEqual([201, 200]);
    await membership("role = 'viewer'", email);
    expect([await writes(), await reads()]).toEqual([403, 200]);
    expect(await may()).toEqual({ role: 'viewer', may: { addEvidence: { allowed: false, because: 'role' } } });
    await membership("role = 'reviewer'", email);
    expect([await writes(), (await may()).role]).toEqual([201, 'reviewer']);
    await membership("role = 'contributor'", email);
  });

  test.each(['suspended', 'left', 'invited'])('membership %s: only an active one counts', async (status) => {
    await membership(`status = '${status}'`, email);
    expect([await writes(), await reads(), (await asked('/api/session', cookie)).code]).toEqual([401, 401, 'not_signed_in']);
    await membership("status = 'active'", email);
    cookie = await signIn(served, email);
    expect(await writes()).toBe(201);
  });

  test('an account switched off', async () => {
    await superuser.query('UPDATE person SET disabled_at = now() WHERE email = $1', [email]);
    expect([await writes(), await reads()]).toEqual([401, 401]);
    await superuser.query('UPDATE person SET disabled_at = NULL WHERE email = $1', [email]);
    cookie = await signIn(served, email);
  });

  test('a role that goes to and fro under load: each act was allowed in the role that it is signed with', async () => {
    let stop = false;
    const flapping = (async () => {
      while (!stop) for (const role of ['viewer', 'contributor']) await membership(`role = '${role}'`, email);
    })();
    const answers = [];
    for (let i = 0; i < 25; i++) answers.push(...(await Promise.all(Array.from({ length: 8 }, writes))));
    stop = true;
    await flapping;
    expect([...new Set(answers)].sort()).toEqual([201, 403]);
    const { rows } = await superuser.query<{ roles: string[] }>(
      "SELECT array_agg(DISTINCT role) AS roles FROM journal_entry WHERE act = 'evidence.added' AND person_id = (SELECT id FROM person WHERE email = $1)",
      [email],
    );
    expect(rows[0]?.roles).not.toContain('viewer');
  });
});

describe('a session that was stolen, minutes after the last proof of who it is', () => {
  const stale = async (tenant: 'aruna' | 'operator') => {
    const cookie = await signIn(served, addressOf(tenant, 'lead'));
    const token = createHash('sha256')
      .update(cookie.split('=')[1] ?? '')
      .digest();
    await superuser.query("UPDATE session SET created_at = created_at - interval '6 minutes' WHERE token_sha256 = $1", [token]);
    await superuser.query('DELETE FROM session_proof WHERE session_id = (SELECT id FROM session WHERE token_sha256 = $1)', [token]);
    return cookie;
  };
  const leads = async () =>
    (await superuser.query("SELECT (SELECT count(*) FROM membership WHERE role = 'lead' AND status = 'active') + (SELECT count(*) FROM invitation) AS n"))
      .rows[0].n;

  test('plants no lead and nobody else, brings nobody back and puts nobody out; proven anew it may', async () => {
    const before = await leads();
    const [member, suspended] = [await newMember(world, 'aruna', 'active'), await newMember(world, 'aruna', 'suspended')];
    const cookie = await stale('aruna');
    const invited = { invitations: [{ email: newAddress('aruna'), role: 'lead' }] };
    const tries: [method: 'POST' | 'PUT', path: string, body: object][] = [
      ['POST', '/api/organisation/invitations', invited],
      ['POST', '/api/organisation/invitations', { invitations: [{ email: newAddress('aruna'), role: 'viewer' }] }],
      ['PUT', `/api/organisation/members/${member}`, { version: 1, role: 'lead', body: null }],
      ['POST', `/api/organisation/members/${suspended}/reinstatement`, { version: 1 }],
      ['POST', `/api/organisation/members/${member}/removal`, { version: 1 }],
    ];
    for (const [method, path, body] of tries) expect((await knock(world.origin, { method }, path, { cookie }, body)).code).toBe('confirm_identity');
    const operator = await stale('operator');
    const named = { kind: 'ngo', name: 'Planted', lead: newAddress('operator') };
    expect((await asked('/api/operator/organisations', operator, named)).code).toBe('confirm_identity');
    expect((await asked(`/api/operator/organisations/${world.organisations.watch}/lead`, operator, { email: newAddress('operator') })).code).toBe(
      'confirm_identity',
    );
    expect(await leads()).toBe(before);
    // Quick, for it is what one does against a thief, and taken back by any lead.
    expect((await asked(`/api/organisation/members/${member}/suspension`, cookie, { version: 1 })).status).toBe(200);

    const proven = await served.http().post('/api/session/confirmation').set('cookie', cookie).send({ method: 'password', password: demoPassword }).expect(200);
    const renewed = String(proven.headers['set-cookie']).split(';')[0] ?? '';
    expect((await asked('/api/organisation/invitations', renewed, invited)).status).toBe(201);
  });
});

/** Fields that no door takes from a client, as often as a door does not name them itself. */
const id = '01890a5d-ac96-774b-bcce-000000000666';
const word = 'smuggled-by-the-client';
const extras: Record<string, unknown> = {
  ...Object.fromEntries(
    ['id', 'organisation', 'organisationId', 'organisation_id', 'tenant', 'person', 'personId', 'author', 'authorId', 'addedBy', 'session', 'key'].map(
      (name) => [name, id],
    ),
  ),
  ...Object.fromEntries(['authorRole', 'hash', 'wording', 'catalogueVersion', 'dataCutOff', 'createdBy', word].map((name) => [name, word])),
  ...{ role: 'lead', kind: 'operator', status: 'accepted', number: 99, version: 99, isAdmin: true, recordedAt: '1999-01-01T00:00:00Z' },
  ...{ may: { everything: { allowed: true, because: null } }, constructor: word, toString: word, hasOwnProperty: word },
};
/** Every name in the schema of a door's body, at any depth. */
function written(door: Door): Set<string> {
  const names = new Set<string>();
  const collect = (schema: unknown): void => {
    if (schema === null || typeof schema !== 'object') return;
    for (const [key, inner] of Object.entries(schema)) {
      if (key === 'properties') for (const name of Object.keys(Object(inner))) names.add(name);
      collect(inner);
    }
  };
  collect(z.toJSONSchema(door.input.body ?? z.object({}), { io: 'input', unrepresentable: 'any' }));
  return names;
}
const taking = doors.filter((door) => door.access === 'session' && door.input.body && !rowOf(door).elsewhere);

/** In which columns of which tables the smuggled word, id or moment stands. */
async function smuggled(): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await superuser.query(`SELECT 1 FROM "${name}" t WHERE t::text ~ $1 LIMIT 1`, [`${word}|${id}|1999-01-01`]);
    if (rowCount) found.push(name);
  }
  return found;
}

describe('what no schema names', () => {
  test.each(taking.map((door): [string, Door] => [door.name, door]))('%s leaves out, and does what it would have done', async (_, door) => {
    const kinds = door.allows?.kinds ?? ['government'];
    const by = leadOf(world, kinds.includes('government') ? 'aruna' : kinds.includes('ngo') ? 'watch' : 'operator');
    const own = written(door);
    const more = Object.fromEntries(Object.entries(extras).filter(([name]) => !own.has(name)));
    const send = async (with_: object) => {
      const planted = world.ids[by.tenant] ?? {};
      const row = rowOf(door);
      const ids = row.make ? await row.make(world, by.tenant, planted) : planted;
      return knock(world.origin, door, pathOf(door, ids), by.identity, { ...with_, ...(row.body?.(ids, by.tenant) ?? bodies[door.name]) });
    };
    const plain = await send({});
    const heard = await send(more);
    // The settings of the organisation have gone on by one version in between.
    expect([heard.status, heard.code]).toEqual(door.name === 'people.reviseOrganisation' ? [409, 'stale_version'] : [plain.status, plain.code]);
    expect([heard.text.includes(word), heard.text.includes(id)]).toEqual([false, false]);
    expect(await smuggled()).toEqual([]);
  });

  test('a key that would reach the prototype of every object is refused in a body, and is nothing in an address', async () => {
    const { identity } = leadOf(world, 'aruna');
    const headers = { ...identity, 'content-type': 'application/json' };
    for (const body of [
      '{"__proto__": {"polluted": true}, "name": "Ministry"}',
      '{"name": "Ministry", "deep": [{"__proto__": {"polluted": true}}]}',
      '{"name": "Ministry", "constructor": {"prototype": {"polluted": true}}}',
      '{"name": "Ministry", "\\u005f_proto__": {"polluted": true}}',
    ]) {
      const answer = await fetch(`${world.origin}/api/organisation/bodies`, { method: 'POST', headers, body });
      expect([body, answer.status]).toEqual([body, 400]);
    }
    for (const query of ['__proto__[polluted]=1', '__proto__=1', 'constructor[prototype][polluted]=1', 'q=x&__proto__.polluted=1'])
      expect((await fetch(`${world.origin}/api/dossiers?${query}`, { headers: identity })).status).toBe(200);
    for (const path of ['__proto__', 'constructor', 'hasOwnProperty'])
      expect((await fetch(`${world.origin}/api/dossiers/${path}`, { headers: identity })).status).toBe(404);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
