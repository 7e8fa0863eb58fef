// Single sign-on against a real OpenID provider: does, refuses, keeps apart.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Cast } from '../src/demo/cast.ts';
import { tokenHash } from '../src/people/tokens.ts';
import { behind, codeOf, cookiesOf, enrolTotp, forgetSteps } from './factors.ts';
import { realProvider, walkTo } from './oidc.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { begin, beginLink, comeBack, configure, goingOf, link, roundTrip } from './sign-on.ts';

let served: Served;
let cast: Cast;
let provider: Awaited<ReturnType<typeof realProvider>>;
const lead = 'lead@government.example';
const member = 'contributor@government.example';
const refused = 'sign_on_refused';
beforeAll(async () => {
  served = await serve();
  cast = await seat(served);
  provider = await realProvider([cast.government, cast.ngo].map(({ id }) => `http://localhost:4000/sign-on/${id}`));
});
afterAll(async () => {
  await provider?.stop();
  await served.stop();
});
const get = (path: string, cookie: string) => served.http().get(path).set('cookie', cookie);
const asLead = (method: 'put' | 'delete', path: string, cookie: string, body?: object) => served.http()[method](path).set('cookie', cookie).send(body);

describe('setting it up', () => {
  test('the lead names a provider that answers; its secret is sealed and never shown again', async () => {
    const answer = await configure(served, lead, provider.issuer);
    expect([answer.status, answer.body.provider]).toEqual([
      200,
      { signInName: 'aruna', issuer: provider.issuer, clientId: 'servanda', domains: [], secondFactorAcr: [] },
    ]);
    expect(answer.body.redirectUri).toBe(`http://localhost:4000/sign-on/${cast.government.id}`);
    expect(JSON.stringify(answer.body)).not.toContain('a client secret');
    const [row] = await behind<{ sealed: string }>(served, "SELECT encode(sealed_secret, 'escape') AS sealed FROM identity_provider");
    expect(row?.sealed).not.toContain('a client secret');
  });

  test.each([
    ['nobody answers', 'http://127.0.0.1:9'],
    ['a private address', 'https://10.0.0.1'],
    ['the address of a cloud’s own service', 'https://169.254.169.254'],
    ['loopback written otherwise', 'https://[::ffff:127.0.0.1]'],
    ['no TLS', 'http://issuer.example'],
  ])('%s is refused', async (_, issuer) => {
    const answer = await configure(served, lead, issuer);
    expect([answer.status, answer.body.fields?.[0]?.path]).toEqual([400, 'issuer']);
  });

  test('only a lead; a kept secret goes to no other issuer; a name is one organisation’s', async () => {
    expect((await configure(served, 'reviewer@government.example', provider.issuer)).body.code).toBe('forbidden');
    const moved = await configure(served, lead, 'https://elsewhere.example', { clientSecret: undefined });
    expect([moved.status, moved.body.fields?.[0]?.path]).toEqual([400, 'clientSecret']);
    expect((await configure(served, lead, provider.issuer, { clientSecret: undefined })).status).toBe(200);
    // Also of one that has ended its sign-in: its members' old links lead there.
    for (const isOn of [true, false]) {
      await behind(served, 'UPDATE identity_provider SET is_on = $1', [isOn]);
      expect((await configure(served, 'lead@ngo.example', provider.issuer)).body.code).toBe('already_exists');
    }
    await behind(served, 'UPDATE identity_provider SET is_on = true');
  });
});

