import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let dossier: string;
let government: Scope;
let [law, oldLaw, withdrawn, foreign] = ['', '', '', ''];
const cookies = new Map<string, string>();

beforeAll(async () => {
  served = await serve();
  await seat(served);
  for (const who of ['lead', 'reviewer', 'contributor', 'police', 'viewer']) cookies.set(who, await signIn(served, `${who}@government.example`));
  for (const who of ['lead@ngo.example', 'operator@servanda.example']) cookies.set(who, await signIn(served, who));
  government = await scopeFor(served, 'lead@government.example');
  const ngo = await scopeFor(served, 'lead@ngo.example');
  dossier = await openedDossier(served, government);
  law = await addedEvidence(served, government, dossier);
  oldLaw = await addedEvidence(served, government, dossier, { title: 'Penal Code of 1961', outOfDateOn: '2024-01-01' });
  withdrawn = await addedEvidence(served, government, dossier, { isWithdrawn: true });
  foreign = await addedEvidence(served, ngo, await openedDossier(served, ngo));
});
afterAll(() => served.stop());

const at = (code: string, of = dossier) => `/api/dossiers/${of}/elements/${code}/assessments`;
const cookieOf = (who: string) => cookies.get(who) ?? '';
const written = (how: object = {}) => ({
  basedOn: null,
  law: 'compliant',
  practice: null,
  asOf: '2026-03-31',
  reasons: 'Section 4 of the Penal Code says so.',
  ...how,
});
const record = (who: string, code: string, how: object = {}, of = dossier) => served.http().post(at(code, of)).set('cookie', cookieOf(who)).send(written(how));
const review = (who: string, code: string, number: number, act: string, reason = '') =>
  served
    .http()
    .post(`${at(code)}/${number}/reviews`)
    .set('cookie', cookieOf(who))
    .send({ act, reason });
const history = (who: string, code: string, query = '') =>
  served
    .http()
    .get(`${at(code)}${query}`)
    .set('cookie', cookieOf(who));

describe('assessments: does', () => {
  test('records a draft with its wording, citations and author frozen in', async () => {
    const citations = [
      { evidence: law, pinpoint: 's. 4(2)', stance: 'supports' },
      { evidence: oldLaw, pinpoint: '', stance: 'contradicts' },
    ];
    const { body } = await record('contributor', '3.1.a.i.a', { practice: 'limited', citations }).expect(201);
    expect(body).toMatchObject({
      number: 1,
      status: 'draft',
      isStanding: false,
      law: 'compliant',
      practice: 'limited',
      element: '3.1.a.i.a',
      changed: [],
      reviews: [],
    });
    expect(body.author).toMatchObject({ name: 'Desk officer, child protection', role: 'contributor', body: 'Ministry of Social Affairs' });
    expect(body.wordingSha256).toBe(createHash('sha256').update(body.wording).digest('hex'));
    expect(body.catalogueVersion).toMatch(/^\d+\.\d+\.\d+/);
    expect(body.citations).toMatchObject([
      { evidence: law, title: 'Penal Code', citation: 'Gazette 12/2024', pinpoint: 's. 4(2)', stance: 'supports', isOutOfDate: false, isWithdrawn: false },
      { evidence: oldLaw, stance: 'contradicts', isOutOfDate: true },
    ]);
    expect(body.may).toEqual({
      submit: { allowed: true, because: null },
      accept: { allowed: false, because: 'role' },
      return: { allowed: false, because: 'role' },
    });
  });

  test('submits, returns with a reason, revises by a new judgement, accepts', async () => {
    const code = '3.1.a.i.b';
    await record('contributor', code).expect(201);
    expect((await review('contributor', code, 1, 'submit').expect(201)).body).toMatchObject({ status: 'submitted', isStanding: true });
    const returned = await review('reviewer', code, 1, 'return', 'Which section?').expect(201);
    expect(returned.body).toMatchObject({ status: 'returned', isStanding: false });
    expect(returned.body.reviews).toMatchObject([{ act: 'submit' }, { act: 'return', by: 'Legal reviewer', role: 'reviewer', reason: 'Which section?' }]);
    const revised = await record('contributor', code, { basedOn: 1, reasons: 'Section 5.', citations: [{ evidence: law }], submit: true }).expect(201);
    expect(revised.body).toMatchObject({ number: 2, status: 'submitted', isStanding: true, changed: ['reasons', 'citations'] });
    expect((await review('reviewer', code, 2, 'accept').expect(201)).body).toMatchObject({ status: 'accepted', isStanding: true });
    await record('police', code, { basedOn: 2, law: 'non_compliant', submit: true }).expect(201);
    const { body } = await history('viewer', code).expect(200);
    expect(body.total).toBe(3);
    expect(body.items.map((a: { number: number; status: string; isStanding: boolean }) => [a.number, a.status, a.isStanding])).toEqual([
      [3, 'submitted', false],
      [2, 'accepted', true],
      [1, 'returned', false],
    ]);
    expect(body.items[0].changed).toEqual(['law', 'reasons', 'citations']);
    expect(body.may.record).toEqual({ allowed: false, because: 'role' });
    const page = await history('viewer', code, '?limit=1&offset=1').expect(200);
    expect(page.body.items).toMatchObject([{ number: 2, changed: ['reasons', 'citations'] }]);
    expect(page.body.total).toBe(3);
  });

  test('the lead submits what another wrote; the state of the element stands beside its history', async () => {
    await record('police', '3.1.a.i.c', { practice: 'effective', citations: [{ evidence: law }] }).expect(201);
    expect((await history('lead', '3.1.a.i.c').expect(200)).body.state).toMatchObject({ law: null, practice: null, reviewStatus: 'draft', latestNumber: 1 });
    await review('lead', '3.1.a.i.c', 1, 'submit').expect(201);
    const { body } = await history('lead', '3.1.a.i.c').expect(200);
    expect(body.state).toMatchObject({ code: '3.1.a.i.c', law: 'compliant', practice: 'effective', reviewStatus: 'submitted', standingNumber: 1, supports: 1 });
    expect(body.items[0].may.accept).toEqual({ allowed: true, because: null });
  });
});

