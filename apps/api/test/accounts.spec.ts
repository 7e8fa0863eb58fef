import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { asOwner } from '../src/reference/owner.ts';
import { judgesTimes } from './faults/figures.ts';
import { lettersTo } from './letters.ts';
import { linkTo } from './links.ts';
import { seat, signIn } from './people.ts';
import { timeApart } from './same-time.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  await seat(served);
});
afterAll(() => served.stop());

const first = 'pacta-sunt-servanda';
const sentence = 'seven bridges over one river';
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie'])
    .split(',')
    .find((one) => one.startsWith('servanda='))
    ?.split(';')[0] ?? '';
const tryIn = (email: string, password: string) => served.http().post('/api/session').send({ email, password });
const put = (path: string, cookie: string, body: object) => served.http().put(path).set('cookie', cookie).send(body);
const post = (path: string, body: object, cookie = '') => served.http().post(path).set('cookie', cookie).send(body);
const who = (cookie: string) => served.http().get('/api/session').set('cookie', cookie);
const asAdmin = (text: string, values: unknown[] = []) => asOwner(served.adminUrl, async (db) => (await db.query(text, values)).rows);
const acts = async (email: string) =>
  (
    await asAdmin(`SELECT e.act FROM journal_entry e JOIN person p ON p.id::text = e.subject_id WHERE p.email = $1 AND e.subject = 'person' ORDER BY e.seq`, [
      email,
    ])
  ).map((row) => row.act);

describe('changing the password', () => {
  const change = (cookie: string, body: object) => put('/api/account/password', cookie, { language: 'fr', ...body });

  test('asks for the current one, ends the other sessions, goes on under a new token, and writes a letter', async () => {
    const email = 'viewer@government.example';
    const [here, elsewhere] = [await signIn(served, email), await signIn(served, email)];
    const wrong = await change(here, { current: 'not this one', password: sentence }).expect(401);
    expect(wrong.body.fields).toEqual([expect.objectContaining({ path: 'current' })]);
    const renewed = cookieOf(await change(here, { current: first, password: sentence }).expect(204));
    expect(renewed).toMatch(/^servanda=[\w-]{43}$/);
    for (const dead of [here, elsewhere]) await who(dead).expect(401);
    await who(renewed).expect(200);
    await tryIn(email, first).expect(401);
    await tryIn(email, sentence).expect(200);
    expect((await lettersTo(served, email)).map(({ letter, locale }) => `${letter} ${locale}`)).toContain('passwordChanged fr');
    expect(await acts(email)).toContain('password.changed');
  });

  test('takes it as it was typed: blanks at the ends, two ways to write ü, 256 characters', async () => {
    const email = 'police@government.example';
    const cookie = await signIn(served, email);
    const typed = '  u\u0308ber sieben Brücken  ';
    let now = cookieOf(await change(cookie, { current: first, password: typed }).expect(204));
    await tryIn(email, typed.trim()).expect(401);
    await tryIn(email, typed.normalize('NFC')).expect(401);
    await tryIn(email, typed).expect(200);
    const long = `${'🦉🌧️🎻🪁 seven bridges '.repeat(20)}`.slice(0, 250).padEnd(256, 'qzxwv');
    now = cookieOf(await change(now, { current: typed, password: long }).expect(204));
    await tryIn(email, long).expect(200);
  });

  test.each([
    ['fourteen chars', 'x4 kqj, 8wv.mz'],
    ['257 characters', 'seven bridges '.repeat(20).slice(0, 257)],
    ['a common one, twice', 'iloveyou iloveyou'],
    ['the organisation', 'Government of Aruna'],
    ['the address', 'reviewer@government.example'],
    ['the product', 'Servanda-2026-Servanda'],
    ['a run', '1234567890123456789'],
    ['one piece over and over', 'xK9!xK9!xK9!xK9!xK9!'],
    ['half a character', `seven bridges over ${'\ud83e'}`],
    ['a NUL', 'seven bridges\u0000 over'],
  ])('refuses %s, and names the field', async (_, password) => {
    const cookie = await signIn(served, 'reviewer@government.example');
    const answer = await change(cookie, { current: first, password }).expect(400);
    expect(answer.body.fields[0].path).toBe('password');
  });

  test('counts tries of the current one: ten, then a while', async () => {
    const cookie = await signIn(served, 'auditor@ngo.example');
    const answers: number[] = [];
    for (let i = 0; i < 12; i++) answers.push((await change(cookie, { current: `wrong ${i}`, password: sentence })).status);
    expect(answers).toEqual([...Array(10).fill(401), 429, 429]);
  });
});

