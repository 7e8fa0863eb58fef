import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let lead: string;
let ngo: string;
let neighbour: string;
const open = (cookie: string, body: object) => served.http().post('/api/dossiers').set('cookie', cookie).send(body);
beforeAll(async () => {
  served = await serve();
  await seat(served);
  [lead, ngo, neighbour] = await Promise.all([
    signIn(served, 'lead@government.example'),
    signIn(served, 'lead@ngo.example'),
    signIn(served, 'lead@neighbour.example'),
  ]);
});
afterAll(() => served.stop());

describe('dossiers do', () => {
  test('a government opens its own; what applies follows from dates, membership and facts', async () => {
    const made = await open(lead, {
      iso3: 'xaa',
      title: 'Implementation of the Protocol',
      facts: {
        extraditionConditionalOnTreaty: { answer: true, basis: 'Extradition Act 1998, s. 4' },
        laterExtraditionTreaty: { answer: null },
        inPositionToAssist: { answer: false, basis: 'Net recipient of assistance' },
      },
    }).expect(201);
    expect(made.body).toMatchObject({ kind: 'own', iso3: 'XAA', version: 1 });
    expect(made.body.applicability).toHaveLength(51);
    const out = made.body.applicability.filter((a: { applies: boolean }) => !a.applies).map((a: { element: string }) => a.element);
    expect(out).toEqual(['5.3', '10.4', '12.2-2']);
    const read = await served.http().get(`/api/dossiers/${made.body.id}`).set('cookie', lead).expect(200);
    expect(read.body).toEqual(made.body);
    const checklist = await served.http().get(`/api/dossiers/${made.body.id}/obligations`).set('cookie', lead).expect(200);
    expect(checklist.body.items).toHaveLength(37);
    expect(checklist.body.items.flatMap((o: { elements: object[] }) => o.elements)).toHaveLength(51);
    expect(checklist.body.items[0].elements[0].gaps).toEqual(['not_assessed']);
    const mine = await served.http().get('/api/dossiers').set('cookie', lead).expect(200);
    expect(mine.body.total).toBe(1);
    expect(mine.body.items[0].coverage.law).toEqual({ applicable: 48, assessed: 0, claimed: 0, evidenced: 0, verified: 0 });
  });

  test('revised facts change what applies and leave the version before in the journal', async () => {
    const { body: made } = await open(ngo, { iso3: 'XAA', title: 'Audit for revision' }).expect(201);
    expect(made.kind).toBe('independent');
    const facts = { ...made.facts, extraditionConditionalOnTreaty: { answer: true, basis: 'Extradition Act' } };
    const revised = await served.http().put(`/api/dossiers/${made.id}/facts`).set('cookie', ngo).send({ version: 1, facts }).expect(200);
    expect(revised.body.version).toBe(2);
    expect(revised.body.applicability.find((a: { element: string }) => a.element === '5.3')).toMatchObject({
      applies: false,
      ground: 'extradition_conditional_on_treaty',
    });
    const stale = await served.http().put(`/api/dossiers/${made.id}/facts`).set('cookie', ngo).send({ version: 1, facts: made.facts }).expect(409);
    expect(stale.body).toMatchObject({ code: 'stale_version', current: { version: 2 } });
  });
});

describe('dossiers refuse', () => {
  test('another State, an unknown State, a signatory, the same title twice', async () => {
    expect((await open(lead, { iso3: 'XAB', title: 'Other' }).expect(403)).body.code).toBe('forbidden');
    expect((await open(ngo, { iso3: 'ZZZ', title: 'Other' }).expect(422)).body.code).toBe('state_unknown');
    expect((await open(ngo, { iso3: 'SGP', title: 'Other' }).expect(422)).body.code).toBe('not_a_party');
    await open(ngo, { iso3: 'XAA', title: 'Twice' }).expect(201);
    expect((await open(ngo, { iso3: 'XAA', title: 'Twice' }).expect(409)).body.code).toBe('already_exists');
  });
  test('an answer without its basis, a period the wrong way round', async () => {
    const facts = {
      extraditionConditionalOnTreaty: { answer: true, basis: '' },
      laterExtraditionTreaty: { answer: null },
      inPositionToAssist: { answer: null },
    };
    const refused = await open(ngo, { iso3: 'XAA', title: 'x', facts, periodFrom: '2026-02-01', periodTo: '2026-01-01' }).expect(400);
    expect(refused.body.fields.map((f: { path: string }) => f.path)).toEqual(expect.arrayContaining(['facts.extraditionConditionalOnTreaty.basis']));
  });
});

describe('dossiers keep apart', () => {
  test('roles: only a lead opens; the operator sees none', async () => {
    for (const email of ['reviewer@government.example', 'contributor@government.example', 'viewer@government.example', 'operator@servanda.example'])
      await open(await signIn(served, email), { iso3: 'XAA', title: `by ${email}` }).expect(403);
    const seen = await served
      .http()
      .get('/api/dossiers')
      .set('cookie', await signIn(served, 'operator@servanda.example'))
      .expect(200);
    expect(seen.body).toEqual({ items: [], total: 0 });
  });
  test('tenants: a foreign dossier answers as one that does not exist', async () => {
    const { body: made } = await open(ngo, { iso3: 'XAA', title: 'Private' }).expect(201);
    for (const cookie of [lead, neighbour]) {
      for (const door of ['', '/obligations']) {
        const foreign = await served.http().get(`/api/dossiers/${made.id}${door}`).set('cookie', cookie).expect(404);
        const unknown = await served.http().get(`/api/dossiers/0197a7a0-0000-7000-8000-000000000000${door}`).set('cookie', cookie).expect(404);
        expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
      }
      await served.http().put(`/api/dossiers/${made.id}/facts`).set('cookie', cookie).send({ version: 1, facts: made.facts }).expect(404);
    }
  });
});