describe('linking', () => {
  test('nobody is let in by the address of an account: the link comes first', async () => {
    provider.state.login = { sub: 'anna', email: member };
    const answer = await roundTrip(served, await begin(served));
    expect([answer.status, answer.body.code]).toEqual([401, refused]);
  });

  test('a signed-in member links, and then comes in by it', async () => {
    await link(served, member);
    const answer = await roundTrip(served, await begin(served));
    expect(answer.body).toMatchObject({ purpose: 'sign_in', session: { person: { email: member }, methods: ['single_sign_on'] } });
    await get('/api/dossiers', cookiesOf(answer)).expect(200);
    expect((await get('/api/account/identities', cookiesOf(answer))).body).toMatchObject({ items: [{ issuer: provider.issuer }], mayLink: false });
  });

  test('a subject is one person’s', async () => {
    const other = await signIn(served, 'viewer@government.example');
    expect((await roundTrip(served, await beginLink(served, other), other)).body.code).toBe('already_exists');
  });

  test('a link begun in one session is finished in no other, and in none', async () => {
    provider.state.login = { sub: 'berta' };
    const mine = await signIn(served, 'viewer@government.example');
    const theirs = await signIn(served, 'reviewer@government.example');
    for (const cookie of ['', theirs]) expect((await roundTrip(served, await beginLink(served, mine), cookie)).body.code).toBe(refused);
    expect((await get('/api/account/identities', theirs)).body.items).toEqual([]);
  });
});

describe('coming back', () => {
  beforeAll(() => {
    provider.state.login = { sub: 'anna' };
  });

  test('counts once: the same answer again is refused, also ten times at once', async () => {
    const going = await begin(served);
    const query = await walkTo(going.url, going.redirectUri);
    const answers = await Promise.all(Array.from({ length: 10 }, () => comeBack(served, going, query)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await comeBack(served, going, query)).body.code).toBe(refused);
  });

  test('in another browser, with another state, without state, with another code, or with an error is refused', async () => {
    const queryOf = async () => {
      const going = await begin(served);
      return { going, query: await walkTo(going.url, going.redirectUri) };
    };
    const { going, query } = await queryOf();
    expect((await comeBack(served, { ...going, cookie: '' }, query)).body.code).toBe(refused);
    const other = await begin(served);
    expect((await comeBack(served, other, query)).body.code).toBe(refused);
    for (const change of [
      (search: URLSearchParams) => search.delete('state'),
      (search: URLSearchParams) => search.set('code', 'made-up'),
      (search: URLSearchParams) => search.set('error', 'access_denied'),
      (search: URLSearchParams) => search.set('iss', 'https://elsewhere.example'),
      (search: URLSearchParams) => search.delete('iss'),
    ]) {
      const one = await queryOf();
      const search = new URLSearchParams(one.query);
      change(search);
      expect([change.toString(), (await comeBack(served, one.going, `?${search}`)).body.code]).toEqual([change.toString(), refused]);
    }
  });

  test('to the address of another organisation is refused', async () => {
    const going = await begin(served);
    const query = await walkTo(going.url, going.redirectUri);
    expect((await comeBack(served, { ...going, organisation: cast.ngo.id }, query)).body.code).toBe(refused);
  });

  test('only accounts of the named domains', async () => {
    await configure(served, lead, provider.issuer, { domains: ['ministry.example'] });
    provider.state.login = { sub: 'anna', email: 'anna@elsewhere.example' };
    expect((await roundTrip(served, await begin(served))).body.code).toBe(refused);
    provider.state.login = { sub: 'anna', email: 'anna@ministry.example.elsewhere.example' };
    expect((await roundTrip(served, await begin(served))).body.code).toBe(refused);
    provider.state.login = { sub: 'anna', email: 'anna@MINISTRY.example' };
    expect((await roundTrip(served, await begin(served))).status).toBe(200);
    await configure(served, lead, provider.issuer);
  });
});

