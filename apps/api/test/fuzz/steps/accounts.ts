// What the doors of accounts, links and factors do and refuse for reasons of their own.
import { contract } from '@servanda/contract';
import { demoPassword } from '../../../src/demo/people.ts';
import { codeOf, enrolPasskey, enrolTotp, passkeyStep, passwordStep } from '../../factors.ts';
import { linkTo } from '../../links.ts';
import { signIn } from '../../people.ts';
import type { Served } from '../../server.ts';
import { type At, send } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { people } = contract;
const json = (body: object) => JSON.stringify(body);
const sentence = 'seven bridges over one river';
/** Sends to a door with a cookie. */
const go = (on: At, door: Parameters<typeof send>[1], body: object | null, cookie = '', ids = {}) =>
  send(on.at, door, { ids, headers: { cookie }, ...(body ? { body: json(body) } : {}) });
const invited = async (on: At, served: Served, email: string) => {
  await go(on, people.invite, { invitations: [{ email, role: 'viewer' }] }, await signIn(served, 'lead@government.example'));
  return linkTo(served, email, 'invitation');
};
/** The organisations of this person ask for a second factor from yesterday on. */
const strictly = (on: At, email: string) =>
  on.standing.db.query(
    `INSERT INTO sign_in_rule (organisation_id, second_factor_from, changed_at) SELECT organisation_id, now() - interval '1 day', now()
     FROM membership m JOIN person p ON p.id = m.person_id WHERE p.email = $1
     ON CONFLICT (organisation_id) DO UPDATE SET second_factor_from = excluded.second_factor_from`,
    [email],
  );
const throttled = (on: At) => on.standing.db.query('DELETE FROM throttle');

export const accountSteps: Steps = {
  'an invitation is accepted, by a new account and by an old one': async (on, served) => {
    const token = await invited(on, served, 'new.officer@government.example');
    await go(on, people.showInvitation, { token });
    await go(on, people.acceptInvitation, { token, name: 'Desk officer', password: sentence, language: 'en' });
    const old = await invited(on, served, 'lead@neighbour.example');
    await go(on, people.acceptInvitation, { token: old, name: 'Desk officer', password: sentence, language: 'en' });
    await go(on, people.returnByInvitation, { token: old, password: 'not this one at all' });
    await go(on, people.joinByInvitation, { token: old }, await signIn(served, 'lead@nhri.example'));
    await go(on, people.returnByInvitation, { token: old, password: demoPassword });
    const other = await invited(on, served, 'lead@nhri.example');
    await go(on, people.joinByInvitation, { token: other }, await signIn(served, 'lead@nhri.example'));
  },
  'a password is reset by a letter': async (on, served) => {
    await go(on, people.askReset, { email: 'lead@neighbour.example', language: 'en' });
    const token = await linkTo(served, 'lead@neighbour.example', 'passwordReset');
    await go(on, people.showReset, { token });
    await go(on, people.finishReset, { token, password: sentence, language: 'en' });
  },
  'an address is changed, and a change stopped': async (on, served) => {
    for (const [purpose, door, at] of [
      ['addressConfirm', people.confirmAddress, 'moved@ngo.example'],
      ['addressStop', people.stopAddress, 'auditor@ngo.example'],
    ] as const) {
      const email = door === people.confirmAddress ? 'moved@ngo.example' : 'elsewhere@ngo.example';
      const who = door === people.confirmAddress ? 'lead@ngo.example' : 'auditor@ngo.example';
      await go(on, people.changeAddress, { email, language: 'en' }, await signIn(served, who));
      await go(on, door, { token: await linkTo(served, at, purpose) });
    }
  },
  'a password is changed only where there is one': async (on, served) => {
    const cookie = await signIn(served, 'expert@nhri.example');
    await on.standing.db.query("DELETE FROM credential WHERE person_id = (SELECT id FROM person WHERE email = 'expert@nhri.example')");
    await go(on, people.changePassword, { current: 'x', password: sentence, language: 'en' }, cookie);
  },
  'an authenticator is set up once, proven wrongly and rightly, and the last one stays': async (on, served) => {
    const email = 'contributor@government.example';
    const one = await signIn(served, email);
    await go(on, people.keepTotp, { code: '000000' }, one);
    const { secret } = (await served.http().post('/api/account/totp').set('cookie', one)).body;
    await go(on, people.keepTotp, { code: '000000' }, one);
    await go(on, people.keepTotp, { code: codeOf(secret, -1) }, one);
    await go(on, people.beginTotp, null, one);
    const half = await passwordStep(served, email);
    await go(on, people.proveSecondFactor, { method: 'totp', code: '000000' }, half.cookie);
    await go(on, people.confirm, { method: 'password', password: 'not this one at all' }, await signIn(served, 'operator@servanda.example'));
    await go(on, people.confirm, { method: 'totp', code: '000000' }, one);
    await throttled(on);
    await strictly(on, email);
    await go(on, people.removeTotp, null, one);
  },
  'two authenticators begun side by side leave one': async (on, served) => {
    const one = await on.standing.session('belmora', 'contributor');
    await enrolPasskey(served, one);
    const cookies = [one, await on.standing.session('belmora', 'contributor')];
    const secrets: string[] = [];
    for (const cookie of cookies) secrets.push((await served.http().post('/api/account/totp').set('cookie', cookie)).body.secret);
    for (const [i, cookie] of cookies.entries()) await go(on, people.keepTotp, { code: codeOf(secrets[i] ?? '', -1) }, cookie);
  },
  'a passkey is kept once, asked for in the second step, and the last one stays': async (on, served) => {
    const email = 'reviewer@government.example';
    const cookie = await signIn(served, email);
    const { authenticator, id } = await enrolPasskey(served, cookie);
    const options = (await served.http().post('/api/account/passkeys/challenge').set('cookie', cookie)).body;
    await go(on, people.keepPasskey, { name: 'The same again', registration: authenticator.register(options) }, cookie);
    const half = await passwordStep(served, email);
    await go(on, people.askSecondFactor, null, half.cookie);
    const step = await passkeyStep(served);
    await go(on, people.signInWithPasskey, { assertion: authenticator.assert(step.options, { otherKey: true }) }, step.cookie);
    await strictly(on, email);
    await go(on, people.removePasskey, null, cookie, { id });
  },
  'too many tries are refused by the tries themselves': async (on) => {
    for (let i = 0; i < 7; i++) await go(on, people.signIn, { email: 'viewer@government.example', password: `guess ${i} of a row` });
    await throttled(on);
  },
  'who has an authenticator is asked for it, and who has two organisations chooses': async (on, served) => {
    await enrolTotp(served, 'lead@nhri.example');
    await go(on, people.signIn, { email: 'lead@nhri.example', password: demoPassword });
    const organisation = on.world.organisations.aruna;
    await go(on, people.chooseOrganisation, { organisation }, await on.standing.session('aruna', 'lead'));
  },
};
