// Authenticator and recovery codes: does, refuses, keeps apart.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { behind, codeOf, cookiesOf, enrolTotp, forgetSteps, passwordStep } from './factors.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
const email = 'lead@government.example';
let secret: string;
let recoveryCodes: string[];
let cookie: string;
beforeAll(async () => {
  served = await serve();
  await seat(served);
});
afterAll(() => served.stop());

const prove = (step: string, body: object) => served.http().post('/api/session/second-factor').set('cookie', step).send(body);
const get = (path: string, as = cookie) => served.http().get(path).set('cookie', as);

describe('setting up an authenticator', () => {
  test('nothing is kept before the first right code', async () => {
    cookie = await signIn(served, email);
    const begun = await served.http().post('/api/account/totp').set('cookie', cookie).expect(200);
    expect(begun.body.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(begun.body.uri).toContain(`otpauth://totp/Servanda:${encodeURIComponent(email)}`);
    const wrong = await served.http().put('/api/account/totp').set('cookie', cookie).send({ code: '000000' }).expect(401);
    expect(wrong.body.code).toBe('second_factor_wrong');
    expect((await get('/api/account/factors')).body).toEqual({ totp: null, passkeys: [], recoveryCodesLeft: null, isRequired: false });
    // The password is still enough.
    await signIn(served, email);
  });

  test('the first right code keeps it, hands out ten recovery codes once, and ends the other sessions', async () => {
    const other = await signIn(served, email);
    ({ cookie, secret, recoveryCodes } = await enrolTotp(served, email));
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{6}-){3}[0-9A-HJKMNP-TV-Z]{6}$/);
    const { body } = await get('/api/account/factors');
    expect(body).toMatchObject({ recoveryCodesLeft: 10, totp: { lastUsedAt: null } });
    await get('/api/session', other).expect(401);
    const me = await get('/api/session').expect(200);
    expect(me.body).toMatchObject({ methods: ['password', 'totp'], secondFactor: { has: true, requiredFrom: null, isMissing: false } });
  });

  test('the secret and the codes lie in the database sealed and hashed', async () => {
    const rows = await behind<{ text: string }>(
      served,
      `SELECT encode(sealed_secret, 'escape') AS text FROM totp UNION ALL SELECT encode(code_sha256, 'escape') FROM recovery_code UNION ALL SELECT facts::text FROM ceremony`,
    );
    for (const { text } of rows)
      for (const plain of [secret, ...recoveryCodes, ...recoveryCodes.map((c) => c.replaceAll('-', ''))]) expect(text).not.toContain(plain);
  });

  test('a second one is refused', async () => {
    expect((await served.http().post('/api/account/totp').set('cookie', cookie).expect(409)).body.code).toBe('already_exists');
  });
});

