// How the doors of the own account are come through with success, for the suite that looks into the journal.
import type { JournalAct } from '@servanda/contract';
import { demoPassword } from '../src/demo/people.ts';
import { asOwner } from '../src/reference/owner.ts';
import { signIn } from './people.ts';
import type { Served } from './server.ts';

// Nobody else's walk uses this account before.
const email = 'police@government.example';
const sentence = 'seven bridges over one river';

export function accountWalks(served: () => Served): Record<string, { acts: JournalAct[]; walk: () => Promise<unknown> }> {
  let cookie = '';
  const session = (headers: Record<string, unknown>) => /servanda=[\w-]+/.exec(String(headers['set-cookie']))?.[0] ?? '';
  const put = (path: string, body: object) =>
    served()
      .http()
      .put(path)
      .set('cookie', cookie)
      .send(body)
      .then((answer) => {
        cookie = session(answer.headers) || cookie;
      });
  const end = (path: string) => served().http().delete(path).set('cookie', cookie).expect(204).then();
  return {
    'people.changeProfile': {
      acts: ['session.opened', 'profile.changed'],
      walk: async () => {
        cookie = await signIn(served(), email);
        await put('/api/account/profile', { name: 'Cybercrime section', locale: 'en' });
      },
    },
    'people.endSession': {
      acts: ['session.opened', 'session.ended'],
      walk: async () => {
        const other = await signIn(served(), email);
        const { items } = (await served().http().get('/api/account/sessions').set('cookie', other)).body;
        await end(`/api/account/sessions/${items[0].id}`);
      },
    },
    'people.endOtherSessions': {
      acts: ['session.opened', 'session.ended'],
      walk: async () => {
        await signIn(served(), email);
        await end('/api/account/sessions');
      },
    },
    'people.changeAddress': {
      acts: ['address.change_asked'],
      walk: () => put('/api/account/address', { email: 'desk@government.example', language: 'en' }),
    },
    'people.changePassword': {
      acts: ['password.changed', 'session.ended'],
      walk: async () => {
        const restore = (text: string) => asOwner(served().adminUrl, (db) => db.query(text, [email]));
        await put('/api/account/password', { current: demoPassword, password: sentence, language: 'en' });
        await end('/api/session');
        // The walks after this one sign in with the password of the demonstration.
        await restore(
          "UPDATE credential SET password_hash = (SELECT c.password_hash FROM credential c JOIN person p ON p.id = c.person_id WHERE p.email = 'lead@government.example') WHERE person_id = (SELECT id FROM person WHERE email = $1)",
        );
      },
    },
  };
}

const noSession = 'comes from somebody who is not signed in; its entries are proven in accounts.spec.ts and invitations.spec.ts';
/** Doors of links in letters, whose entries name no session. */
export const linkDoors: Record<string, string> = {
  'people.showInvitation': 'looks only',
  'people.acceptInvitation': noSession,
  'people.returnByInvitation': noSession,
  'people.joinByInvitation': 'writes one entry in the organisation joined, proven in invitations.spec.ts',
  'people.askReset': noSession,
  'people.showReset': 'looks only',
  'people.finishReset': noSession,
  'people.confirmAddress': noSession,
  'people.stopAddress': noSession,
};