describe('what it counts for', () => {
  beforeAll(() => {
    provider.state.login = { sub: 'anna' };
  });

  test('a session by the organisation’s sign-in opens nothing of another, and alone it is not fresh', async () => {
    // The member also works for the NGO.
    await behind(served, "INSERT INTO membership (organisation_id, person_id, role, status) SELECT $1, id, 'viewer', 'active' FROM person WHERE email = $2", [
      cast.ngo.id,
      member,
    ]);
    const cookie = cookiesOf(await roundTrip(served, await begin(served)));
    await get('/api/dossiers', cookie).expect(200);
    expect((await served.http().post('/api/account/passkeys/challenge').set('cookie', cookie).expect(403)).body.code).toBe('confirm_identity');
    const over = await served.http().put('/api/session/organisation').set('cookie', cookie).send({ organisation: cast.ngo.id });
    expect([over.status, over.body.code]).toEqual([403, 'forbidden']);
    // Also where somebody moved it behind the product's back.
    await behind(served, 'UPDATE session SET organisation_id = $1 WHERE token_sha256 = $2', [
      cast.ngo.id,
      tokenHash(/servanda=([^;]+)/.exec(cookie)?.[1] ?? ''),
    ]);
    await get('/api/dossiers', cookie).expect(401);
    await behind(served, 'DELETE FROM membership WHERE organisation_id = $1 AND person_id = (SELECT id FROM person WHERE email = $2)', [cast.ngo.id, member]);
  });

  test('a second factor here is asked for where the provider has not asked for one', async () => {
    const { secret, cookie } = await enrolTotp(served, 'reviewer@government.example');
    provider.state.login = { sub: 'rita' };
    await roundTrip(served, await beginLink(served, cookie), cookie);
    const half = await roundTrip(served, await begin(served));
    expect([half.status, half.body.code, half.body.step]).toEqual([401, 'second_factor_required', { methods: ['totp', 'recovery'] }]);
    await forgetSteps(served, 'reviewer@government.example');
    const done = await served
      .http()
      .post('/api/session/second-factor')
      .set('cookie', cookiesOf(half))
      .send({ method: 'totp', code: codeOf(secret) })
      .expect(200);
    expect(done.body.methods).toEqual(['single_sign_on', 'totp']);

    provider.state.login = { sub: 'rita', amr: ['pwd', 'mfa'] };
    const whole = await roundTrip(served, await begin(served));
    expect(whole.body.session?.methods).toEqual(['single_sign_on', 'single_sign_on_mfa']);
  });

  test('`acr` counts only as the lead has named it', async () => {
    provider.state.login = { sub: 'anna', acr: 'urn:example:two' };
    expect((await roundTrip(served, await begin(served))).body.session.methods).toEqual(['single_sign_on']);
    await configure(served, lead, provider.issuer, { secondFactorAcr: ['urn:example:two'] });
    expect((await roundTrip(served, await begin(served))).body.session.methods).toEqual(['single_sign_on', 'single_sign_on_mfa']);
    await configure(served, lead, provider.issuer);
  });
});

