// Signed-in people of the demonstration cast, for API tests.

import { type Cast, gatherCast } from '../src/demo/cast.ts';
import { demoPassword } from '../src/demo/people.ts';
import { PeopleQueries } from '../src/people/people.queries.ts';
import { scopeOf } from '../src/people/session.gate.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { asOwner } from '../src/reference/owner.ts';
import type { Served } from './server.ts';

/** Seats the organisations and accounts of the demonstration world. */
export const seat = (served: Served): Promise<Cast> => asOwner(served.adminUrl, gatherCast);

/** The cookie of a signed-in person: `request.set('cookie', await signIn(…))`. */
export async function signIn(served: Served, email: string): Promise<string> {
  const answer = await served.http().post('/api/session').send({ email, password: demoPassword }).expect(200);
  return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

/** The scope of a person, as the gate mints it: for acting through services in a test. */
export async function scopeFor(served: Served, email: string): Promise<Scope> {
  const token = (await signIn(served, email)).split('=')[1] ?? '';
  const session = await served.app.get(PeopleQueries).sessionOf(token);
  if (!session) throw new Error(`no session for ${email}`);
  return scopeOf(session);
}