describe('sessions', () => {
  test('are listed with device and last use, this one marked; one is ended, then all others', async () => {
    const email = 'reviewer@government.example';
    const agents = [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      '<script>alert(1)</script>',
    ];
    await asAdmin('UPDATE session SET ended_at = now() WHERE person_id = (SELECT id FROM person WHERE email = $1)', [email]);
    const cookies: string[] = [];
    for (const agent of agents) cookies.push(cookieOf(await tryIn(email, first).set('user-agent', agent)));
    const [here = '', phone = '', strange = ''] = cookies;
    const list = async () => (await served.http().get('/api/account/sessions').set('cookie', here).expect(200)).body.items;
    const items = await list();
    expect(items.map((s: object) => ({ ...s }))).toEqual([
      expect.objectContaining({ browser: 'Firefox', system: 'Windows', form: 'desktop', isThis: true, organisation: 'Government of Aruna' }),
      expect.objectContaining({ browser: null, form: 'unknown', isThis: false }),
      expect.objectContaining({ browser: 'Safari', system: 'iOS', form: 'mobile', isThis: false }),
    ]);
    expect(JSON.stringify(items)).not.toContain('script');
    await served.http().delete(`/api/account/sessions/${items[2].id}`).set('cookie', here).expect(204);
    await who(phone).expect(401);
    await served.http().delete(`/api/account/sessions/${items[2].id}`).set('cookie', here).expect(404);
    await served.http().delete('/api/account/sessions').set('cookie', here).expect(204);
    await who(strange).expect(401);
    await who(here).expect(200);
    expect(await list()).toHaveLength(1);
  });

  test('of somebody else are not there', async () => {
    const theirs = await signIn(served, 'lead@ngo.example');
    const [{ id }] = (await served.http().get('/api/account/sessions').set('cookie', theirs).expect(200)).body.items;
    await served
      .http()
      .delete(`/api/account/sessions/${id}`)
      .set('cookie', await signIn(served, 'lead@government.example'))
      .expect(404);
    await who(theirs).expect(200);
  });

  test.each([
    ['unused for an hour', `last_seen_at = now() - interval '61 minutes'`],
    ['twelve hours old', `expires_at = now() - interval '1 second'`],
    ['last used in the future, for the clock went back', `last_seen_at = now() + interval '1 hour'`],
  ])('%s: over, and it stays over when the clock says otherwise', async (_, set) => {
    const cookie = await signIn(served, 'lead@neighbour.example');
    const newest = '(SELECT id FROM session ORDER BY created_at DESC, id DESC LIMIT 1)';
    await asAdmin(`UPDATE session SET ${set} WHERE id = ${newest}`);
    await who(cookie).expect(401);
    await asAdmin(`UPDATE session SET last_seen_at = now(), expires_at = now() + interval '1 hour' WHERE id = ${newest}`);
    await who(cookie).expect(401);
  });

  test('a fixed or tampered cookie is no session, and signing in never keeps the one that came', async () => {
    const planted = `servanda=${'A'.repeat(43)}`;
    const given = cookieOf(await tryIn('lead@neighbour.example', first).set('cookie', planted).expect(200));
    expect(given).not.toBe(planted);
    await who(planted).expect(401);
    for (const bad of [
      `${given}A`,
      given.slice(0, -1),
      given.replace('servanda=', 'servanda=%00'),
      `${given};servanda=x`.split(';').reverse().join(';'),
      'servanda=%F0%28',
    ])
      expect([401, 200]).toContain((await who(bad)).status);
    await who(`${given.slice(0, -1)}${given.endsWith('A') ? 'B' : 'A'}`).expect(401);
  });
});

