import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asOwner } from '../src/reference/owner.ts';
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

describe('dossiers: the list', () => {
  test('my organisation only, by title, with coverage, filtered and paged', async () => {
    const hers = await signIn(served, 'lead@neighbour.example');
    for (const title of ['Charlie', 'Alpha', 'Bravo']) await open(hers, { iso3: 'XAB', title }).expect(201);
    const list = async (query = '') => (await served.http().get(`/api/dossiers${query}`).set('cookie', hers).expect(200)).body;
    const titles = (body: { items: { title: string }[] }) => body.items.map((d) => d.title);
    expect(titles(await list())).toEqual(['Alpha', 'Bravo', 'Charlie']);
    const page = await list('?limit=1&offset=1');
    expect([titles(page), page.total]).toEqual([['Bravo'], 3]);
    expect(await list('?limit=1&offset=9')).toEqual({ items: [], total: 3 });
    expect(titles(await list('?q=RAV'))).toEqual(['Bravo']);
    expect(titles(await list('?q=belmora'))).toEqual(['Alpha', 'Bravo', 'Charlie']);
    expect((await list('?q=%25')).total).toBe(0);
    expect([(await list('?iso3=xab')).total, (await list('?iso3=XAA')).total]).toEqual([3, 0]);
    expect(page.items[0]).toMatchObject({ awaitingReview: 0, lastChangedAt: null, stateName: 'Kingdom of Belmora', organisation: { kind: 'government' } });
  });

  test('shows the same coverage as the coverage door', async () => {
    const { body: made } = await open(ngo, { iso3: 'XAA', title: 'Counted' }).expect(201);
    const assess = (code: string, body: object) =>
      served
        .http()
        .post(`/api/dossiers/${made.id}/elements/${code}/assessments`)
        .set('cookie', ngo)
        .send({ basedOn: null, practice: null, asOf: '2026-03-31', reasons: 'Read.', submit: true, ...body })
        .expect(201);
    await assess('4.1', { law: 'compliant' });
    await assess('4.3', { law: 'non_compliant', practice: 'effective' });
    const { body: list } = await served.http().get('/api/dossiers?q=Counted').set('cookie', ngo).expect(200);
    expect(list.items[0]).toMatchObject({
      awaitingReview: 2,
      lastChangedAt: expect.any(String),
      coverage: { law: { assessed: 2, claimed: 1, evidenced: 0 }, practice: { assessed: 1, claimed: 1 } },
    });
    const { body: coverage } = await served.http().get(`/api/dossiers/${made.id}/coverage`).set('cookie', ngo).expect(200);
    expect(list.items[0].coverage).toEqual(coverage.overall);
    const { body: checklist } = await served.http().get(`/api/dossiers/${made.id}/obligations`).set('cookie', ngo).expect(200);
    expect(checklist.items.find((o: { code: string }) => o.code === '4.3')).toMatchObject({
      law: 'non_compliant',
      practice: 'effective',
      practiceProof: 'claimed',
    });
  });
});

describe('dossiers: facts', () => {
  test('of writers at the same instant one wins, and the others see what he wrote', async () => {
    const { body: made } = await open(ngo, { iso3: 'XAA', title: 'Revised at once' }).expect(201);
    const revise = (basis: string) =>
      served
        .http()
        .put(`/api/dossiers/${made.id}/facts`)
        .set('cookie', ngo)
        .send({ version: 1, facts: { ...made.facts, laterExtraditionTreaty: { answer: false, basis } } });
    const answers = await Promise.all(['One', 'Two', 'Three', 'Four'].map((basis) => revise(basis)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409]);
    const won = answers.find((a) => a.status === 200)?.body;
    for (const lost of answers.filter((a) => a.status === 409)) expect(lost.body).toMatchObject({ code: 'stale_version', current: won });
  });

  test('every opening and revision leaves its entry, with the facts before and after', async () => {
    const { body: made } = await open(ngo, { iso3: 'XAC', title: 'Journal' }).expect(201);
    expect(made.applicability.filter((a: { applies: boolean }) => !a.applies)).toMatchObject([{ element: '12.2-1', ground: 'not_party_to_the_crc' }]);
    expect(made.deadlines.map((d: { kind: string; on: string }) => [d.kind, d.on?.slice(5)])).toEqual([
      ['entry-into-force', '10-01'],
      ['initial-report', '10-01'],
      ['next-report', '10-01'],
    ]);
    const facts = { ...made.facts, inPositionToAssist: { answer: false, basis: 'Receives assistance itself' } };
    await served.http().put(`/api/dossiers/${made.id}/facts`).set('cookie', ngo).send({ version: 1, facts }).expect(200);
    const entries = await asOwner(
      served.adminUrl,
      async (db) => (await db.query('SELECT act, data, role FROM journal_entry WHERE subject_id = $1 ORDER BY seq', [made.id])).rows,
    );
    expect(entries).toMatchObject([
      { act: 'dossier.opened', role: 'lead', data: { after: { iso3: 'XAC', kind: 'independent', notApplicable: [{ element: '12.2-1' }] } } },
      { act: 'dossier.facts_revised', data: { before: { version: 1, facts: made.facts }, after: { version: 2, facts }, changed: ['10.4'] } },
    ]);
  });

  test('a fact taken back brings the element back', async () => {
    const known = { extraditionConditionalOnTreaty: { answer: true, basis: 'Extradition Act' } };
    const { body: made } = await open(ngo, {
      iso3: 'XAA',
      title: 'Taken back',
      facts: { ...known, laterExtraditionTreaty: { answer: null }, inPositionToAssist: { answer: null } },
    }).expect(201);
    const { body: now } = await served
      .http()
      .put(`/api/dossiers/${made.id}/facts`)
      .set('cookie', ngo)
      .send({ version: 1, facts: { ...made.facts, extraditionConditionalOnTreaty: { answer: null } } })
      .expect(200);
    expect(now.applicability.find((a: { element: string }) => a.element === '5.3')).toEqual({ element: '5.3', applies: true, ground: null, reason: null });
  });
});

