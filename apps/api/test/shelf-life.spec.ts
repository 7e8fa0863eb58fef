// From which day a piece is out of date: the rule in the database, by cases, and a dossier's own years.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { houseShelfLife } from '@servanda/contract';
import { Database } from '../src/platform/db/database.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  await seat(served);
});
afterAll(() => served.stop());

type Day = string | null;
type Case = [why: string, kind: string, datedOn: Day, inForceTo: Day, periodTo: Day, reviewBy: Day, shelf: object, expected: Day];
const house = {};
const cases: Case[] = [
  ['a law in force has no end', 'law', '2003-05-01', null, null, null, house, null],
  ['a repealed law ends the day after its last day', 'law', '2003-05-01', '2019-12-31', null, null, house, '2020-01-01'],
  ['a judgment does not age', 'judgment', '1999-01-01', null, null, null, house, null],
  ['an agreement does not age', 'agreement', '1999-01-01', null, '2001-12-31', null, house, null],
  ['a policy ends by its last day of force only', 'policy', '2015-01-01', '2020-06-30', '2015-12-31', null, house, '2020-07-01'],
  ['figures age from the end of the period they cover', 'statistics', '2024-06-30', null, '2023-12-31', null, house, '2026-12-31'],
  ['figures without a period age from their date', 'statistics', '2024-06-30', null, null, null, house, '2027-06-30'],
  ['figures without any date are not guessed at', 'statistics', null, null, null, null, house, null],
  ['a budget ages in two years', 'budget', null, null, '2024-12-31', null, house, '2026-12-31'],
  ['a training record ages in three', 'training_record', '2024-03-15', null, null, null, house, '2027-03-15'],
  ['a report ages in five', 'report', '2021-03-15', null, null, null, house, '2026-03-15'],
  ['the end of force comes first', 'report', '2021-03-15', '2022-12-31', null, null, house, '2023-01-01'],
  ['a leap day is clamped', 'statistics', '2024-02-29', null, null, null, house, '2027-02-28'],
  ['the day after a leap February', 'law', null, '2024-02-28', null, null, house, '2024-02-29'],
  ['the last day there is', 'law', null, '9999-12-31', null, null, house, null],
  ['a shelf life beyond the last day there is', 'report', '9998-01-01', null, null, null, house, null],
  ['the day after it was to be looked at again', 'law', '2003-05-01', null, null, '2026-06-30', house, '2026-07-01'],
  ['the dossier’s own years win', 'statistics', '2024-06-30', null, null, null, { statistics: 1 }, '2025-06-30'],
  ['and may be none at all', 'statistics', '2024-06-30', null, null, null, { statistics: null }, null],
  ['also for a kind without house years', 'policy', '2020-01-01', null, null, null, { policy: 4 }, '2024-01-01'],
];

describe('the day from which a piece is out of date', () => {
  test.each(cases)('%s', async (_, kind, datedOn, inForceTo, periodTo, reviewBy, shelf, expected) => {
    const ask = 'SELECT app.out_of_date_on($1, $2::date, $3::date, $4::date, $5::date, $6::jsonb) AS day';
    const [row] = await served.app.get(Database).unscoped<{ day: Day }>(ask, [kind, datedOn, inForceTo, periodTo, reviewBy, JSON.stringify(shelf)]);
    expect(row?.day).toBe(expected);
  });
});

test('the years that the contract names are those the database counts', async () => {
  const ask =
    "SELECT k AS kind, extract(year FROM app.out_of_date_on(k, '2000-01-01', NULL, NULL, NULL, '{}'))::int - 2000 AS years FROM unnest(enum_range(NULL::evidence_kind)::text[]) k";
  const rows = await served.app.get(Database).unscoped<{ kind: string; years: number | null }>(ask, []);
  expect(Object.fromEntries(rows.flatMap(({ kind, years }) => (years === null ? [] : [[kind, years]])))).toEqual(houseShelfLife);
});

