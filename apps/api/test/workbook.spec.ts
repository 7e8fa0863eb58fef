// The checklist leaves as a workbook, is filled in elsewhere, and comes back: seen three ways, then all of it or nothing.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DocumentLanguage, type WorkbookPreview } from '@servanda/contract';
import { readXlsx } from 'hucre/xlsx';
import pg from 'pg';
import { xlsx } from './corpus/documents.ts';
import { type Made, workbook as written } from './lists.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { whole } from './whole.ts';

let served: Served;
let superuser: pg.Client;
let cookie: string;
let id: string;

type Grid = Made[][];
/** Written as Excel does: an underscore that would begin an escape is escaped. */
const workbook = (grid: Grid, merged: string[] = []) =>
  written(
    grid.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_') : cell))),
    merged,
  );
const get = (path: string, as = cookie) => whole(served.http().get(`/api/dossiers/${id}/reports/${path}`).set('cookie', as));
/** The cells of the checklist as it leaves, days as text. */
async function taken(lang = 'en', as = cookie): Promise<Grid> {
  const book = await readXlsx((await get(`workbook.xlsx?lang=${lang}`, as).expect(200)).body);
  return (book.sheets[1]?.rows ?? []).map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : typeof cell === 'boolean' ? null : cell)),
  );
}
const send = (path: string, bytes: Buffer, as = cookie, name = 'checklist.xlsx') =>
  served.http().post(`/api/dossiers/${id}/reports/workbook${path}`).set('cookie', as).attach('file', bytes, { filename: name });
const preview = async (bytes: Buffer, as = cookie): Promise<WorkbookPreview> => (await send('/preview', bytes, as).expect(200)).body;
const confirm = (bytes: Buffer, basis: string, more = '', as = cookie) => send(`?basis=${basis}${more}`, bytes, as);
const writeAnew = (bytes: Buffer, basis: string, anew: unknown, more = '') =>
  served
    .http()
    .post(`/api/dossiers/${id}/reports/workbook?basis=${basis}${more}`)
    .set('cookie', cookie)
    .field('anew', typeof anew === 'string' ? anew : JSON.stringify(anew))
    .attach('file', bytes, { filename: 'checklist.xlsx' });
const column = (grid: Grid, head: string) => grid[0]?.indexOf(head) ?? -1;
const rowOf = (grid: Grid, code: string) => grid.find((row) => row[0] === code) ?? [];
function fill(grid: Grid, code: string, said: Record<string, Made>): void {
  for (const [head, value] of Object.entries(said)) rowOf(grid, code)[column(grid, head)] = value;
}
const judged = { 'In law': 'Partially compliant', 'As of': '2026-03-31', Reasons: 'The Penal Code, section 4' };
const of = ({ rows }: WorkbookPreview, code: string) => rows.find(({ element }) => element === code);
const faultsOf = ({ rows }: WorkbookPreview) => rows.flatMap(({ faults }) => faults.map(({ cell, message }) => [cell, message]));
const history = async (code: string) =>
  (await served.http().get(`/api/dossiers/${id}/elements/${code}/assessments`).set('cookie', cookie).expect(200)).body.items;
const record = (code: string, body: object, as = cookie) =>
  served.http().post(`/api/dossiers/${id}/elements/${code}/assessments`).set('cookie', as).send(body).expect(201);
const count = async (table: string) => Number((await superuser.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});
let opened = 0;
const inANewDossier = () =>
  beforeAll(async () => {
    id = (
      await served
        .http()
        .post('/api/dossiers')
        .set('cookie', cookie)
        .send({ iso3: 'XAA', title: `Workbook ${++opened}` })
        .expect(201)
    ).body.id;
  });

