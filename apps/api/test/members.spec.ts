// Members: seen, invited, changed, suspended; what changes holds from the next request, and the last lead stays.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { foundOrganisation } from '../src/demo/people.ts';
import { asOwner } from '../src/reference/owner.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let admin: pg.Client;
const cookies = new Map<string, string>();
const as = async (email: string) => {
  const kept = cookies.get(email) ?? (await signIn(served, email));
  cookies.set(email, kept);
  return kept;
};
const send = async (email: string, method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
  served
    .http()
    [method](path)
    .set('cookie', await as(email))
    .send(body);
interface Listed {
  person: string;
  name: string;
  email: string | null;
  role: string;
  status: string;
  version: number;
  may: Record<string, { allowed: boolean; because: string | null }>;
}
const list = async (email: string) =>
  (await send(email, 'get', '/api/organisation/members')).body as { items: Listed[]; invitations: { id: string; email: string }[] };
const member = async (by: string, name: string): Promise<Listed> => {
  const found = (await list(by)).items.find((one) => one.name === name);
  if (!found) throw new Error(`no member ${name}`);
  return found;
};
const acts = async () => (await admin.query<{ act: string; data: object }>("SELECT act, data FROM journal_entry WHERE act LIKE 'member.%' ORDER BY seq")).rows;
const letters = async () =>
  (
    await admin.query<{ to_address: string; text: string; locale: string }>(
      "SELECT to_address, text, locale FROM outbox WHERE letter = 'invitation' ORDER BY id",
    )
  ).rows;
const lead = 'lead@government.example';

beforeAll(async () => {
  served = await serve();
  await seat(served);
  admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
});
beforeEach(() => cookies.clear());
afterAll(async () => {
  await admin.end();
  await served.stop();
});

describe('the list', () => {
  test('tells a lead addresses, days and factors, and everybody else the names, roles and bodies', async () => {
    const all = await send(lead, 'get', '/api/organisation/members');
    expect(all.body.total).toBe(5);
    const me = await member(lead, 'National focal point');
    expect(me).toMatchObject({ isMe: true, email: lead, lastActiveOn: new Date().toISOString().slice(0, 10), hasSecondFactor: false });
    const other = await list('viewer@government.example');
    expect(other.invitations).toEqual([]);
    expect(other.items.find((one) => one.name === 'Legal reviewer')).toMatchObject({
      ...{ role: 'reviewer', body: { name: 'Ministry of Justice' }, email: null, lastActiveOn: null, hasSecondFactor: null },
      may: { revise: { allowed: false, because: 'role' } },
    });
    expect(JSON.stringify(other)).not.toContain('reviewer@government.example');
  });

  test('keeps apart: nobody of another organisation stands in it', async () => {
    expect(JSON.stringify(await list('lead@ngo.example'))).not.toMatch(/government\.example|National focal point/);
  });
});

describe('inviting', () => {
  const invite = (by: string, invitations: object[]) => send(by, 'post', '/api/organisation/invitations', { invitations });

  test('a list is invited at once; each line has its outcome, each address its letter with a link of its own', async () => {
    const { id: justice } = (await send(lead, 'get', '/api/organisation/bodies')).body.items.find((b: { name: string }) => b.name === 'Ministry of Justice');
    const answer = await invite(lead, [
      { email: 'First@government.example', role: 'contributor', body: justice },
      { email: 'second@government.example', role: 'viewer' },
      { email: 'viewer@government.example', role: 'viewer' },
    ]);
    expect(answer.status).toBe(201);
    expect(answer.body.results.map((r: { email: string; outcome: string }) => [r.email, r.outcome])).toEqual([
      ['first@government.example', 'invited'],
      ['second@government.example', 'invited'],
      ['viewer@government.example', 'member'],
    ]);
    const sent = await letters();
    expect(sent.map((l) => l.to_address)).toEqual(['first@government.example', 'second@government.example']);
    const links = sent.map((l) => /http\S+\/invitation#[\w-]{43}/.exec(l.text)?.[0]);
    expect(new Set(links).size).toBe(2);
    const { invitations } = await list(lead);
    expect(invitations.map((i) => i.email).sort()).toEqual(['first@government.example', 'second@government.example']);
    expect((await acts()).map((a) => a.act)).toEqual(['member.invited', 'member.invited']);
    expect(JSON.stringify(await acts())).not.toContain('@');
  });

  test('again: a new link, the old one is dead; taken back: none works', async () => {
    const token = async () => /#([\w-]{43})/.exec((await letters()).at(-1)?.text ?? '')?.[1] ?? '';
    const opens = async (secret: string) =>
      (await admin.query("SELECT app.invitation_of(sha256(convert_to($1, 'UTF8'))) IS NOT NULL AS opens", [secret])).rows[0].opens;
    await invite(lead, [{ email: 'third@government.example', role: 'viewer' }]);
    const first = await token();
    const open = (await list(lead)).invitations.find((i) => i.email === 'third@government.example');
    expect((await send(lead, 'post', `/api/organisation/invitations/${open?.id}/letter`)).body.outcome).toBe('sent_again');
    const second = await token();
    expect([await opens(first), await opens(second)]).toEqual([false, true]);
    expect((await send(lead, 'delete', `/api/organisation/invitations/${open?.id}`)).status).toBe(204);
    expect(await opens(second)).toBe(false);
    expect((await send(lead, 'delete', `/api/organisation/invitations/${open?.id}`)).status).toBe(404);
    expect((await send(lead, 'post', `/api/organisation/invitations/${open?.id}/letter`)).status).toBe(404);
  });

  test('refuses others than leads, one line that cannot be used (then nobody is invited), and a foreign invitation', async () => {
    const before = (await letters()).length;
    expect((await invite('reviewer@government.example', [{ email: 'x@government.example', role: 'lead' }])).status).toBe(403);
    const foreign = (await send('lead@neighbour.example', 'get', '/api/organisation/bodies')).body.items[0].id;
    for (const [path, lines] of [
      [
        'invitations.1.email',
        [
          { email: 'x@government.example', role: 'viewer' },
          { email: 'not an address', role: 'viewer' },
        ],
      ],
      [
        'invitations.1.email',
        [
          { email: 'x@government.example', role: 'viewer' },
          { email: 'X@government.example', role: 'viewer' },
        ],
      ],
      [
        'invitations.1.role',
        [
          { email: 'x@government.example', role: 'viewer' },
          { email: 'y@government.example', role: 'owner' },
        ],
      ],
      [
        'invitations.1.body',
        [
          { email: 'x@government.example', role: 'viewer' },
          { email: 'y@government.example', role: 'viewer', body: foreign },
        ],
      ],
      ['invitations.0.email', [{ email: 'аdmin@government.example', role: 'lead' }]],
    ] as const) {
      const answer = await invite(lead, [...lines]);
      expect([answer.status, answer.body.fields?.[0]?.path]).toEqual([400, path]);
    }
    expect((await letters()).length).toBe(before);
    await invite(lead, [{ email: 'fourth@government.example', role: 'viewer' }]);
    const open = (await list(lead)).invitations.find((i) => i.email === 'fourth@government.example');
    for (const path of [`/api/organisation/invitations/${open?.id}`, `/api/organisation/invitations/${open?.id}/letter`])
      expect((await send('lead@ngo.example', path.endsWith('letter') ? 'post' : 'delete', path)).status).toBe(404);
  });
});

describe('a change', () => {
  const revise = async (by: string, one: Listed, role: string, body: string | null = null) =>
    send(by, 'put', `/api/organisation/members/${one.person}`, { version: one.version, role, body });

  test('of role narrows a running session at its next request; the journal holds before and after', async () => {
    const running = await as('reviewer@government.example');
    const reviewer = await member(lead, 'Legal reviewer');
    expect((await revise(lead, reviewer, 'viewer')).body).toMatchObject({ role: 'viewer', version: 2, body: null });
    const session = await served.http().get('/api/session').set('cookie', running).expect(200);
    expect(session.body).toMatchObject({ role: 'viewer', body: null, may: { recordAssessment: { allowed: false } } });
    expect((await acts()).at(-1)).toMatchObject({ act: 'member.revised', data: { before: { role: 'reviewer' }, after: { role: 'viewer' } } });
    await revise(lead, await member(lead, 'Legal reviewer'), 'reviewer');
  });

  test('of a version that has passed is refused with the member as he or she now is', async () => {
    const police = await member(lead, 'Desk officer, cybercrime');
    await revise(lead, police, 'viewer');
    const stale = await revise(lead, police, 'reviewer');
    expect([stale.status, stale.body.code, stale.body.current.role]).toEqual([409, 'stale_version', 'viewer']);
    await revise(lead, await member(lead, 'Desk officer, cybercrime'), 'contributor');
  });

  test('suspension ends the session; reinstatement brings back the role and no session', async () => {
    const running = await as('police@government.example');
    const police = await member(lead, 'Desk officer, cybercrime');
    const path = `/api/organisation/members/${police.person}`;
    expect((await send(lead, 'post', `${path}/suspension`, { version: police.version })).body.status).toBe('suspended');
    await served.http().get('/api/session').set('cookie', running).expect(401);
    await served.http().post('/api/session').send({ email: 'police@government.example', password: 'pacta-sunt-servanda' }).expect(401);
    expect((await send(lead, 'post', `${path}/suspension`, { version: police.version + 1 })).body.code).toBe('wrong_state');
    expect((await send(lead, 'post', `${path}/reinstatement`, { version: police.version + 1 })).body).toMatchObject({ status: 'active', role: 'contributor' });
    await served.http().get('/api/session').set('cookie', running).expect(401);
    await signIn(served, 'police@government.example');
  });

  test('refuses others than leads, oneself, and the last lead in whatever way', async () => {
    const me = await member(lead, 'National focal point');
    const viewer = await member(lead, 'Treaty desk');
    expect((await revise('reviewer@government.example', viewer, 'lead')).status).toBe(403);
    expect((await revise(lead, me, 'viewer')).body.code).toBe('last_lead');
    expect((await send(lead, 'post', `/api/organisation/members/${me.person}/suspension`, { version: me.version })).body.code).toBe('wrong_state');
    expect((await send(lead, 'post', '/api/organisation/departure', { version: me.version })).body.code).toBe('last_lead');
    expect((await revise(lead, me, 'lead')).status).toBe(200);
    expect(me.may['remove']).toEqual({ allowed: false, because: 'oneself' });
  });

  test('keeps apart: a member of another organisation is not there', async () => {
    const viewer = await member(lead, 'Treaty desk');
    for (const [method, path] of [
      ['put', ''],
      ['post', '/suspension'],
      ['post', '/reinstatement'],
      ['post', '/removal'],
    ] as const) {
      const answer = await send('lead@ngo.example', method, `/api/organisation/members/${viewer.person}${path}`, {
        version: viewer.version,
        role: 'viewer',
        body: null,
      });
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not_found']);
    }
  });
});

describe('twenty at once', () => {
  const leads = Array.from({ length: 20 }, (_, i) => ({ email: `lead${i}@many.example`, name: `Lead ${i}`, role: 'lead' as const }));
  beforeAll(() => asOwner(served.adminUrl, (db) => foundOrganisation(db, { kind: 'ngo', name: 'Many leads' }, leads)));

  const reset = () =>
    admin.query("UPDATE membership SET role = 'lead', status = 'active' WHERE organisation_id = (SELECT id FROM organisation WHERE name = 'Many leads')");

  test('demotions of all twenty leads leave exactly one; the twentieth is told why', async () => {
    const { items } = await list('lead0@many.example');
    for (const { email } of leads) await as(email);
    const answers = await Promise.all(
      leads.map(({ email, name }) => {
        const me = items.find((one) => one.name === name);
        return send(email, 'put', `/api/organisation/members/${me?.person}`, { version: me?.version, role: 'viewer', body: null });
      }),
    );
    expect(answers.filter((a) => a.status === 200)).toHaveLength(19);
    expect(answers.filter((a) => a.status !== 200).map((a) => a.body.code)).toEqual(['last_lead']);
    const { rows } = await admin.query(
      "SELECT count(*)::int AS leads FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE o.name = 'Many leads' AND m.role = 'lead'",
    );
    expect(rows[0].leads).toBe(1);
    await reset();
  });

  test('demotions, suspensions and departures in one heap leave at least one', async () => {
    const { items } = await list('lead0@many.example');
    for (const { email } of leads) await as(email);
    const answers = await Promise.all(
      leads.map(async ({ email, name }, i) => {
        const me = items.find((one) => one.name === name);
        const next = items.find((one) => one.name === leads[(i + 1) % 20]?.name);
        if (!me || !next) throw new Error('nobody');
        if (i % 3 === 0) return send(email, 'put', `/api/organisation/members/${me.person}`, { version: me.version, role: 'viewer', body: null });
        if (i % 3 === 1) return send(email, 'post', '/api/organisation/departure', { version: me.version });
        return send(email, 'post', `/api/organisation/members/${next.person}/suspension`, { version: next.version });
      }),
    );
    const { rows } = await admin.query(
      "SELECT count(*)::int AS leads FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE o.name = 'Many leads' AND m.role = 'lead' AND m.status = 'active'",
    );
    expect(answers.map((a) => a.status).filter((status) => status >= 500)).toEqual([]);
    expect(rows[0].leads).toBeGreaterThanOrEqual(1);
  });

  test('the database counts them one after the other, whoever asks it', async () => {
    await reset();
    const { rows } = await admin.query<{ person_id: string }>(
      "SELECT person_id FROM membership WHERE organisation_id = (SELECT id FROM organisation WHERE name = 'Many leads')",
    );
    const pool = new pg.Pool({ connectionString: served.adminUrl, max: 20 });
    const done = await Promise.allSettled(rows.map((row) => pool.query("UPDATE membership SET role = 'viewer' WHERE person_id = $1", [row.person_id])));
    await pool.end();
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(19);
    const refused = done.flatMap((one) => (one.status === 'rejected' ? [one.reason.constraint] : []));
    expect(refused).toEqual(['organisation_keeps_a_lead']);
  });
});

describe('the organisation’s settings', () => {
  test('name and language are changed by a lead, and letters follow the language', async () => {
    const { body } = await send('lead@ngo.example', 'get', '/api/organisation');
    expect(body).toMatchObject({ name: 'Aruna Child Rights Watch', locale: 'en', may: { revise: { allowed: true } } });
    const revised = await send('lead@ngo.example', 'put', '/api/organisation', { version: body.version, name: 'Veille des droits de l’enfant', locale: 'fr' });
    expect(revised.body).toMatchObject({ name: 'Veille des droits de l’enfant', locale: 'fr', version: body.version + 1 });
    await send('lead@ngo.example', 'post', '/api/organisation/invitations', { invitations: [{ email: 'nouvelle@ngo.example', role: 'viewer' }] });
    expect((await letters()).at(-1)?.locale).toBe('fr');
    const stale = await send('lead@ngo.example', 'put', '/api/organisation', { version: body.version, name: 'X', locale: 'en' });
    expect(stale.body).toMatchObject({ code: 'stale_version', current: { locale: 'fr' } });
  });

  test('refuses others than leads', async () => {
    expect((await send('auditor@ngo.example', 'put', '/api/organisation', { version: 1, name: 'X', locale: 'en' })).status).toBe(403);
    expect((await send('auditor@ngo.example', 'get', '/api/organisation')).body.may.revise).toEqual({ allowed: false, because: 'role' });
  });
});
