// A dossier of an NGO that another organisation may be asked into, with the people who knock at it.
import { asOwner } from '../src/reference/owner.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { lettersTo } from './letters.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { contextOf, type Served, serve } from './server.ts';

const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;
export const commission = 'Human Rights Commission of Aruna';
export const judgement = (more: object) => ({
  basedOn: null,
  law: 'partially_compliant',
  practice: null,
  asOf: '2026-03-31',
  reasons: 'Seen in three provinces.',
  citations: [],
  submit: true,
  ...more,
});

/** Cookies: the host's lead, the guest's lead, an auditor of the host, and the lead of a third organisation. */
interface Cookies {
  host: string;
  guest: string;
  colleague: string;
  other: string;
}
/** The shared dossier, a piece that all of it may see, one that is restricted, and another dossier of the host's. */
export interface Shared {
  id: string;
  evidence: string;
  restricted: string;
  elsewhere: string;
}

async function shared(served: Served): Promise<Shared> {
  const lead = await scopeFor(served, 'lead@ngo.example');
  const id = await openedDossier(served, lead, 'Shared dossier');
  const elsewhere = await openedDossier(served, lead, 'Canary dossier');
  const evidence = await addedEvidence(served, lead, id, { title: 'Shared piece' });
  const restricted = await addedEvidence(served, lead, id, { title: 'Canary piece' });
  await asOwner(served.adminUrl, async (db) => {
    await db.query("SELECT set_config('app.context', $1, true)", [contextOf(lead)]);
    await db.query("UPDATE evidence SET confidentiality = 'restricted' WHERE id = $1", [restricted]);
    await db.query("UPDATE person SET locale = 'fr' WHERE email = 'lead@nhri.example'");
  });
  return { id, evidence, restricted, elsewhere };
}

/** The stage of every test of coalitions: nobody is asked in yet, and one judgement stands. Stop `served` in `afterAll`. */
export async function coalitionStage() {
  const served = await serve();
  await seat(served);
  const ids = await shared(served);
  const signedIn = (email: string) => signIn(served, email);
  const who: Cookies = {
    host: await signedIn('lead@ngo.example'),
    guest: await signedIn('lead@nhri.example'),
    colleague: await signedIn('auditor@ngo.example'),
    other: await signedIn('lead@government.example'),
  };
  const as = (cookie: string, method: keyof typeof verbs, path: string) => served.http()[verbs[method]](path).set('cookie', cookie);
  const at = (path = '') => `/api/dossiers/${ids.id}${path}`;
  const record = (cookie: string, code: string, more: object = {}) => as(cookie, 'POST', at(`/elements/${code}/assessments`)).send(judgement(more));
  await as(who.host, 'POST', '/api/organisation/bodies').send({ name: 'canary-body', shortName: '', email: null });
  await record(who.colleague, '3.2', {
    citations: [
      { evidence: ids.evidence, pinpoint: 's. 4', stance: 'supports', passage: null },
      { evidence: ids.restricted, pinpoint: 'Canary piece p. 1', stance: 'supports', passage: null },
    ],
  }).expect(201);
  return {
    ...{ served, ids, ...who, as, at, record },
    invite: (organisation = commission, cookie = who.host) => as(cookie, 'POST', at('/coalition')).send({ organisation }),
    answer: (said: 'accept' | 'decline' | 'leave', cookie = who.guest) => as(cookie, 'POST', `/api/coalitions/${ids.id}/answer`).send({ answer: said }),
    /** The letters of the coalition to an address, in the order in which they were queued. */
    told: async (email: string) => (await lettersTo(served, email)).filter(({ letter }) => letter.startsWith('coalition')),
    /** The guest adds a piece and judges 8.4 by it and by the host's. */
    give: async () => {
      const piece = { kind: 'report', title: 'Monitoring report', originator: commission };
      const { body: added } = await as(who.guest, 'POST', at('/evidence')).send(piece).expect(201);
      const citations = [ids.evidence, added.id].map((evidence) => ({ evidence, pinpoint: 'p. 3', stance: 'supports', passage: null }));
      const { body: given } = await record(who.guest, '8.4', { citations }).expect(201);
      return { added, given };
    },
  };
}
export type CoalitionStage = Awaited<ReturnType<typeof coalitionStage>>;