describe('a workbook does', () => {
  inANewDossier();
  test('go out and, untouched, come back saying nothing, in each of the six languages', async () => {
    await record('3.2', {
      basedOn: null,
      law: 'compliant',
      practice: 'no_data',
      asOf: '2026-03-31',
      reasons: '=1+1 _x0041_ \u2028 "quoted"\nsecond line',
      qualifierNote: 'as far as feasible',
    });
    for (const lang of DocumentLanguage.options) {
      const seen = await preview((await get(`workbook.xlsx?lang=${lang}`).expect(200)).body);
      expect({ ...seen.counts, unread: seen.unread, missing: seen.missing }).toEqual({
        new: 0,
        changed: 0,
        unchanged: 51,
        conflict: 0,
        refused: 0,
        unread: [],
        missing: [],
      });
    }
  });

  test('show what would become of each row and write nothing; then write all of it as drafts, with one entry; then nothing again', async () => {
    const grid = await taken();
    fill(grid, '3.2', { 'In practice': 'Limited' });
    fill(grid, '8.1.e', judged);
    const bytes = workbook(grid);
    const before = [await count('assessment'), await count('journal_entry')];
    const seen = await preview(bytes);
    expect(seen.counts).toEqual({ new: 1, changed: 1, unchanged: 49, conflict: 0, refused: 0 });
    expect(of(seen, '3.2')).toMatchObject({
      outcome: 'changed',
      base: 1,
      fields: [{ field: 'practice', was: 'no_data', now: 'no_data', sheet: 'limited', cell: expect.stringMatching(/^G\d+$/) }],
    });
    expect([await count('assessment'), await count('journal_entry')]).toEqual(before);

    expect((await confirm(bytes, seen.basis).expect(200)).body).toEqual({ drafts: 2, kept: 0, unchanged: 49 });
    expect(await history('3.2')).toMatchObject([
      {
        number: 2,
        status: 'draft',
        law: 'compliant',
        practice: 'limited',
        author: { name: 'National focal point' },
        reasons: '=1+1 _x0041_ \u2028 "quoted"\nsecond line',
      },
      { number: 1 },
    ]);
    const { rows } = await superuser.query("SELECT data FROM journal_entry WHERE act = 'assessment.workbook_brought_in'");
    expect(rows).toMatchObject([
      {
        data: {
          drafts: 2,
          workbook: { name: 'checklist.xlsx', sha256: seen.sha256 },
          recorded: [
            { element: '3.2', number: 2 },
            { element: '8.1.e', number: 1 },
          ],
        },
      },
    ]);

    const again = await confirm(bytes, seen.basis).expect(409);
    expect(again.body).toMatchObject({ code: 'stale_version', current: { counts: { unchanged: 51 } } });
    expect((await confirm(bytes, again.body.current.basis).expect(200)).body).toEqual({ drafts: 0, kept: 0, unchanged: 51 });
    expect([await count('assessment'), await count('journal_entry')]).toEqual([(before[0] ?? 0) + 2, (before[1] ?? 0) + 1]);
  });
});

