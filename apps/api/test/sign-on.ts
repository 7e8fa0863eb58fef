// The way of a browser through single sign-on, for its suites.

import { cookiesOf } from './factors.ts';
import { clientId, clientSecret, walkTo } from './oidc.ts';
import { signIn } from './people.ts';
import type { Served } from './server.ts';

export interface Going {
  url: string;
  cookie: string;
  organisation: string;
  redirectUri: string;
}

export const goingOf = (answer: { body: { url: string }; headers: Record<string, unknown> }): Going => {
  const redirectUri = new URL(answer.body.url).searchParams.get('redirect_uri') ?? '';
  return { url: answer.body.url, cookie: cookiesOf(answer), organisation: redirectUri.split('/').at(-1) ?? '', redirectUri };
};

/** A lead names the provider of his or her organisation. */
export async function configure(served: Served, email: string, issuer: string, more: object = {}) {
  const cookie = await signIn(served, email);
  return served
    .http()
    .put('/api/organisation/sign-in/provider')
    .set('cookie', cookie)
    .send({ signInName: 'aruna', issuer, clientId, clientSecret, domains: [], secondFactorAcr: [], ...more });
}

export const begin = async (served: Served, name = 'aruna'): Promise<Going> =>
  goingOf(await served.http().post('/api/session/sign-on').send({ name }).expect(200));
export const beginLink = async (served: Served, cookie: string): Promise<Going> =>
  goingOf(await served.http().post('/api/account/identities').set('cookie', cookie).expect(200));

/** Comes back with what the provider said; `more` are other cookies of the same browser. */
export const comeBack = (served: Served, going: Going, query: string, more = '') =>
  served
    .http()
    .post('/api/session/sign-on/return')
    .set('cookie', [going.cookie, more].filter(Boolean).join('; '))
    .send({ organisation: going.organisation, query });

/** There and back. */
export const roundTrip = async (served: Served, going: Going, more = '') => comeBack(served, going, await walkTo(going.url, going.redirectUri), more);

/** A member links his or her account. */
export async function link(served: Served, email: string): Promise<string> {
  const cookie = await signIn(served, email);
  const answer = await roundTrip(served, await beginLink(served, cookie), cookie);
  if (answer.status !== 200) throw new Error(`not linked: ${JSON.stringify(answer.body)}`);
  return cookiesOf(answer);
}