describe('a team is named when a dossier is opened', () => {
  const given = async (id: string) => {
    const { body } = await served.http().get(`/api/dossiers/${id}/obligations`).set('cookie', ngo).expect(200);
    return body.items.flatMap(({ elements }: { elements: { applies: boolean; owner: { name: string } | null }[] }) => elements);
  };
  const members = async (cookie: string): Promise<{ person: string; name: string }[]> =>
    (await served.http().get('/api/organisation/members').set('cookie', cookie).expect(200)).body.items;

  test('and what applies is dealt among it, and journalled by reference', async () => {
    const team = (await members(ngo)).map(({ person }) => person);
    const { body: made } = await open(ngo, { iso3: 'XAC', title: 'With a team', team }).expect(201);
    const elements = await given(made.id);
    expect(
      new Set(elements.filter(({ applies }: { applies: boolean }) => applies).map(({ owner }: { owner: { name: string } | null }) => owner?.name)).size,
    ).toBe(team.length);
    expect(elements.filter(({ applies, owner }: { applies: boolean; owner: object | null }) => applies === (owner === null))).toEqual([]);
    const [entry] = await asOwner(served.adminUrl, async (db) => (await db.query('SELECT data FROM journal_entry WHERE subject_id = $1', [made.id])).rows);
    expect(new Set(entry.data.after.given.map(({ person }: { person: string }) => person))).toEqual(new Set(team));
  });
  test('but not with somebody of another organisation: nothing is opened', async () => {
    const [stranger] = await members(lead);
    const { body } = await open(ngo, { iso3: 'XAC', title: 'With a stranger', team: [stranger?.person] }).expect(400);
    expect(body.fields).toMatchObject([{ path: 'team' }]);
    const { body: list } = await served.http().get('/api/dossiers?q=With a stranger').set('cookie', ngo).expect(200);
    expect(list.total).toBe(0);
  });
});

describe('dossiers refuse', () => {
  test('another State, an unknown State, a signatory, the same title twice', async () => {
    expect((await open(lead, { iso3: 'XAB', title: 'Other' }).expect(403)).body.code).toBe('forbidden');
    expect((await open(ngo, { iso3: 'ZZZ', title: 'Other' }).expect(422)).body.code).toBe('state_unknown');
    const { body: signatory } = await open(ngo, { iso3: 'SGP', title: 'Other' }).expect(422);
    expect(signatory).toMatchObject({
      code: 'not_a_party',
      detail: expect.stringMatching(/^Singapore has signed the treaty but is not a party.*Choose a State Party/),
    });
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
  test('roles: a viewer reads, and sees what he may not do', async () => {
    const { body: made } = await open(lead, { iso3: 'XAA', title: 'Read by all' }).expect(201);
    const viewer = await signIn(served, 'viewer@government.example');
    const { body: seen } = await served.http().get(`/api/dossiers/${made.id}`).set('cookie', viewer).expect(200);
    expect(seen.may.reviseFacts).toEqual({ allowed: false, because: 'role' });
    expect(made.may.reviseFacts).toEqual({ allowed: true, because: null });
    for (const email of ['viewer', 'contributor', 'reviewer'])
      await served
        .http()
        .put(`/api/dossiers/${made.id}/facts`)
        .set('cookie', await signIn(served, `${email}@government.example`))
        .send({ version: 1, facts: made.facts })
        .expect(403);
  });
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