describe('a forgotten password', () => {
  const email = 'contributor@government.example';
  const ask = (address: string) => post('/api/password/reset', { email: address, language: 'en' });

  test('is reset by the link of a letter, once; every session ends, and none is opened', async () => {
    const cookie = await signIn(served, email);
    await ask(email).expect(204);
    const token = await linkTo(served, email, 'passwordReset');
    expect((await post('/api/password/reset/link', { token }).expect(200)).body).toEqual({ email, name: 'Desk officer, child protection' });
    await post('/api/password/reset/new', { token, password: 'short', language: 'en' }).expect(400);
    await post('/api/password/reset/new', { token, password: email, language: 'en' }).expect(400);
    const done = await post('/api/password/reset/new', { token, password: sentence, language: 'en' }).expect(200);
    expect(cookieOf(done)).toBe('');
    await who(cookie).expect(401);
    await tryIn(email, first).expect(401);
    await tryIn(email, sentence).expect(200);
    for (const path of ['/api/password/reset/link', '/api/password/reset/new'])
      expect((await post(path, { token, password: `${sentence} again`, language: 'en' }).expect(410)).body.code).toBe('link_unusable');
    expect(await acts(email)).toEqual(expect.arrayContaining(['password.reset_asked', 'password.reset']));
  });

  test('earlier letters stay good until one is used; more than three in an hour are not written', async () => {
    const address = 'lead@ngo.example';
    const tokens: string[] = [];
    for (let i = 0; i < 5; i++) {
      await ask(address).expect(204);
      tokens.push(await linkTo(served, address, 'passwordReset'));
    }
    expect(new Set(tokens).size).toBe(3);
    await post('/api/password/reset/new', { token: tokens[0], password: sentence, language: 'en' }).expect(200);
    for (const token of tokens) await post('/api/password/reset/link', { token }).expect(410);
  });

  test('a link runs out, and stays so though the clock went back; a made-up one is no link', async () => {
    const address = 'lead@government.example';
    await ask(address).expect(204);
    const token = await linkTo(served, address, 'passwordReset');
    await asAdmin(`UPDATE mailed_link SET expires_at = now() - interval '1 second' WHERE used_at IS NULL`);
    await post('/api/password/reset/link', { token }).expect(410);
    await asAdmin(`UPDATE mailed_link SET expires_at = now() + interval '1 hour'`);
    await post('/api/password/reset/link', { token }).expect(410);
    for (const made of ['', 'A'.repeat(43), `${token}\u200b`, '../../x', "' OR 1=1"]) await post('/api/password/reset/link', { token: made }).expect(410);
  });

  test('nothing tells whether an address has an account: same answer, same time, a letter only where there is one', async () => {
    const answers = new Set<string>();
    const asking = (address: string) => async () => {
      await asAdmin('DELETE FROM throttle');
      // So that each letter is really written, not only the three of an hour.
      await asAdmin("UPDATE mailed_link SET created_at = created_at - interval '2 hours'");
      const answer = await ask(address);
      answers.add(`${answer.status} ${answer.text} ${Object.keys(answer.headers).sort()}`);
    };
    const { apart, median } = await timeApart([asking('police@government.example'), asking('nobody@government.example')], 25);
    expect(answers.size).toBe(1);
    if (judgesTimes) expect(apart).toBeLessThan(25);
    expect(median).toBeGreaterThanOrEqual(495);
    expect(await lettersTo(served, 'nobody@government.example')).toEqual([]);
  });
});

describe('the address', () => {
  const ask = (cookie: string, email: string) => put('/api/account/address', cookie, { email, language: 'en' });

  test('changes once the new one confirms; the old one can undo it, and then every session ends', async () => {
    const [old, next] = ['lead@neighbour.example', 'focal@neighbour.example'];
    const cookie = await signIn(served, old);
    await ask(cookie, next).expect(204);
    const [confirm, stop] = [await linkTo(served, next, 'addressConfirm'), await linkTo(served, old, 'addressStop')];
    expect((await who(cookie)).body.person.email).toBe(old);
    expect((await post('/api/address/confirm', { token: confirm }).expect(200)).body).toEqual({ email: next });
    await post('/api/address/confirm', { token: confirm }).expect(410);
    expect((await who(cookie)).body.person.email).toBe(next);
    await tryIn(next, first).expect(200);
    expect((await post('/api/address/stop', { token: stop }).expect(200)).body).toEqual({ email: old });
    await who(cookie).expect(401);
    await tryIn(next, first).expect(401);
    await tryIn(old, first).expect(200);
    await post('/api/address/stop', { token: stop }).expect(410);
    expect(await acts(old)).toEqual(expect.arrayContaining(['address.change_asked', 'address.changed', 'address.change_stopped']));
  });

  test('stopped before it was confirmed, it never changes', async () => {
    const [old, next] = ['lead@neighbour.example', 'desk@neighbour.example'];
    const cookie = await signIn(served, old);
    await ask(cookie, next).expect(204);
    await post('/api/address/stop', { token: await linkTo(served, old, 'addressStop') }).expect(200);
    await post('/api/address/confirm', { token: await linkTo(served, next, 'addressConfirm') }).expect(410);
  });

  test('of another account gets no letter, and the asker sees no difference', async () => {
    const cookie = await signIn(served, 'operator@servanda.example');
    const taken = await ask(cookie, 'police@government.example').expect(204);
    const free = await ask(cookie, 'other@servanda.example').expect(204);
    expect(taken.text).toBe(free.text);
    expect((await lettersTo(served, 'police@government.example')).filter(({ letter }) => letter === 'addressConfirm')).toEqual([]);
    expect(await linkTo(served, 'other@servanda.example', 'addressConfirm')).toMatch(/^[\w-]{43}$/);
  });

  test.each([
    '\u212aate@government.example',
    'le\u0430d@government.example',
    'lead@g\u043evernment.example',
    'ｌead@government.example',
    'lead\u200b@government.example',
  ])('that only looks like one is not taken: %j', async (email) => {
    const cookie = await signIn(served, 'operator@servanda.example');
    await ask(cookie, email).expect(400);
    await tryIn(email, first).expect(400);
  });
});