describe('what an organisation may ask for', () => {
  const revise = (cookie: string, body: object) =>
    asLead('put', '/api/organisation/sign-in', cookie, { secondFactor: false, graceDays: 0, isSingleSignOnOnly: false, ...body });

  test('a second factor: not by who has none; then members without reach only the own account, after the days of grace', async () => {
    const plain = await signIn(served, lead);
    expect((await revise(plain, { secondFactor: true }).expect(403)).body.code).toBe('second_factor_missing');
    const { cookie } = await enrolTotp(served, lead);
    const soon = await revise(cookie, { secondFactor: true, graceDays: 14 }).expect(200);
    expect(Date.parse(soon.body.secondFactorFrom) - Date.now()).toBeGreaterThan(13.9 * 86_400_000);
    expect(soon.body.membersWithout).toBe(3);
    const other = await signIn(served, 'police@government.example');
    await get('/api/dossiers', other).expect(200);
    expect((await get('/api/session', other)).body.secondFactor).toMatchObject({ has: false, isMissing: false, requiredFrom: soon.body.secondFactorFrom });

    // Asked for already: the day stays.
    expect((await revise(cookie, { secondFactor: true, graceDays: 0 }).expect(200)).body.secondFactorFrom).toBe(soon.body.secondFactorFrom);
    await revise(cookie, {}).expect(200);
    await revise(cookie, { secondFactor: true }).expect(200);
    await get('/api/dossiers', cookie).expect(200);
    expect((await get('/api/dossiers', other).expect(403)).body.code).toBe('second_factor_missing');
    await get('/api/account/factors', other).expect(200);
    // What somebody follows and is told tells of the work: it is no matter of the account alone.
    for (const path of ['/api/account/following', '/api/account/news', '/api/account/news/unread'])
      expect((await get(path, other).expect(403)).body.code).toBe('second_factor_missing');
    expect((await get('/api/session', other)).body.secondFactor.isMissing).toBe(true);
    const { secret } = (await served.http().post('/api/account/totp').set('cookie', other).expect(200)).body;
    await served
      .http()
      .put('/api/account/totp')
      .set('cookie', other)
      .send({ code: codeOf(secret) })
      .expect(200);
    await get('/api/dossiers', other).expect(200);
    // The last one stays, for as long as it is asked for.
    expect((await served.http().delete('/api/account/totp').set('cookie', other).expect(409)).body.code).toBe('last_factor');
    // Members of other organisations are asked for nothing.
    await get('/api/dossiers', await signIn(served, 'lead@ngo.example')).expect(200);
    await revise(cookie, {}).expect(200);
    await served.http().delete('/api/account/totp').set('cookie', other).expect(204);
    await served.http().delete('/api/account/totp').set('cookie', cookie).expect(204);
  });

  test('its own sign-in: not by who has not come by it; a lead still reaches the rule if the provider is gone', async () => {
    const plain = await signIn(served, lead);
    expect((await revise(plain, { isSingleSignOnOnly: true }).expect(403)).body.code).toBe('single_sign_on_missing');
    provider.state.login = { sub: 'lena' };
    const linked = await link(served, lead);
    await revise(linked, { isSingleSignOnOnly: true }).expect(200);
    await get('/api/dossiers', linked).expect(200);
    const locked = await signIn(served, lead);
    expect((await get('/api/dossiers', locked).expect(403)).body.code).toBe('single_sign_on_missing');
    await get('/api/account/identities', locked).expect(200);
    await get('/api/organisation/sign-in', locked).expect(200);
    await asLead('delete', '/api/organisation/sign-in/provider', locked).expect(204);
    await get('/api/dossiers', locked).expect(200);
    expect((await served.http().post('/api/session/sign-on').send({ name: 'aruna' }).expect(401)).body.code).toBe(refused);
    await configure(served, lead, provider.issuer);
  });

  test('its own sign-in: that of another organisation, which a member has linked, is not taken for it', async () => {
    const both = 'auditor@ngo.example';
    await behind(served, "INSERT INTO membership (organisation_id, person_id, role, status) SELECT $1, id, 'viewer', 'active' FROM person WHERE email = $2", [
      cast.government.id,
      both,
    ]);
    await behind(served, 'INSERT INTO sign_in_rule (organisation_id, is_single_sign_on_only, changed_at) VALUES ($1, true, now())', [cast.ngo.id]);
    const goTo = async (cookie: string, organisation: string) =>
      cookiesOf(await served.http().put('/api/session/organisation').set('cookie', cookie).send({ organisation }).expect(200));
    provider.state.login = { sub: 'both' };
    const there = await goTo(await signIn(served, both), cast.government.id);
    const linked = cookiesOf(await roundTrip(served, await beginLink(served, there), there));
    expect((await get('/api/session', linked)).body.methods).toEqual(['password', 'single_sign_on']);
    const home = await goTo(linked, cast.ngo.id);
    expect((await get('/api/session', home)).body.methods).toEqual(['password']);
    expect((await get('/api/dossiers', home).expect(403)).body.code).toBe('single_sign_on_missing');
    await behind(served, 'DELETE FROM sign_in_rule WHERE organisation_id = $1', [cast.ngo.id]);
  });

  test('members see nothing of the rule, and another organisation’s is not theirs', async () => {
    await get('/api/organisation/sign-in', await signIn(served, member)).expect(403);
    expect((await get('/api/organisation/sign-in', await signIn(served, 'lead@neighbour.example'))).body).toMatchObject({
      provider: null,
      secondFactorFrom: null,
    });
  });
});

