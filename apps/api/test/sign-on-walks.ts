// How the doors of single sign-on are come through with success, for the suite that looks into the journal.
import type { JournalAct } from '@servanda/contract';
import { realProvider } from './oidc.ts';
import { signIn } from './people.ts';
import type { Served } from './server.ts';
import { begin, configure, link, roundTrip } from './sign-on.ts';

const lead = 'lead@government.example';

/** The lead sets up a provider, links, comes in by it, and ends it, in this order. */
export function signOnWalks(served: () => Served, organisation: () => string): Record<string, { acts: JournalAct[]; walk: () => Promise<unknown> }> {
  let provider: Awaited<ReturnType<typeof realProvider>>;
  return {
    'people.configureSignOn': {
      acts: ['session.opened', 'sign_on.configured'],
      walk: async () => {
        provider = await realProvider([`http://localhost:4000/sign-on/${organisation()}`]);
        await configure(served(), lead, provider.issuer);
      },
    },
    'people.linkIdentity': {
      acts: ['session.opened', 'session.proven', 'identity.linked'],
      walk: async () => {
        await link(served(), lead);
      },
    },
    'people.finishSignOn': {
      acts: ['session.opened', 'session.proven'],
      walk: async () => roundTrip(served(), await begin(served())).then(({ status }) => status),
    },
    'people.reviseSignInRule': {
      acts: ['session.opened', 'sign_in_rule.changed'],
      walk: async () => {
        const body = { secondFactor: false, graceDays: 0, isSingleSignOnOnly: false };
        await served()
          .http()
          .put('/api/organisation/sign-in')
          .set('cookie', await signIn(served(), lead))
          .send(body)
          .expect(200);
      },
    },
    'people.unlinkIdentity': {
      acts: ['session.opened', 'identity.unlinked'],
      walk: async () => {
        const own = await signIn(served(), lead);
        const { items } = (await served().http().get('/api/account/identities').set('cookie', own)).body;
        await served().http().delete(`/api/account/identities/${items[0].id}`).set('cookie', own).expect(204);
      },
    },
    'people.removeSignOn': {
      acts: ['session.opened', 'sign_on.removed'],
      walk: async () => {
        await served()
          .http()
          .delete('/api/organisation/sign-in/provider')
          .set('cookie', await signIn(served(), lead))
          .expect(204);
        await provider.stop();
      },
    },
  };
}

const begins = 'leads the browser away; nothing is kept and nobody is let in before it comes back';
export const signOnSteps: Record<string, string> = { 'people.beginSignOn': begins, 'people.confirmBySignOn': begins };
