// FACTOR_KEY changes: what the old key sealed is sealed anew, and then the old key is not needed any more.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { resealAll } from '../src/people/reseal.ts';
import { secretPurpose } from '../src/people/sign-on/providers.ts';
import { Seal } from '../src/platform/seal.ts';
import { asOwner } from '../src/reference/owner.ts';
import { codeOf, enrolTotp, forgetSteps, passwordStep } from './factors.ts';
import { scopeFor, seat } from './people.ts';
import { type Served, serve, serveOn } from './server.ts';

const [oldKey, newKey] = ['o'.repeat(43), 'n'.repeat(43)];
const sealOf = (...keys: string[]) => new Seal({ factorKeys: keys.map((key) => Buffer.from(key, 'base64url')) });
const email = 'contributor@government.example';

let served: Served;
let organisation: string;
let secret: string;
const providerSecret = () =>
  asOwner(
    served.adminUrl,
    async (db) => (await db.query<{ sealed: Buffer }>('SELECT sealed_secret AS sealed FROM identity_provider')).rows[0]?.sealed ?? Buffer.alloc(0),
  );
const reseal = (...keys: string[]) => asOwner(served.adminUrl, (db) => resealAll(db, sealOf(...keys)));
/** Signs in by the authenticator at a process that has these keys. */
async function signInUnder(keys: string): Promise<number> {
  await forgetSteps(served, email);
  const other = await serveOn(served, served.filesDir, { FACTOR_KEY: keys });
  try {
    const { cookie } = await passwordStep(other, email);
    return (
      await other
        .http()
        .post('/api/session/second-factor')
        .set('cookie', cookie)
        .send({ method: 'totp', code: codeOf(secret) })
    ).status;
  } finally {
    await other.stop();
  }
}

beforeAll(async () => {
  served = await serve({ FACTOR_KEY: oldKey, LOG_LEVEL: 'silent' });
  await seat(served);
  secret = (await enrolTotp(served, email)).secret;
  organisation = (await scopeFor(served, 'lead@government.example')).organisation;
  await asOwner(served.adminUrl, (db) =>
    db.query("INSERT INTO identity_provider VALUES ($1, 'aruna', 'https://issuer.example', 'client', $2, '{}', '{}', true, 1, now())", [
      ...[organisation, sealOf(oldKey).seal('a client secret', secretPurpose(organisation))],
    ]),
  );
});
afterAll(() => served.stop());

test('without the old key it changes nothing', async () => {
  const before = await providerSecret();
  await expect(reseal(newKey)).rejects.toThrow('FACTOR_KEY does not hold any more');
  expect(await providerSecret()).toEqual(before);
});

test('with both, everything is sealed by the new one, once; the new one alone then opens it, the old one does not', async () => {
  expect(await signInUnder(newKey)).toBe(500);
  expect(await reseal(newKey, oldKey)).toEqual([
    { what: 'authenticators', resealed: 1, current: 0 },
    { what: 'client secrets', resealed: 1, current: 0 },
  ]);
  expect(await reseal(newKey, oldKey)).toMatchObject([
    { resealed: 0, current: 1 },
    { resealed: 0, current: 1 },
  ]);
  expect(await signInUnder(newKey)).toBe(200);
  expect(sealOf(newKey).open(await providerSecret(), secretPurpose(organisation))).toBe('a client secret');
  expect(() => sealOf(oldKey).open(Buffer.alloc(60), 'x')).toThrow();
  expect(await signInUnder(oldKey)).toBe(500);
});

test('what is kept sealed is bound to its owner: another’s bytes do not pass', async () => {
  await asOwner(served.adminUrl, (db) =>
    db.query('UPDATE identity_provider SET sealed_secret = $1', [sealOf(oldKey).seal('a client secret', secretPurpose('another'))]),
  );
  await expect(reseal(newKey, oldKey)).rejects.toThrow();
});