describe('an invitation', () => {
  const invite = async (email: string, organisation = cast.government.id) => {
    const token = randomBytes(32).toString('base64url');
    const values = [organisation, email, tokenHash(token), [...cast.government.people.values()][0]];
    await behind(
      served,
      "INSERT INTO invitation (organisation_id, id, email, role, token_sha256, invited_by, created_at, expires_at) VALUES ($1, gen_random_uuid(), $2, 'viewer', $3, $4, now(), now() + interval '1 day')",
      values,
    );
    return token;
  };
  const beginBy = async (invitation: string) => goingOf(await served.http().post('/api/session/sign-on').send({ invitation, language: 'fr' }).expect(200));

  test('is accepted by the organisation’s sign-in: an account without a password', async () => {
    provider.state.login = { sub: 'nora', email: 'somebody@else.example' };
    const answer = await roundTrip(served, await beginBy(await invite('nora@government.example')));
    expect(answer.body).toMatchObject({
      purpose: 'invitation',
      session: { person: { email: 'nora@government.example', name: 'Officer nora', locale: 'fr' }, role: 'viewer' },
    });
    const cookie = cookiesOf(answer);
    // It has nothing of its own, so it proves anew by the same sign-in.
    expect((await get('/api/session/confirmation', cookie)).body.methods).toEqual(['single_sign_on']);
    const proving = goingOf(await served.http().post('/api/session/confirmation/sign-on').set('cookie', cookie).expect(200));
    expect(new URL(proving.url).searchParams.get('prompt')).toBe('login');
    const proven = await roundTrip(served, proving, cookie);
    expect(proven.body.purpose).toBe('confirm');
    await get('/api/session', cookie).expect(401);
    const [identity] = (await get('/api/account/identities', cookiesOf(proven))).body.items;
    expect((await served.http().delete(`/api/account/identities/${identity.id}`).set('cookie', cookiesOf(proven)).expect(409)).body.code).toBe('wrong_state');
  });

  test('never joins an account that the address has, nor a subject that is somebody’s', async () => {
    provider.state.login = { sub: 'olga' };
    expect((await roundTrip(served, await beginBy(await invite('auditor@ngo.example')))).body.code).toBe('already_exists');
    provider.state.login = { sub: 'nora' };
    expect((await roundTrip(served, await beginBy(await invite('new@government.example')))).body.code).toBe('already_exists');
  });

  test('of an organisation without a provider, used, or made up leads nowhere', async () => {
    const foreign = await invite('other@ngo.example', cast.ngo.id);
    for (const invitation of [foreign, randomBytes(32).toString('base64url')])
      expect((await served.http().post('/api/session/sign-on').send({ invitation, language: 'en' }).expect(401)).body.code).toBe(refused);
  });
});

test('unlinking ends it; each change is in the journal, and a letter went out', async () => {
  provider.state.login = { sub: 'anna' };
  const cookie = await signIn(served, member);
  const [identity] = (await get('/api/account/identities', cookie)).body.items;
  const other = await signIn(served, 'viewer@government.example');
  await served.http().delete(`/api/account/identities/${identity.id}`).set('cookie', other).expect(404);
  await served.http().delete(`/api/account/identities/${identity.id}`).set('cookie', cookie).expect(204);
  expect((await roundTrip(served, await begin(served))).body.code).toBe(refused);
  const acts = await behind<{ act: string }>(served, "SELECT DISTINCT act FROM journal_entry WHERE act ~ '^(identity|sign_)' ORDER BY 1");
  expect(acts.map(({ act }) => act)).toEqual(['identity.linked', 'identity.unlinked', 'sign_in_rule.changed', 'sign_on.configured', 'sign_on.removed']);
  const letters = await behind(served, "SELECT 1 FROM outbox WHERE to_address = $1 AND text LIKE '%linked%'", [member]);
  expect(letters).toHaveLength(2);
});
