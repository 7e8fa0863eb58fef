// The library beside the judgements: who cites what, what each revision said, and two writers at once.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '../src/platform/db/database.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let cookie: string;
let base: string;
const law = { kind: 'law', title: 'Penal Code', citation: 'Official Gazette 2014, No. 71', originator: 'Parliament', language: 'fr-CA' };
const add = async (body: object) => (await served.http().post(`${base}/evidence`).set('cookie', cookie).send(body).expect(201)).body;
const revise = (id: string, body: object) => served.http().put(`${base}/evidence/${id}`).set('cookie', cookie).send(body);
const list = async (query: string) => (await served.http().get(`${base}/evidence?${query}`).set('cookie', cookie).expect(200)).body;
const titles = (answer: { items: { title: string }[] }) => answer.items.map((i) => i.title);
const record = (code: string, basedOn: number | null, evidence: string[]) =>
  served
    .http()
    .post(`${base}/elements/${code}/assessments`)
    .set('cookie', cookie)
    .send({
      basedOn,
      law: 'compliant',
      practice: null,
      asOf: '2026-01-01',
      reasons: 'By its text',
      citations: evidence.map((e) => ({ evidence: e })),
      submit: true,
    })
    .expect(201);

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  const opened = await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Library' }).expect(201);
  base = `/api/dossiers/${opened.body.id}`;
});
afterAll(() => served.stop());

describe('the library does', () => {
  test('name the elements whose standing or newest judgement cites a piece, and no others', async () => {
    const [cited, dropped] = [await add({ ...law, title: 'Cited' }), await add({ ...law, title: 'Dropped' })];
    await record('8.1.e', null, [cited.id, dropped.id]);
    await record('1', null, [cited.id]);
    await record('8.1.e', 1, [cited.id]);
    expect((await served.http().get(`${base}/evidence/${cited.id}`).set('cookie', cookie).expect(200)).body.elements).toEqual(['1', '8.1.e']);
    expect(titles(await list('state=uncited'))).toEqual(['Dropped']);
    expect(titles(await list('element=8.1.e'))).toEqual(['Cited']);
    expect(await list('element=9.1')).toEqual({ items: [], total: 0 });
  });

  test('search as typed: composed or not, in any case, in title, citation and originator', async () => {
    await add({ ...law, title: 'Étude sur l’adoption', originator: 'Institut a_b' });
    expect(titles(await list(`q=${encodeURIComponent('e\u0301TUDE')}`))).toEqual(['Étude sur l’adoption']);
    expect(titles(await list('q=a_b'))).toEqual(['Étude sur l’adoption']);
    expect(titles(await list('q=a%5C_b'))).toEqual([]);
    expect((await list('q=no.%2071')).total).toBe(3);
    expect((await list('language=fr')).total).toBe(3);
    expect((await list('language=en')).total).toBe(0);
  });

  test.each(['title', 'datedOn', 'addedAt', 'kind'])('sort by %s both ways, each piece once over the pages', async (sort) => {
    for (const direction of ['asc', 'desc']) {
      const whole = titles(await list(`sort=${sort}&direction=${direction}`));
      const pages = [0, 1, 2].map((offset) => list(`sort=${sort}&direction=${direction}&limit=1&offset=${offset}`));
      expect((await Promise.all(pages)).flatMap(titles)).toEqual(whole);
    }
    expect(await list('offset=1000')).toMatchObject({ items: [], total: 3 });
  });

  test('keep what each version said, and a journal of it', async () => {
    const made = await add({ ...law, title: 'First' });
    await revise(made.id, { ...law, title: 'Second', version: 1, datedOn: '0500-02-28', inForceTo: '9999-12-31' }).expect(200);
    await served.http().post(`${base}/evidence/${made.id}/withdrawal`).set('cookie', cookie).send({ version: 2, reason: 'Entered twice' }).expect(200);
    const scope = await scopeFor(served, 'lead@government.example');
    const [kept, told, problems] = await served.app
      .get(Database)
      .read(scope, async (sql) => [
        await sql<{ number: number; content: object }>('SELECT number, content FROM evidence_revision WHERE evidence_id = $1 ORDER BY number', [made.id]),
        await sql<{ act: string }>("SELECT act FROM journal_entry WHERE subject = 'evidence' AND subject_id = $1 ORDER BY seq", [made.id]),
        await sql('SELECT * FROM app.journal_problems()'),
      ]);
    expect(kept).toMatchObject([
      { number: 1, content: { title: 'First', datedOn: null } },
      { number: 2, content: { title: 'Second', datedOn: '0500-02-28', inForceTo: '9999-12-31' } },
      { number: 3, content: { title: 'Second', withdrawn: { reason: 'Entered twice' } } },
    ]);
    expect(told?.map((e) => 'act' in e && e.act)).toEqual(['evidence.added', 'evidence.revised', 'evidence.withdrawn']);
    expect(problems).toEqual([]);
  });
});

describe('the library refuses', () => {
  test('all but one of ten writers who saw the same version; each is shown the newer text', async () => {
    const made = await add({ ...law, title: 'Contested' });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => revise(made.id, { ...law, title: `Writer ${i}`, version: 1 })));
    const won = answers.filter((a) => a.status === 200);
    expect(won).toHaveLength(1);
    for (const lost of answers.filter((a) => a !== won[0]))
      expect(lost.body).toMatchObject({ code: 'stale_version', current: { version: 2, title: won[0]?.body.title } });
  });

  test('a version not yet written, a withdrawal without a reason, and a file in a body', async () => {
    const made = await add(law);
    expect((await revise(made.id, { ...law, version: 7 }).expect(409)).body.code).toBe('stale_version');
    await served.http().post(`${base}/evidence/${made.id}/withdrawal`).set('cookie', cookie).send({ version: 1, reason: ' ' }).expect(400);
    await served.http().post(`${base}/evidence`).set('cookie', cookie).attach('file', Buffer.from('x'), 'x.txt').expect(415);
    await served.http().get(`${base}/evidence?sort=rowid`).set('cookie', cookie).expect(400);
  });
});

describe('the library keeps apart', () => {
  test('a foreign piece answers as an unknown one, in word and act', async () => {
    const made = await add(law);
    const neighbour = await signIn(served, 'lead@neighbour.example');
    const unknown = '019ab000-0000-7000-8000-000000000000';
    const tries = (id: string) => [
      served.http().get(`${base}/evidence/${id}`),
      served
        .http()
        .put(`${base}/evidence/${id}`)
        .send({ ...law, version: 1 }),
      served.http().post(`${base}/evidence/${id}/withdrawal`).send({ version: 1, reason: 'Theirs' }),
      served.http().post(`${base}/evidence/${id}/files`).attach('file', Buffer.from('x'), 'x.txt'),
    ];
    const answers = (id: string) => Promise.all(tries(id).map(async (t) => ({ ...(await t.set('cookie', neighbour).expect(404)).body, requestId: '' })));
    expect(await answers(made.id)).toEqual(await answers(unknown));
    expect((await served.http().get(`${base}/evidence/${made.id}`).set('cookie', cookie)).body.version).toBe(1);
  });

  test('the operator sees no library and adds nothing', async () => {
    const operator = await signIn(served, 'operator@servanda.example');
    await served.http().get(`${base}/evidence`).set('cookie', operator).expect(404);
    await served.http().post(`${base}/evidence`).set('cookie', operator).send(law).expect(403);
  });
});