describe('a workbook meets what was written meanwhile', () => {
  inANewDossier();
  test('as a conflict that a person decides row by row; taking the sheet keeps what it did not touch', async () => {
    for (const code of ['3.2', '3.3', '3.4'])
      await record(code, { basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: `First of ${code}` });
    const grid = await taken();
    for (const code of ['3.2', '3.3', '3.4']) {
      fill(grid, code, { 'In practice': 'Limited' });
      await record(
        code,
        { basedOn: 1, law: 'non_compliant', practice: null, asOf: '2026-03-31', reasons: `A colleague on ${code}` },
        await signIn(served, 'contributor@government.example'),
      );
    }
    // The third already says what the colleague recorded, and nothing else.
    fill(grid, '3.4', { 'In practice': null, 'In law': 'non_compliant', Reasons: 'A colleague on 3.4' });
    const bytes = workbook(grid);
    const seen = await preview(bytes);
    expect(seen.counts).toMatchObject({ conflict: 2, unchanged: 49, changed: 0 });
    expect(of(seen, '3.2')).toMatchObject({
      base: 1,
      latest: { number: 2, status: 'draft', author: 'Desk officer, child protection' },
      fields: [
        { field: 'law', was: 'compliant', now: 'non_compliant', sheet: 'compliant' },
        { field: 'practice', was: '', now: '', sheet: 'limited' },
        { field: 'reasons', was: 'First of 3.2', now: 'A colleague on 3.2', sheet: 'First of 3.2' },
      ],
    });
    const undecided = await confirm(bytes, seen.basis, '&take=3.2').expect(400);
    expect(undecided.body.fields).toMatchObject([{ path: `rows.${of(seen, '3.3')?.row}`, message: expect.stringContaining('Somebody wrote here meanwhile') }]);
    expect((await confirm(bytes, seen.basis, '&take=3.2&keep=3.3').expect(200)).body).toEqual({ drafts: 1, kept: 1, unchanged: 49 });
    expect((await history('3.2'))[0]).toMatchObject({ number: 3, status: 'draft', law: 'non_compliant', practice: 'limited', reasons: 'A colleague on 3.2' });
    expect(await history('3.3')).toHaveLength(2);
  });

  test('and a person may write another text than either; it stands with the days of the sheet, and only where there is a conflict', async () => {
    const grid = await taken();
    for (const code of ['4.1', '4.3']) {
      await record(code, { basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: `Recorded on ${code}` });
      fill(grid, code, { ...judged, 'As of': '2026-04-30' });
    }
    fill(grid, '8.1.a', judged);
    const bytes = workbook(grid);
    const { basis } = await preview(bytes);
    const words = { element: '4.1', law: 'non_compliant', practice: null, reasons: 'Neither, but this' };
    const refused = async (anew: unknown, more = '&keep=4.3') => (await writeAnew(bytes, basis, anew, more).expect(400)).body.fields[0];
    expect(await refused('no json')).toMatchObject({ path: 'anew', message: 'This is not JSON' });
    expect(await refused([{ ...words, reasons: ' ' }])).toMatchObject({ path: 'anew.0.reasons', message: 'Say how you know' });
    expect(await refused([{ ...words, law: null }])).toMatchObject({ path: 'anew.0.law' });
    expect(await refused([words, { ...words, element: '8.1.a' }])).toMatchObject({ path: 'anew.8.1.a', message: expect.stringContaining('no conflict') });
    expect(await refused([words], '&keep=4.3&take=4.1')).toMatchObject({ message: expect.stringContaining('Somebody wrote here meanwhile') });
    expect(await refused([words, words])).toMatchObject({ message: expect.stringContaining('Somebody wrote here meanwhile') });
    expect((await writeAnew(bytes, basis, [words], '&keep=4.3').expect(200)).body).toMatchObject({ drafts: 2, kept: 1 });
    expect((await history('4.1'))[0]).toMatchObject({ number: 2, status: 'draft', law: 'non_compliant', reasons: 'Neither, but this', asOf: '2026-04-30' });
    expect((await history('4.3'))[0]).toMatchObject({ number: 1, reasons: 'Recorded on 4.3' });
  });

  test('when it is confirmed too late: nothing is written, and the newer comparison comes with the refusal', async () => {
    const grid = await taken();
    fill(grid, '8.1.e', judged);
    const bytes = workbook(grid);
    const seen = await preview(bytes);
    await record('8.1.e', { basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: 'Faster' });
    const stale = await confirm(bytes, seen.basis).expect(409);
    expect(stale.body).toMatchObject({ code: 'stale_version', current: { counts: { conflict: 1 } } });
    expect(await history('8.1.e')).toHaveLength(1);
    expect((await send('', bytes).expect(428)).body.code).toBe('precondition_required');
  });

  test('two at once: the second sees what the first wrote, and nothing is there twice; equal requests under one key are one', async () => {
    const grid = await taken();
    fill(grid, '9.3', judged);
    const bytes = workbook(grid);
    const { basis } = await preview(bytes);
    const answers = await Promise.all([1, 2, 3].map(() => confirm(bytes, basis)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await history('9.3')).toHaveLength(1);
    fill(grid, '9.4', judged);
    const more = workbook(grid);
    const next = await preview(more);
    const twice = await Promise.all([1, 2].map(() => confirm(more, next.basis).set('idempotency-key', 'workbook-key-0001')));
    expect(twice.map(({ status, text }) => [status, text])).toEqual(Array(2).fill([200, expect.stringContaining('"drafts":1')]));
    expect(await history('9.4')).toHaveLength(1);
  });
});

describe('a workbook is read', () => {
  inANewDossier();
  test('with its columns moved, others added, a title above, days as numbers, verdicts in any language; a formula by its saved value', async () => {
    const grid = await taken();
    fill(grid, '3.2', { ...judged, 'In law': 'Conforme', 'As of': { serial: 46112 }, Reasons: { formula: '"The "&"Code"', was: 'The Code' } });
    fill(grid, '3.3', { ...judged, 'In law': 'ممتثل جزئيا' });
    const moved: Grid = [['Sent by the Ministry'], ...grid.map((row, n) => [n === 0 ? 'Our notes' : 'x', ...row.toReversed()])];
    const seen = await preview(workbook(moved));
    expect(seen).toMatchObject({ counts: { new: 2, unchanged: 49, refused: 0 }, unread: ['Our notes'], missing: [] });
    expect(of(seen, '3.2')?.fields).toMatchObject([
      { field: 'law', sheet: 'compliant' },
      { field: 'asOf', sheet: '2026-03-31' },
      { field: 'reasons', sheet: 'The Code' },
    ]);
    expect(of(seen, '3.3')?.fields[0]).toMatchObject({ sheet: 'partially_compliant' });
  });

  test('without a column: it says so, and what the column would say stays as it is', async () => {
    const grid = (await taken()).map((row) => row.filter((_, place) => place !== 10));
    fill(grid, '3.2', { 'In law': 'Compliant', 'As of': '2026-03-31' });
    const seen = await preview(workbook(grid));
    expect(seen.missing).toEqual(['reasons']);
    expect(faultsOf(seen)).toEqual([[expect.stringMatching(/^A\d+$/), 'Say how you know']]);
  });
});

describe('a workbook is refused', () => {
  inANewDossier();
  test('row by row, with cell and reason, and as a whole when it is confirmed', async () => {
    const grid = await taken();
    const at = (code: string) => grid.indexOf(rowOf(grid, code)) + 1;
    const rows = Object.fromEntries(['3.2', '3.3', '3.4', '4.1', '4.3', '8.1.e', '9.3'].map((code) => [code, at(code)]));
    fill(grid, '3.2', { ...judged, 'In law': 'Perfect', 'As of': '31/03/2026' });
    fill(grid, '3.3', { ...judged, 'As of': '2999-01-01' });
    fill(grid, '3.4', { ...judged, Reasons: { formula: 'A1' } });
    fill(grid, '4.1', { Reasons: 'Reasons alone' });
    fill(grid, '4.3', { ...judged, Base: rowOf(grid, '4.1')[column(grid, 'Base')] ?? null });
    fill(grid, '8.1.e', { ...judged, Element: '3.2' });
    fill(grid, '9.3', { ...judged, Reasons: { error: '#REF!' } });
    grid.push(['13.1', null, null, null, null, 'Compliant']);
    const bytes = workbook(grid);
    const seen = await preview(bytes);
    expect(faultsOf(seen)).toEqual([
      [`F${rows['3.2']}`, 'Use one of the allowed values'],
      [`H${rows['3.2']}`, 'Write the day as 2026-03-31'],
      [`H${rows['3.3']}`, 'Choose today or a day before: a judgement holds as of a day that has come'],
      [`K${rows['3.4']}`, 'The formula has no saved value. Open the list, save it, and send it again'],
      [`F${rows['4.1']}`, 'Choose a verdict in law, in practice, or both'],
      [`H${rows['4.1']}`, 'Write the day as of which it holds'],
      [`N${rows['4.3']}`, 'This key belongs to another row or another dossier. Take the row from a workbook of this dossier'],
      [`A${rows['8.1.e']}`, 'Another row is about the same element'],
      [`K${rows['9.3']}`, 'The cell shows an error instead of a value'],
      [`A${grid.length}`, 'There is no such element in the checklist'],
    ]);
    const before = await count('assessment');
    expect((await confirm(bytes, seen.basis).expect(400)).body.fields[0]).toMatchObject({ path: `rows.${rows['3.2']}.F${rows['3.2']}` });
    expect(await count('assessment')).toBe(before);
  });

  test('where cells are merged, where it is of another dossier, where it is no checklist, or twice one', async () => {
    const grid = await taken();
    const n = grid.indexOf(rowOf(grid, '3.3')) + 1;
    expect(faultsOf(await preview(workbook(grid, [`K${n - 1}:K${n}`])))).toEqual([[`K${n}`, 'The cell is merged with another. Unmerge it and fill each row']]);
    const other = id;
    id = (await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Another' }).expect(201)).body.id;
    expect((await preview(workbook(grid))).counts).toMatchObject({ refused: 51 });
    id = other;
    const message = async (bytes: Buffer, name = 'checklist.xlsx') => (await send('/preview', bytes, cookie, name).expect(400)).body.fields[0].message;
    expect(await message(workbook([['Element'], ['3.2']]))).toMatch(/^No sheet has the columns/);
    expect(await message(workbook([['Element', 'Base']]))).toBe('The checklist has no row below its head');
    expect(await message(Buffer.from('Element,Base'), 'checklist.csv')).toBe('Send the workbook as XLSX');
  });

  test('with a formula in every cell: each counts for its saved text, and without one each row says where', async () => {
    const grid = await taken();
    const saved = grid.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? { formula: 'HYPERLINK("https://x.example")', was: cell.replaceAll('<', '') } : cell)),
    );
    expect((await preview(workbook(saved))).counts).toMatchObject({ unchanged: 51 });
    const unsaved = await preview(workbook([grid[0] ?? [], ...grid.slice(1).map((row) => row.map(() => ({ formula: '1+1' })))]));
    expect(unsaved.counts).toMatchObject({ refused: 51 });
    expect(faultsOf(unsaved)[0]).toEqual(['A2', 'The formula has no saved value. Open the list, save it, and send it again']);
  });

  test('that unpacks without end, is far too large, or holds another file', async () => {
    const bomb = xlsx({ 'xl/worksheets/sheet1.xml': '0'.repeat(25_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    const { body } = await send('/preview', bomb).expect(415);
    expect(body).toMatchObject({
      code: 'file_bloated',
      reason: 'unpacks_hundredfold',
      detail: expect.stringContaining('it unpacks to more than 100 times its size'),
    });
    expect((await send('/preview', Buffer.alloc(100 * 1024 * 1024, 1))).body.code).toBe('file_too_large');
    expect((await send('/preview', Buffer.from('%PDF-1.7'))).body.code).toBe('file_disguised');
    expect((await send('/preview', xlsx({ 'xl/vbaProject.bin': 'x' }))).body.code).toBe('file_active');
  });

  test('by roles and organisations: a viewer takes it and brings nothing in, a stranger sees nothing', async () => {
    const bytes = workbook(await taken());
    const viewer = await signIn(served, 'viewer@government.example');
    await get('workbook.xlsx', viewer).expect(200);
    expect((await send('/preview', bytes, viewer)).body.code).toBe('forbidden');
    expect((await send(`?basis=${'a'.repeat(64)}`, bytes, viewer)).body.code).toBe('forbidden');
    const ngo = await signIn(served, 'lead@ngo.example');
    for (const path of ['workbook.xlsx', 'status.xlsx', 'status.oscal.json']) await get(path, ngo).expect(404);
    expect((await send('/preview', bytes, ngo)).body.code).toBe('not_found');
  });
});