test('every act leaves one journal entry with what was before and after; a refused review one that says only so', async () => {
  const entries = () =>
    served.app
      .get(Database)
      .read(government, (sql) =>
        sql<{ act: string; role: string; data: { before: unknown; after: unknown } }>('SELECT act, role, data FROM journal_entry ORDER BY seq'),
      );
  const before = (await entries()).length;
  await record('contributor', '10.1-1', { law: 'non_compliant' }).expect(201);
  await record('police', '10.1-1').expect(409);
  await review('lead', '10.1-1', 1, 'submit').expect(201);
  await review('contributor', '10.1-1', 1, 'accept').expect(403);
  await review('reviewer', '10.1-1', 1, 'return', 'Which law?').expect(201);
  expect((await entries()).slice(before)).toMatchObject([
    { act: 'assessment.recorded', role: 'contributor', data: { before: { number: null }, after: { number: 1, law: 'non_compliant', status: 'draft' } } },
    { act: 'assessment.submitted', role: 'lead', data: { before: { status: 'draft', standing: null }, after: { status: 'submitted', standing: 1 } } },
    { act: 'act.refused', role: 'contributor', data: { code: 'forbidden' } },
    { act: 'assessment.returned', role: 'reviewer', data: { before: { standing: 1 }, after: { standing: null, reason: 'Which law?' } } },
  ]);
});