describe('signing in with it', () => {
  test('the password alone opens nothing and hands out an HttpOnly step', async () => {
    const answer = await served.http().post('/api/session').send({ email, password: 'pacta-sunt-servanda' }).expect(401);
    expect(answer.body).toMatchObject({ code: 'second_factor_required', step: { methods: ['totp', 'recovery'] } });
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^servanda-second-factor=[\w-]{43}; Max-Age=300; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect(JSON.stringify(answer.body)).not.toContain(cookiesOf(answer).split('=')[1]);
    await get('/api/session', cookiesOf(answer)).expect(401);
    await get('/api/dossiers', cookiesOf(answer)).expect(401);
  });

  test('a wrong password is refused as ever, and tells nothing of a second factor', async () => {
    const wrong = await served.http().post('/api/session').send({ email, password: 'not the password' }).expect(401);
    expect([wrong.body.code, wrong.body.step, wrong.headers['set-cookie']]).toEqual(['wrong_credentials', undefined, undefined]);
  });

  test('with a code; the same code never again', async () => {
    const code = codeOf(secret);
    const [first, second] = [await passwordStep(served, email), await passwordStep(served, email)];
    const inside = await prove(first.cookie, { method: 'totp', code: `${code.slice(0, 3)} ${code.slice(3)}` }).expect(200);
    expect(inside.body.methods).toEqual(['password', 'totp']);
    await get('/api/dossiers', cookiesOf(inside)).expect(200);
    expect((await prove(second.cookie, { method: 'totp', code }).expect(401)).body.code).toBe('second_factor_wrong');
    // The step is done with: its cookie opens nothing more.
    expect((await prove(first.cookie, { method: 'totp', code: codeOf(secret, 1) }).expect(401)).body.code).toBe('not_signed_in');
  });

  test('an older code than the last one used, and one from further away, are refused', async () => {
    const step = await passwordStep(served, email);
    for (const away of [-1, -3, 3]) await prove(step.cookie, { method: 'totp', code: codeOf(secret, away) }).expect(401);
    await prove(step.cookie, { method: 'totp', code: codeOf(secret, 1) }).expect(200);
  });

  test('one code from twenty browsers at once lets exactly one in', async () => {
    await forgetSteps(served, email);
    await behind(served, 'UPDATE ceremony SET wrong_codes = 0');
    const steps = await manySteps(20);
    const code = codeOf(secret);
    const answers = await Promise.all(steps.map((step) => prove(step.cookie, { method: 'totp', code })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 401, 429]).toContain(status);
  });

  test('one code twenty times at once in one step lets exactly one in', async () => {
    await forgetSteps(served, email);
    await behind(served, 'UPDATE ceremony SET wrong_codes = 0');
    const step = await passwordStep(served, email);
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 20 }, () => prove(step.cookie, { method: 'totp', code })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  test('five tries, then the step is over; ten wrong codes in an hour, and codes rest while recovery codes do not', async () => {
    await behind(served, 'UPDATE ceremony SET wrong_codes = 0');
    await forgetSteps(served, email);
    for (const _ of [1, 2]) {
      const step = await passwordStep(served, email);
      for (const __ of [1, 2, 3, 4, 5])
        expect((await prove(step.cookie, { method: 'totp', code: '000000' }).expect(401)).body.code).toBe('second_factor_wrong');
      expect((await prove(step.cookie, { method: 'totp', code: codeOf(secret) }).expect(401)).body.code).toBe('not_signed_in');
    }
    const step = await passwordStep(served, email);
    expect((await prove(step.cookie, { method: 'totp', code: codeOf(secret) }).expect(429)).body.code).toBe('too_many_requests');
    const inside = await prove(step.cookie, { method: 'recovery', code: ` ${recoveryCodes[0]?.toLowerCase().replace('0', 'o').replace('1', 'l')} ` }).expect(
      200,
    );
    expect(inside.body.methods).toEqual(['password', 'recovery']);
    await behind(served, 'UPDATE ceremony SET wrong_codes = 0');
  });

  test('twenty wrong codes at once in twenty steps: ten are looked at', async () => {
    await forgetSteps(served, email);
    await behind(served, 'UPDATE ceremony SET wrong_codes = 0');
    const steps = await manySteps(20);
    const answers = await Promise.all(steps.map((step) => prove(step.cookie, { method: 'totp', code: '000000' })));
    expect(answers.map(({ body }) => body.code).sort()).toEqual([
      ...Array.from({ length: 10 }, () => 'second_factor_wrong'),
      ...Array.from({ length: 10 }, () => 'too_many_requests'),
    ]);
    await behind(served, 'UPDATE ceremony SET wrong_codes = 0');
  });

  test('a step runs out, and a clock going back does not revive it', async () => {
    const step = await passwordStep(served, email);
    await behind(served, "UPDATE ceremony SET expires_at = now() - interval '1 second' WHERE done_at IS NULL");
    await prove(step.cookie, { method: 'totp', code: codeOf(secret) }).expect(401);
    await behind(served, "UPDATE ceremony SET expires_at = now() + interval '1 hour'");
    expect((await prove(step.cookie, { method: 'totp', code: codeOf(secret) }).expect(401)).body.code).toBe('not_signed_in');
  });

  test('a step is bound to its person: another’s code does not pass', async () => {
    const other = await enrolTotp(served, 'reviewer@government.example');
    const step = await passwordStep(served, email);
    await prove(step.cookie, { method: 'totp', code: codeOf(other.secret) }).expect(401);
    await prove(step.cookie, { method: 'recovery', code: other.recoveryCodes[0] }).expect(401);
  });
});

/** One after the other: twenty passwords at once from one network would be too many tries. */
async function manySteps(many: number) {
  const steps: Awaited<ReturnType<typeof passwordStep>>[] = [];
  for (let i = 0; i < many; i++) steps.push(await passwordStep(served, email));
  return steps;
}

describe('recovery codes', () => {
  test('each works once, also twenty times at once', async () => {
    const code = recoveryCodes[1];
    const steps = await manySteps(20);
    const answers = await Promise.all(steps.map((step) => prove(step.cookie, { method: 'recovery', code })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect((await get('/api/account/factors')).body.recoveryCodesLeft).toBe(8);
  });

  test('new ones void the old ones', async () => {
    const renewed = await served.http().post('/api/account/recovery-codes').set('cookie', cookie).expect(200);
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    const step = await passwordStep(served, email);
    await prove(step.cookie, { method: 'recovery', code: recoveryCodes[2] }).expect(401);
    await prove(step.cookie, { method: 'recovery', code: renewed.body.recoveryCodes[0] }).expect(200);
  });

  test('whoever has no factor gets none', async () => {
    const without = await signIn(served, 'viewer@government.example');
    expect((await served.http().post('/api/account/recovery-codes').set('cookie', without).expect(409)).body.code).toBe('wrong_state');
  });
});

describe('proving anew who one is', () => {
  const confirm = (as: string, body: object) => served.http().post('/api/session/confirmation').set('cookie', as).send(body);
  const age = (minutes: number, who: string) =>
    behind(
      served,
      `UPDATE session_proof SET confirmed_at = now() - $1 * interval '1 minute' WHERE session_id IN (SELECT s.id FROM session s JOIN person p ON p.id = s.person_id WHERE p.email = $2)`,
      [minutes, who],
    );

  test('a dangerous act asks for it after five minutes; a password is enough for who has nothing more, and the token changes', async () => {
    const who = 'contributor@government.example';
    const old = await signIn(served, who);
    await age(4, who);
    await served.http().post('/api/account/totp').set('cookie', old).expect(200);
    await age(6, who);
    expect((await served.http().post('/api/account/totp').set('cookie', old).expect(403)).body.code).toBe('confirm_identity');
    expect((await get('/api/session/confirmation', old)).body.methods).toEqual(['password']);
    expect((await confirm(old, { method: 'password', password: 'not this one at all' }).expect(401)).body.code).toBe('wrong_credentials');
    const done = await confirm(old, { method: 'password', password: 'pacta-sunt-servanda' }).expect(200);
    const fresh = cookiesOf(done);
    await get('/api/session', old).expect(401);
    await served.http().post('/api/account/totp').set('cookie', fresh).expect(200);
    expect((await get('/api/session', fresh)).body.signedInAt).not.toBe(done.body.confirmedAt);
  });

  test('who has a second factor proves it by that: the password alone is refused', async () => {
    await forgetSteps(served, email);
    await age(6, email);
    expect((await get('/api/session/confirmation')).body.methods).toEqual(['totp', 'recovery']);
    expect((await confirm(cookie, { method: 'password', password: 'pacta-sunt-servanda' }).expect(401)).body.code).toBe('second_factor_wrong');
    await served.http().delete('/api/account/totp').set('cookie', cookie).expect(403);
    cookie = cookiesOf(await confirm(cookie, { method: 'totp', code: codeOf(secret) }).expect(200));
    await get('/api/session').expect(200);
  });

  test('of fifteen guesses at once no more than ten are looked at', async () => {
    const open = await signIn(served, 'viewer@government.example');
    const answers = await Promise.all(Array.from({ length: 15 }, () => confirm(open, { method: 'password', password: 'guess' })));
    expect(answers.filter(({ body }) => body.code === 'wrong_credentials').length).toBeLessThanOrEqual(10);
    expect((await confirm(open, { method: 'password', password: 'guess' })).status).not.toBe(200);
  });

  test('guessing the password of an open session rests after ten', async () => {
    const who = 'auditor@ngo.example';
    const open = await signIn(served, who);
    const codes: string[] = [];
    for (let i = 0; i < 11; i++) codes.push((await confirm(open, { method: 'password', password: 'guess' })).body.code);
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'wrong_credentials'), 'too_many_requests']);
    expect((await confirm(open, { method: 'password', password: 'pacta-sunt-servanda' }).expect(429)).body.code).toBe('too_many_requests');
  });
});

