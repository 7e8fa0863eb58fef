// Second factors of test people: enrolled over HTTP as a person would.
import type { PasskeyCreation, PasskeyRequest } from '@servanda/contract';
import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import { demoPassword } from '../src/demo/people.ts';
import { Authenticator } from './authenticator.ts';
import { signIn } from './people.ts';
import type { Served } from './server.ts';

/** The code of a secret now, or so many steps of half a minute away. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: Date.now() + steps * 30_000 });

/** The cookies that an answer sets, as the browser would send them; those that it clears are left out. */
export const cookiesOf = (answer: { headers: Record<string, unknown> }): string =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => String(line).split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');

export const behind = async <Row extends object>(served: Served, sql: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: served.adminUrl });
  await client.connect();
  return (await client.query<Row>(sql, values).finally(() => client.end())).rows;
};

/** Lets the codes of a person count again, as if their time had not come yet. */
export const forgetSteps = (served: Served, email: string) =>
  behind(served, 'UPDATE totp SET last_step = 0 WHERE person_id = (SELECT id FROM person WHERE email = $1)', [email]);

/** Signs in, sets up an authenticator and returns the cookie, the secret and the recovery codes. */
export async function enrolTotp(served: Served, email: string) {
  const cookie = await signIn(served, email);
  const { secret } = (await served.http().post('/api/account/totp').set('cookie', cookie).expect(200)).body;
  const kept = await served
    .http()
    .put('/api/account/totp')
    .set('cookie', cookie)
    .send({ code: codeOf(secret, -1) })
    .expect(200);
  return { cookie, secret: String(secret), recoveryCodes: kept.body.recoveryCodes as string[] };
}

/** The first step of a sign-in that asks for a second: its cookie and its methods. */
export async function passwordStep(served: Served, email: string) {
  const answer = await served.http().post('/api/session').send({ email, password: demoPassword }).expect(401);
  return { cookie: cookiesOf(answer), methods: answer.body.step?.methods as string[], code: answer.body.code as string, body: answer.body };
}

/** Registers a passkey for whoever `cookie` is. */
export async function enrolPasskey(served: Served, cookie: string, name = 'Office laptop') {
  const authenticator = new Authenticator();
  const options: PasskeyCreation = (await served.http().post('/api/account/passkeys/challenge').set('cookie', cookie).expect(200)).body;
  const kept = await served
    .http()
    .post('/api/account/passkeys')
    .set('cookie', cookie)
    .send({ name, registration: authenticator.register(options) })
    .expect(201);
  return { authenticator, id: String(kept.body.passkey.id), recoveryCodes: kept.body.recoveryCodes as string[] | null };
}

/** Begins a sign-in by passkey alone. */
export async function passkeyStep(served: Served) {
  const answer = await served.http().post('/api/session/passkey/challenge').expect(200);
  const options: PasskeyRequest = answer.body;
  return { cookie: cookiesOf(answer), options };
}