describe('assessments: refuses', () => {
  test('a writer who did not see the newest one, and gives it to him in full', async () => {
    const first = await record('contributor', '3.4', { reasons: 'The first text.' }).expect(201);
    const late = await record('police', '3.4', { reasons: 'The second text.' }).expect(409);
    expect(late.body.code).toBe('stale_version');
    expect(late.body.current).toEqual({ ...first.body, may: { ...first.body.may, submit: { allowed: false, because: 'role' } } });
    await record('police', '3.4', { basedOn: 7 }).expect(409);
    expect((await history('police', '3.4').expect(200)).body.total).toBe(1);
  });

  test('evidence that is withdrawn, unknown or of another dossier, by the place it is cited', async () => {
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
    const citations = [{ evidence: law }, { evidence: withdrawn }, { evidence: foreign }, { evidence: unknown }];
    const { body } = await record('contributor', '3.2', { citations }).expect(422);
    expect(body.code).toBe('evidence_unknown');
    expect(body.fields.map((f: { path: string }) => f.path)).toEqual(['citations.1.evidence', 'citations.2.evidence', 'citations.3.evidence']);
    expect((await history('contributor', '3.2').expect(200)).body).toMatchObject({ items: [], total: 0 });
  });

  test('a future day, no verdict, no reasons, a piece cited twice', async () => {
    const fields = async (how: object) => (await record('contributor', '3.2', how).expect(400)).body.fields.map((f: { path: string }) => f.path);
    expect(await fields({ asOf: '2999-01-01' })).toEqual(['asOf']);
    expect(await fields({ asOf: '0000-12-31' })).toEqual(['asOf']);
    expect(await fields({ asOf: '2026-02-30' })).toEqual(['asOf']);
    expect(await fields({ basedOn: 99_999_999_999 })).toEqual(['basedOn']);
    expect(await fields({ law: null })).toEqual(['law']);
    expect(await fields({ reasons: '  ' })).toEqual(['reasons']);
    expect(await fields({ citations: [{ evidence: law }, { evidence: law }] })).toEqual(['citations.1']);
    expect(await fields({ periodFrom: '2026-02-01', periodTo: '2026-01-01' })).toEqual(['periodTo']);
  });

  test('an element that does not apply or does not exist', async () => {
    expect((await record('contributor', '5.3').expect(422)).body.code).toBe('element_not_applicable');
    expect((await record('contributor', '3.9').expect(404)).body.code).toBe('not_found');
    await history('contributor', '3.9').expect(404);
    expect((await history('contributor', '5.3').expect(200)).body.may.record).toEqual({ allowed: false, because: 'not_applicable' });
  });

  test('steps that do not follow, decisions on own work, a return without reason', async () => {
    await record('reviewer', '6.1').expect(201);
    expect((await review('lead', '6.1', 1, 'accept').expect(409)).body.code).toBe('wrong_state');
    await review('reviewer', '6.1', 1, 'submit').expect(201);
    expect((await review('reviewer', '6.1', 1, 'accept').expect(403)).body.code).toBe('own_work');
    expect((await review('lead', '6.1', 1, 'return').expect(400)).body.fields[0].path).toBe('reason');
    await review('lead', '6.1', 1, 'accept').expect(201);
    expect((await review('lead', '6.1', 1, 'return', 'Too late').expect(409)).body.code).toBe('wrong_state');
    await record('contributor', '6.1', { basedOn: 1, submit: true }).expect(201);
    await record('police', '6.1', { basedOn: 2 }).expect(201);
    expect((await review('lead', '6.1', 2, 'accept').expect(409)).body.code).toBe('wrong_state');
    for (const number of [9, 99_999_999_999]) expect((await review('lead', '6.1', number, 'accept').expect(404)).body.code).toBe('not_found');
  });
});

describe('assessments: keeps apart', () => {
  test('by role', async () => {
    expect((await record('viewer', '6.2-1').expect(403)).body.code).toBe('forbidden');
    await record('contributor', '6.2-1').expect(201);
    for (const who of ['viewer', 'police', 'reviewer']) expect((await review(who, '6.2-1', 1, 'submit').expect(403)).body.code).toBe('forbidden');
    await review('contributor', '6.2-1', 1, 'submit').expect(201);
    for (const act of ['accept', 'return'] as const) expect((await review('police', '6.2-1', 1, act, 'No').expect(403)).body.code).toBe('forbidden');
  });

  test('by organisation: a foreign dossier answers exactly as an unknown one', async () => {
    await record('contributor', '9.1-1', { submit: true }).expect(201);
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
    const answers = async (of: string) => {
      const cookie = cookieOf('lead@ngo.example');
      const sent = [
        await served.http().get(at('9.1-1', of)).set('cookie', cookie),
        await served
          .http()
          .post(at('9.1-1', of))
          .set('cookie', cookie)
          .send(written({ basedOn: 1 })),
        await served
          .http()
          .post(`${at('9.1-1', of)}/1/reviews`)
          .set('cookie', cookie)
          .send({ act: 'accept' }),
      ];
      return sent.map(({ status, body }) => ({ status, ...body, requestId: '' }));
    };
    const foreignAnswers = await answers(dossier);
    expect(foreignAnswers.map((a) => a.status)).toEqual([404, 404, 404]);
    expect(foreignAnswers).toEqual(await answers(unknown));
    expect((await history('lead', '9.1-1').expect(200)).body.items).toMatchObject([{ status: 'submitted' }]);
  });

  test('without a session nothing; the operator sees no dossier', async () => {
    await served.http().get(at('9.1-1')).expect(401);
    await served.http().post(at('9.1-1')).send(written()).expect(401);
    await history('operator@servanda.example', '9.1-1').expect(404);
    await record('operator@servanda.example', '9.1-1').expect(403);
  });
});
