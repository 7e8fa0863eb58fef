// What single sign-on does and refuses for reasons of its own, with a provider that answers.
import { contract } from '@servanda/contract';
import { cookiesOf, enrolTotp } from '../../factors.ts';
import { realProvider } from '../../oidc.ts';
import { signIn } from '../../people.ts';
import { begin, beginLink, configure, link, roundTrip } from '../../sign-on.ts';
import { send } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { people } = contract;
const lead = 'lead@government.example';

export const signOnSteps: Steps = {
  'a subject is one person’s, a name one organisation’s, and a second factor is asked for': async (on, served) => {
    const { rows } = await on.standing.db.query('SELECT m.organisation_id AS id FROM membership m JOIN person p ON p.id = m.person_id WHERE p.email = $1', [
      lead,
    ]);
    const government: string = rows[0].id;
    const provider = await realProvider([`http://localhost:4000/sign-on/${government}`]);
    try {
      await configure(served, lead, provider.issuer);
      await configure(served, 'operator@servanda.example', provider.issuer);
      await link(served, lead);
      const other = await signIn(served, 'viewer@government.example');
      await roundTrip(served, await beginLink(served, other), other);
      const rule = { secondFactor: false, graceDays: 0, isSingleSignOnOnly: true };
      await send(on.at, people.reviseSignInRule, { headers: { cookie: await signIn(served, lead) }, body: JSON.stringify(rule) });
      await on.standing.db.query("UPDATE membership SET status = 'active', ended_at = NULL WHERE organisation_id = $1", [government]);
      const { cookie } = await enrolTotp(served, 'police@government.example');
      provider.state.login = { sub: 'rita' };
      await roundTrip(served, await beginLink(served, cookie), cookie);
      await roundTrip(served, await begin(served));
      // Without a password of one's own the link is the only way in, and the only proof.
      await on.standing.db.query('DELETE FROM credential WHERE person_id = (SELECT id FROM person WHERE email = $1)', [lead]);
      provider.state.login = { sub: 'anna' };
      const inside = cookiesOf(await roundTrip(served, await begin(served)));
      await send(on.at, people.confirmBySignOn, { headers: { cookie: inside } });
      const { items } = (await served.http().get('/api/account/identities').set('cookie', inside)).body;
      await send(on.at, people.unlinkIdentity, { headers: { cookie: inside }, ids: { id: items[0].id } });
    } finally {
      await provider.stop();
    }
  },
};