describe('taking it away', () => {
  test('ends every other session, and the password is enough again', async () => {
    await forgetSteps(served, email);
    const step = await passwordStep(served, email);
    const other = cookiesOf(await prove(step.cookie, { method: 'totp', code: codeOf(secret, 1) }).expect(200));
    await served.http().delete('/api/account/totp').set('cookie', cookie).expect(204);
    await get('/api/session', other).expect(401);
    await get('/api/session').expect(200);
    await signIn(served, email);
    await served.http().delete('/api/account/totp').set('cookie', cookie).expect(404);
  });

  test('each change went into the journal and into a letter to its owner', async () => {
    const entries = await behind<{ act: string }>(
      served,
      `SELECT DISTINCT e.act FROM journal_entry e JOIN person p ON p.id = e.person_id WHERE p.email = $1 AND e.act NOT LIKE 'session.o%' ORDER BY 1`,
      [email],
    );
    expect(entries.map(({ act }) => act)).toEqual(['act.refused', 'recovery_codes.renewed', 'session.ended', 'session.proven', 'totp.added', 'totp.removed']);
    const refused = await behind(served, "SELECT 1 FROM journal_entry WHERE act = 'second_factor.refused' AND person_id IS NULL");
    expect(refused.length).toBeGreaterThan(10);
    const letters = await behind<{ text: string }>(served, "SELECT text FROM outbox WHERE letter = 'factorChanged' AND to_address = $1 ORDER BY id", [email]);
    const told = letters.map(({ text }) => /An authenticator was added|recovery codes\.|New recovery|authenticator was removed/.exec(text)?.[0]);
    expect(told).toEqual(expect.arrayContaining(['An authenticator was added', 'recovery codes.', 'New recovery', 'authenticator was removed']));
  });
});
