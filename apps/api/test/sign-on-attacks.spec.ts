// A provider that lies, or is lied about: ID tokens that must not let anybody in.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPassword } from '../src/demo/people.ts';
import { type Lie, lyingProvider, realProvider } from './oidc.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { begin, beginLink, comeBack, configure, link } from './sign-on.ts';

let served: Served;
let liar: Awaited<ReturnType<typeof lyingProvider>>;
beforeAll(async () => {
  served = await serve();
  const cast = await seat(served);
  const honest = await realProvider([`http://localhost:4000/sign-on/${cast.government.id}`]);
  await configure(served, 'lead@government.example', honest.issuer);
  honest.state.login = { sub: 'anna' };
  await link(served, 'contributor@government.example');
  await honest.stop();
  liar = await lyingProvider();
  expect((await configure(served, 'lead@government.example', liar.issuer)).status).toBe(200);
});
afterAll(async () => {
  await liar?.stop();
  await served.stop();
});

/** Goes, and comes back with an answer that fits what was begun; only the ID token may lie. */
async function come(lie: Lie, issuer = liar.issuer) {
  const going = await begin(served);
  const { searchParams } = new URL(going.url);
  liar.state.lie = lie;
  liar.state.nonce = searchParams.get('nonce') ?? '';
  return comeBack(served, going, `?code=x&state=${searchParams.get('state')}&iss=${encodeURIComponent(issuer)}`);
}

test('the same subject of another issuer is somebody else: nobody comes in as the member who was linked to the old one', async () => {
  expect((await come({})).body.code).toBe('sign_on_refused');
});

describe('with a member linked to it', () => {
  beforeAll(async () => {
    const cookie = await signIn(served, 'contributor@government.example');
    const going = await beginLink(served, cookie);
    const { searchParams } = new URL(going.url);
    liar.state.lie = {};
    liar.state.nonce = searchParams.get('nonce') ?? '';
    const linked = await comeBack(served, going, `?code=x&state=${searchParams.get('state')}&iss=${encodeURIComponent(liar.issuer)}`, cookie);
    expect(linked.status).toBe(200);
  });

  test('a true ID token lets in, so that each lie below is refused for itself', async () => {
    expect((await come({})).status).toBe(200);
  });

  const lies: [string, Lie][] = [
    ['a wrong nonce', { claims: { nonce: 'another' } }],
    ['for another client', { claims: { aud: 'another-client' } }],
    ['for several clients, made for another', { claims: { aud: ['servanda', 'another-client'], azp: 'another-client' } }],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['without a signature (alg none)', { alg: 'none' }],
    ['signed with the client secret (HS256)', { alg: 'HS256' }],
    ['signed by a key that is not published', { otherKey: true }],
    ['run out', { age: 900 }],
    ['from the future', { age: -900, claims: { nbf: Math.floor(Date.now() / 1000) + 900 } }],
    ['without a subject', { noSubject: true }],
  ];
  test.each(lies)('%s is refused', async (_, lie) => {
    const answer = await come(lie);
    expect([answer.status, answer.body.code]).toEqual([401, 'sign_on_refused']);
    expect(answer.headers['set-cookie']?.toString() ?? '').not.toMatch(/servanda=[^;]/);
  });

  test('an answer that says it is of another issuer is refused (mix-up)', async () => {
    expect((await come({}, 'https://elsewhere.example')).body.code).toBe('sign_on_refused');
  });
});

test('a description under another issuer’s name is not believed', async () => {
  liar.state.lie = { calledIssuer: 'https://login.government.example' };
  const answer = await configure(served, 'lead@government.example', liar.issuer, { clientId: 'other' });
  expect([answer.status, answer.body.fields?.[0]?.path]).toEqual([400, 'issuer']);
});

describe('from an instance on the open net', () => {
  let open: Served;
  beforeAll(async () => {
    open = await serve({ PUBLIC_URL: 'https://servanda.example' });
    await seat(open);
  });
  afterAll(() => open.stop());

  test.each([
    'https://localhost',
    'https://127.0.0.1',
    'http://127.0.0.1:80',
    'https://192.168.1.1',
    'https://[fd00::1]',
    'https://[::1]',
    'https://100.64.0.1',
  ])('a lead cannot make it ask %s', async (issuer) => {
    const signed = await open.http().post('/api/session').send({ email: 'lead@government.example', password: demoPassword }).expect(200);
    const cookie = String(signed.headers['set-cookie']?.[0]).split(';')[0] ?? '';
    const answer = await open
      .http()
      .put('/api/organisation/sign-in/provider')
      .set('cookie', cookie)
      .send({ signInName: 'aruna', issuer, clientId: 'x', clientSecret: 'x', domains: [], secondFactorAcr: [] });
    expect([answer.status, answer.body.fields?.[0]?.path]).toEqual([400, 'issuer']);
  });
});