describe('an account that is taken back', () => {
  const ask = (cookie: string, email: string) => put('/api/account/address', cookie, { email, language: 'en' });
  const thief = 'thief@elsewhere.example';
  const person = 'auditor@ngo.example';
  const third = 'nine lanterns under a roof';

  test.each([
    [
      'a reset',
      async () => post('/api/password/reset/new', { token: await linkTo(served, person, 'passwordReset'), password: sentence, language: 'en' }),
      first,
    ],
    [
      'a changed password',
      async () => put('/api/account/password', cookieOf(await tryIn(person, sentence)), { current: sentence, password: third, language: 'en' }),
      sentence,
    ],
  ])('by %s: a change of address that was asked for before does not happen', async (_, takeBack, known) => {
    await ask(cookieOf(await tryIn(person, known).expect(200)), thief).expect(204);
    const confirm = await linkTo(served, thief, 'addressConfirm');
    await post('/api/password/reset', { email: person, language: 'en' }).expect(204);
    expect((await takeBack()).status).toBeLessThan(300);
    await post('/api/address/confirm', { token: confirm }).expect(410);
  });

  test('by the link in the first letter, though the address was changed twice and the second change stopped', async () => {
    const cookie = cookieOf(await tryIn(person, third).expect(200));
    await ask(cookie, thief).expect(204);
    const wayBack = await linkTo(served, person, 'addressStop');
    await post('/api/address/confirm', { token: await linkTo(served, thief, 'addressConfirm') }).expect(200);
    await ask(cookie, 'second@elsewhere.example').expect(204);
    await post('/api/address/stop', { token: await linkTo(served, thief, 'addressStop') }).expect(200);
    expect((await post('/api/address/stop', { token: wayBack }).expect(200)).body).toEqual({ email: person });
    await tryIn(person, third).expect(200);
    await tryIn(thief, third).expect(401);
  });

  test('nobody comes in by the old password while it is being changed, nor by a step begun with it', async () => {
    const db = new pg.Client({ connectionString: served.adminUrl });
    await db.connect();
    try {
      // The change is on its way, and not yet to be seen, when the old password is found right.
      await db.query('BEGIN');
      await db.query("UPDATE credential SET password_hash = 'another' WHERE person_id = (SELECT id FROM person WHERE email = $1)", [person]);
      let answered = 0;
      const signing = tryIn(person, third).then(({ status }) => {
        answered = status;
      });
      while (!answered && !(await db.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rowCount) await new Promise((turn) => setImmediate(turn));
      await db.query('COMMIT');
      await signing;
      expect(answered).toBe(401);
    } finally {
      await db.end();
    }
  });
});

describe('the profile', () => {
  test('changes name and language, and is known to the journal', async () => {
    const email = 'operator@servanda.example';
    const cookie = await signIn(served, email);
    const answer = await put('/api/account/profile', cookie, { name: '  Opérateur ', locale: 'fr', email: 'x@y.example', role: 'lead' }).expect(200);
    expect(answer.body.person).toMatchObject({ name: 'Opérateur', locale: 'fr', email });
    await who(cookie).expect(401);
    await who(cookieOf(answer)).expect(200);
    expect(await acts(email)).toContain('profile.changed');
  });
});
