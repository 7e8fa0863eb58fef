// How the doors of second factors are come through with success, for the suite that looks into the journal.
import type { JournalAct, PasskeyRequest } from '@servanda/contract';
import { codeOf, enrolPasskey, enrolTotp, forgetSteps, passkeyStep, passwordStep } from './factors.ts';
import { signIn } from './people.ts';
import type { Served } from './server.ts';

const email = 'police@government.example';

/** One person with an authenticator and one with a passkey walk through them, in this order. */
export function factorWalks(served: () => Served): Record<string, { acts: JournalAct[]; walk: () => Promise<unknown> }> {
  let totp: Awaited<ReturnType<typeof enrolTotp>>;
  let passkey: Awaited<ReturnType<typeof enrolPasskey>>;
  let cookie: string;
  const send = (method: 'post' | 'put' | 'delete', path: string, as: string, body?: object) => served().http()[method](path).set('cookie', as).send(body);
  return {
    'people.keepTotp': {
      acts: ['session.opened', 'session.proven', 'totp.added'],
      walk: async () => {
        totp = await enrolTotp(served(), email);
      },
    },
    'people.proveSecondFactor': {
      acts: ['session.opened', 'session.proven'],
      walk: async () =>
        send('post', '/api/session/second-factor', (await passwordStep(served(), email)).cookie, { method: 'totp', code: codeOf(totp.secret) }).expect(200),
    },
    'people.renewRecoveryCodes': {
      acts: ['recovery_codes.renewed'],
      walk: () => send('post', '/api/account/recovery-codes', totp.cookie).expect(200).then(),
    },
    'people.removeTotp': {
      acts: ['session.ended', 'totp.removed'],
      walk: () => send('delete', '/api/account/totp', totp.cookie).expect(204).then(),
    },
    'people.confirm': {
      acts: ['session.proven'],
      walk: async () => {
        await forgetSteps(served(), email);
        await send('post', '/api/session/confirmation', totp.cookie, { method: 'password', password: 'pacta-sunt-servanda' }).expect(200);
      },
    },
    'people.keepPasskey': {
      acts: ['session.opened', 'session.ended', 'session.proven', 'passkey.added'],
      walk: async () => {
        cookie = await signIn(served(), email);
        passkey = await enrolPasskey(served(), cookie);
      },
    },
    'people.signInWithPasskey': {
      acts: ['session.opened', 'session.proven'],
      walk: async () => {
        const step = await passkeyStep(served());
        const options: PasskeyRequest = step.options;
        await send('post', '/api/session/passkey', step.cookie, { assertion: passkey.authenticator.assert(options) }).expect(200);
      },
    },
    'people.renamePasskey': {
      acts: ['passkey.renamed'],
      walk: () => send('put', `/api/account/passkeys/${passkey.id}`, cookie, { name: 'Key in the safe' }).expect(200).then(),
    },
    'people.removePasskey': {
      acts: ['session.ended', 'passkey.removed'],
      walk: () => send('delete', `/api/account/passkeys/${passkey.id}`, cookie).expect(204).then(),
    },
  };
}

const begins = 'begins a step of two; nothing is kept and nobody is let in before the second';
export const factorSteps: Record<string, string> = {
  'people.askPasskey': begins,
  'people.askSecondFactor': begins,
  'people.askConfirmation': begins,
  'people.beginTotp': begins,
  'people.askNewPasskey': begins,
};