describe('a dossier’s own shelf life', () => {
  test('moves the day of every piece at once, is journalled, and needs the newest version and a lead', async () => {
    const lead = await scopeFor(served, 'lead@government.example');
    const cookie = await signIn(served, 'lead@government.example');
    const id = await openedDossier(served, lead, 'Shelved');
    const add = (kind: string) =>
      served
        .http()
        .post(`/api/dossiers/${id}/evidence`)
        .set('cookie', cookie)
        .send({ kind, title: kind, originator: 'Statistics Office', datedOn: '2024-06-30' })
        .expect(201);
    const [figures, law] = [(await add('statistics')).body, (await add('law')).body];
    expect([figures.outOfDateOn, law.outOfDateOn]).toEqual(['2027-06-30', null]);
    const put = (version: number, shelfLife: object, as = cookie) =>
      served.http().put(`/api/dossiers/${id}/shelf-life`).set('cookie', as).send({ version, shelfLife });
    const revised = (await put(1, { statistics: 1 }).expect(200)).body;
    expect(revised).toMatchObject({ version: 2, shelfLife: { statistics: 1 } });
    const piece = (await served.http().get(`/api/dossiers/${id}/evidence/${figures.id}`).set('cookie', cookie)).body;
    expect([piece.outOfDateOn, piece.isOutOfDate, piece.version]).toEqual(['2025-06-30', true, 1]);
    expect((await put(1, {}).expect(409)).body).toMatchObject({ code: 'stale_version', current: { version: 2 } });
    for (const wrong of [{ statistics: 0 }, { statistics: 99 }, { gossip: 1 }, { statistics: 1.5 }])
      expect((await put(2, wrong).expect(400)).body.code).toBe('invalid_input');
    const contributor = await signIn(served, 'contributor@government.example');
    expect((await put(2, {}, contributor).expect(403)).body.code).toBe('forbidden');
    expect((await put(2, {}, await signIn(served, 'lead@ngo.example')).expect(404)).body.code).toBe('not_found');
    const entries = await served.app
      .get(Database)
      .read(lead, (sql) => sql<{ data: object }>("SELECT data FROM journal_entry WHERE act = 'dossier.shelf_life_revised' AND subject_id = $1", [id]));
    expect(entries.map(({ data }) => data)).toEqual([{ before: {}, after: { statistics: 1 }, piecesMoved: 1 }]);
  });
});

describe('erasure for reasons of data protection', () => {
  const secret = 'Canary of a protected person';
  test('takes the words from every revision and the file from the store, and keeps the event, its hash and the chain', async () => {
    const lead = await scopeFor(served, 'lead@government.example');
    const cookie = await signIn(served, 'lead@government.example');
    const id = await openedDossier(served, lead, 'Erased');
    const http = (method: 'get' | 'post' | 'put', path: string) => served.http()[method](`/api/dossiers/${id}/evidence${path}`).set('cookie', cookie);
    const added = (await http('post', '').send({ kind: 'report', title: secret, originator: secret, summary: secret }).expect(201)).body;
    const file = (await http('post', `/${added.id}/files`).attach('file', Buffer.from(secret), 'canary-person.txt').expect(201)).body;
    const revise = { kind: 'report', title: `${secret} again`, originator: 'NGO', version: 1, removeFiles: [file.id] };
    await http('put', `/${added.id}`).send(revise).expect(200);
    const revisions = (await http('get', `/${added.id}/revisions`).expect(200)).body;
    expect(revisions.items.map((r: { number: number; files: object[]; content: { title: string } }) => [r.number, r.files.length, r.content.title])).toEqual([
      [2, 0, `${secret} again`],
      [1, 1, secret],
    ]);
    await http('get', `/${added.id}/files/${file.id}`).expect(200);
    expect((await http('post', `/${added.id}/erasure`).send({ version: 1, reason: 'Asked by the person' }).expect(409)).body.code).toBe('stale_version');
    const contributor = await signIn(served, 'contributor@government.example');
    const refused = served.http().post(`/api/dossiers/${id}/evidence/${added.id}/erasure`).set('cookie', contributor);
    expect((await refused.send({ version: 2, reason: 'x' }).expect(403)).body.code).toBe('forbidden');
    const erased = (await http('post', `/${added.id}/erasure`).send({ version: 2, reason: 'Asked by the person' }).expect(200)).body;
    expect(erased).toMatchObject({ title: '[erased]', version: 3, withdrawn: { reason: 'Erased' }, may: { erase: { allowed: false, because: 'state' } } });
    await http('get', `/${added.id}/files/${file.id}`).expect(404);
    const db = served.app.get(Database);
    const tables = ['evidence', 'evidence_revision', 'evidence_file', 'journal_entry', 'citation'];
    for (const table of tables)
      expect([table, await db.read(lead, (sql) => sql(`SELECT 1 FROM ${table} t WHERE t::text ILIKE '%canary%'`))]).toEqual([table, []]);
    expect(await db.read(lead, (sql) => sql('SELECT * FROM app.journal_problems()'))).toEqual([]);
    expect((await http('post', `/${added.id}/erasure`).send({ version: 3, reason: 'Again' }).expect(409)).body.code).toBe('wrong_state');
    await expect(db.hotWrite(lead, (sql) => sql("UPDATE evidence_revision SET content = '{}'"))).rejects.toThrow(/permission denied|append-only/);
  });

  test('another organisation’s lead erases nothing, even by the function itself', async () => {
    const lead = await scopeFor(served, 'lead@government.example');
    const ngo = await scopeFor(served, 'lead@ngo.example');
    const id = await openedDossier(served, lead, 'Not yours');
    const piece = await addedEvidence(served, lead, id);
    await served.app.get(Database).hotWrite(ngo, (sql) => sql('SELECT * FROM app.erase_evidence($1, $2, now())', [id, piece]));
    const [row] = await served.app.get(Database).read(lead, (sql) => sql<{ title: string }>('SELECT title FROM evidence WHERE id = $1', [piece]));
    expect(row?.title).toBe('Penal Code');
  });
});
