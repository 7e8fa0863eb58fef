// Evidence brought in by the list: seen first, then all of it or nothing, and as often as one likes.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportPreview } from '@servanda/contract';
import iconv from 'iconv-lite';
import pg from 'pg';
import { Database } from '../src/platform/db/database.ts';
import { measureClient } from '../src/platform/telemetry/measured-client.ts';
import { csv, type Made, workbook } from './lists.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { whole } from './whole.ts';

let served: Served;
let superuser: pg.Client;
let cookie: string;
let base: string;
const head = ['External reference', 'Kind', 'Title', 'Originator', 'Date of the document', 'Confidentiality'];
const law = (reference: string, title = `Act ${reference}`, more: string[] = ['2024-05-01', 'Public']) => [reference, 'Law', title, 'Parliament', ...more];

const dossierOf = async (as: string, title: string): Promise<string> =>
  `/api/dossiers/${(await served.http().post('/api/dossiers').set('cookie', as).send({ iso3: 'XAA', title }).expect(201)).body.id}`;
const send = (path: string, bytes: Buffer, name = 'list.csv', as = cookie) =>
  served.http().post(`${base}/evidence/import${path}`).set('cookie', as).attach('file', bytes, { filename: name });
const preview = async (bytes: Buffer, name = 'list.csv'): Promise<ImportPreview> => (await send('/preview', bytes, name).expect(200)).body;
const bring = (bytes: Buffer, basis: string, name = 'list.csv') => send(`?basis=${basis}`, bytes, name);
const bringIn = async (bytes: Buffer, name = 'list.csv') => (await bring(bytes, (await preview(bytes, name)).basis, name).expect(200)).body;
const library = async () => (await served.http().get(`${base}/evidence?limit=100&sort=title&direction=asc`).set('cookie', cookie).expect(200)).body;
const outcomes = ({ rows }: ImportPreview) => rows.map(({ row, outcome }) => [row, outcome]);
const faultsOf = ({ rows }: ImportPreview) => rows.flatMap(({ row, faults }) => faults.map(({ column, message }) => [row, column, message]));
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
    base = await dossierOf(cookie, `Lists ${++opened}`);
  });

describe('a list does', () => {
  inANewDossier();
  test('show what would become of each row and write nothing; then bring all of it in, with one entry; then nothing again', async () => {
    const list = csv([head, law('L-1'), ['', '', '', '', '', ''], law('L-2', 'Budget 2026', ['45000', 'Restricted'])]);
    const before = [await count('evidence'), await count('evidence_revision'), await count('journal_entry')];
    const seen = await preview(list);
    expect(seen.counts).toEqual({ new: 2, changed: 0, unchanged: 0, refused: 0 });
    expect(outcomes(seen)).toEqual([
      [2, 'new'],
      [4, 'new'],
    ]);
    expect(seen.rows[1]?.changes).toContainEqual({ column: 'datedOn', before: '', after: '2023-03-15' });
    expect([await count('evidence'), await count('evidence_revision'), await count('journal_entry')]).toEqual(before);

    expect((await bring(list, seen.basis).expect(200)).body).toEqual({ added: 2, revised: 0, unchanged: 0 });
    const { items } = await library();
    expect(items).toMatchObject([
      { title: 'Act L-1', kind: 'law', version: 1, confidentiality: 'public', addedBy: 'National focal point' },
      { title: 'Budget 2026', datedOn: '2023-03-15', confidentiality: 'restricted' },
    ]);
    const { rows: entries } = await superuser.query("SELECT * FROM journal_entry WHERE act = 'evidence.list_brought_in'");
    expect(entries).toMatchObject([
      { data: { added: 2, revised: 0, list: { name: 'list.csv', sha256: seen.sha256 }, revisionsSha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);

    const again = await preview(list);
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 2, refused: 0 });
    expect((await bring(list, again.basis).expect(200)).body).toEqual({ added: 0, revised: 0, unchanged: 2 });
    expect(await count('journal_entry')).toBe((before[2] ?? 0) + 1);
  });

  test('make a revision of what differs, keep what has no column or is left empty where that would open it', async () => {
    const changed = csv([
      head.slice(0, 4).concat('Confidentiality'),
      ['L-1', 'Law', 'Act L-1, amended', 'Parliament', ''],
      ['L-2', 'Budget', 'Budget 2026', 'Parliament', ''],
    ]);
    const seen = await preview(changed);
    expect(seen.rows).toMatchObject([
      { outcome: 'changed', changes: [{ column: 'title', before: 'Act L-1', after: 'Act L-1, amended' }] },
      { outcome: 'changed', changes: [{ column: 'kind', before: 'law', after: 'budget' }] },
    ]);
    expect(await bringIn(changed)).toEqual({ added: 0, revised: 2, unchanged: 0 });
    const { items } = await library();
    expect(items).toMatchObject([
      { title: 'Act L-1, amended', version: 2, datedOn: '2024-05-01', confidentiality: 'public' },
      { version: 2, confidentiality: 'restricted' },
    ]);
    const history = await served.http().get(`${base}/evidence/${items[0].id}/revisions`).set('cookie', cookie).expect(200);
    expect(history.body.items.map(({ content }: { content: { title: string } }) => content.title)).toEqual(['Act L-1, amended', 'Act L-1']);
  });

  test.each(['csv', 'xlsx'])('leave as %s in each language, edited and brought in again; formulas stay words; restricted pieces stay', async (format) => {
    await served
      .http()
      .post(`${base}/evidence`)
      .set('cookie', cookie)
      .send({ kind: 'report', title: `=1+1 ${format}`, originator: "'Quoted'", coversWholeTerritory: false })
      .expect(201);
    for (const language of ['en', 'fr', 'ar']) {
      const answer = await whole(served.http().get(`${base}/evidence/table?format=${format}&language=${language}`).set('cookie', cookie)).expect(200);
      expect(answer.headers['content-disposition']).toMatch(new RegExp(`^attachment; filename="servanda-evidence-.*-${language}.${format}"$`));
      const seen = await preview(answer.body, `list.${format}`);
      const pieces = (await library()).items.filter((p: { confidentiality: string }) => p.confidentiality !== 'restricted');
      expect({ ...seen.counts, unread: seen.unread }).toEqual({ new: 0, changed: 0, unchanged: pieces.length, refused: 0, unread: [] });
    }
  });

  test('offer an empty template that is a list of no row', async () => {
    const template = await whole(served.http().get(`${base}/evidence/table?of=template&format=xlsx&language=fr`).set('cookie', cookie)).expect(200);
    expect((await send('/preview', template.body, 'modele.xlsx').expect(400)).body.fields[0].message).toBe('The list has no row below its head');
  });
});

describe('a list is read', () => {
  inANewDossier();
  const french = [
    ['Identifiant externe', 'Type', 'Intitulé', 'Auteur', 'Date du document', 'Confidentialité', 'Couvre tout l’État'],
    ['F-1', 'Loi', 'Loi n° 71 — été', 'Parlement', '2024-05-01', 'Publique', 'Oui'],
  ];
  const arabic = [
    ['المرجع الخارجي', 'النوع', 'العنوان', 'الجهة المُصدِرة', 'تاريخ الوثيقة'],
    ['A-1', 'قانون', 'قانون العقوبات', 'البرلمان', '2024-05-01'],
  ];
  test.each<[string, Buffer, string]>([
    ['in French, Windows-1252, with semicolons', iconv.encode(french.map((row) => row.join(';')).join('\r\n'), 'windows-1252'), 'Loi n° 71 — été'],
    ['in UTF-16 LE with its mark, with tabs', iconv.encode(french.map((row) => row.join('\t')).join('\r\n'), 'utf16le', { addBOM: true }), 'Loi n° 71 — été'],
    ['in UTF-16 BE with its mark', iconv.encode(csv(french).toString(), 'utf16be', { addBOM: true }), 'Loi n° 71 — été'],
    [
      'in UTF-8 with its mark, after Excel’s line of the separator',
      Buffer.from(`\ufeffsep=;\r\n${french.map((row) => row.join(';')).join('\r\n')}`),
      'Loi n° 71 — été',
    ],
    ['in Arabic', csv(arabic), 'قانون العقوبات'],
    ['with a line end and a quote inside a cell', csv([head, law('Q-1', 'Two\nlines, "quoted"')]), 'Two\nlines, "quoted"'],
  ])('%s', async (_, bytes, title) => {
    const { rows, counts } = await preview(bytes);
    expect(counts).toMatchObject({ new: 1, refused: 0 });
    expect(rows[0]).toMatchObject({ title, changes: expect.arrayContaining([{ column: 'datedOn', before: '', after: '2024-05-01' }]) });
  });

  test('from a workbook: days as serial numbers and as text, formulas by what they came to; a head that stands lower; columns of no use are named', async () => {
    const rows: Made[][] = [
      ['List of the Ministry'],
      [null],
      ['Note', ...head],
      ['x', 'W-1', 'Law', { formula: '"Act "&1', was: 'Act 1' }, 'Parliament', { serial: 45413 }, 'Public'],
      [null, 'W-2', 'law', 2024, 'Parliament', '2024-05-01', 'internal'],
      [null, 'W-3', 'training_record', 'Course', 'Academy', 45413, null],
    ];
    const seen = await preview(workbook(rows), 'list.xlsx');
    expect(seen.unread).toEqual(['Note']);
    expect(seen.rows.map(({ row, outcome, title, changes }) => [row, outcome, title, changes.find(({ column }) => column === 'datedOn')?.after])).toEqual([
      [4, 'new', 'Act 1', '2024-05-01'],
      [5, 'new', '2024', '2024-05-01'],
      [6, 'new', 'Course', '2024-05-01'],
    ]);
  });
});

describe('a list is refused', () => {
  inANewDossier();
  test('row by row, with column and reason; and as a whole when it is confirmed: nothing is written', async () => {
    const list = csv([
      head,
      law('R-1'),
      law('R-1'),
      law(''),
      ['R-2', 'Photo', ' ', '', '31/12/2024', 'Secret'],
      law('R-3', 'Act', ['2014', 'Public']),
      law('R-4', 'x'.repeat(301)),
      law('R-5', 'Act', ['2020-13-01', 'Public']),
    ]);
    const seen = await preview(list);
    expect(seen.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 6 });
    expect(seen.rows.flatMap(({ faults }) => faults.map(({ value }) => value)).filter((value) => value.length < 20)).toEqual([
      '',
      '',
      'Photo',
      '31/12/2024',
      'Secret',
      '',
      '',
      '2014',
      '2020-13-01',
    ]);
    expect(faultsOf(seen)).toEqual([
      [3, 'reference', 'Another row names the same piece'],
      [4, 'reference', 'Give each piece a reference of its own'],
      [5, 'kind', 'Use one of the allowed values'],
      [5, 'datedOn', 'Write the day as 2026-03-31'],
      [5, 'confidentiality', 'Use one of the allowed values'],
      [5, 'title', 'Say at least a word'],
      [5, 'originator', 'Say at least a word'],
      [6, 'datedOn', 'Write the day as 2026-03-31'],
      [7, 'title', 'At most 300 characters'],
      [8, 'datedOn', 'Write the day as 2026-03-31'],
    ]);
    const refused = await bring(list, seen.basis).expect(400);
    expect(refused.body.fields[0]).toMatchObject({ path: 'rows.3.reference' });
    expect((await library()).total).toBe(0);
  });

  test('where cells are merged, show errors or hold a formula without a value', async () => {
    const rows: Made[][] = [
      head,
      ['M-1', 'Law', 'Act', 'Parliament', null, null],
      ['M-2', 'Law', null, 'Parliament', null, null],
      ['M-3', 'Law', { error: '#REF!' }, 'Parliament'],
      ['M-4', 'Law', { formula: 'A1' }, 'Parliament'],
    ];
    expect(faultsOf(await preview(workbook(rows, ['C2:C3']), 'list.xlsx'))).toEqual([
      [3, 'title', 'The cell is merged with another. Unmerge it and fill each row'],
      [4, 'title', 'The cell shows an error instead of a value'],
      [5, 'title', 'The formula has no saved value. Open the list, save it, and send it again'],
    ]);
  });

  test('where a cell of a CSV is a formula that fetches or starts something: that row, its cell and why; the others are read', async () => {
    const rows = [head, law('F-1'), law('F-2', '=HYPERLINK(1)'), law("=cmd|' /C calc'!A0"), law('F-4', 'See the list; =HYPERLINK(1) is a formula')];
    const seen = await preview(csv(rows));
    expect(outcomes(seen)).toEqual([
      [2, 'new'],
      [3, 'refused'],
      [4, 'refused'],
      [5, 'new'],
    ]);
    const message = 'The cell is a formula that starts a program or fetches something. Write its value instead';
    expect(seen.rows.flatMap(({ faults }) => faults)).toEqual([
      { column: 'title', value: '=HYPERLINK(1)', message },
      { column: 'reference', value: "=cmd|' /C calc'!A0", message },
    ]);
    expect((await bring(csv(rows), seen.basis).expect(400)).body.fields).toMatchObject([{ path: 'rows.3.title' }, { path: 'rows.4.reference' }]);
    // A document of a piece is kept as it is, so that it stays refused as a whole.
    const piece = await served
      .http()
      .post(`${base}/evidence`)
      .set('cookie', cookie)
      .send({ kind: 'report', title: 'Table', originator: 'Ministry' })
      .expect(201);
    const kept = await served
      .http()
      .post(`${base}/evidence/${piece.body.id}/files`)
      .set('cookie', cookie)
      .attach('file', csv(rows), { filename: 'list.csv' })
      .expect(415);
    expect(kept.body).toMatchObject({ code: 'file_active', reason: 'formula' });
  });

  test.each<[string, Buffer, string, string]>([
    ['of another kind', Buffer.from('words'), 'list.txt', 'Send the list as CSV or XLSX'],
    ['whose head names no reference', csv([['Title'], ['x']]), 'list.csv', 'No row names the column “External reference”. Use the template'],
    [
      'whose quotes never end',
      Buffer.from('"External reference,Title\nx,y'),
      'list.csv',
      'The list cannot be read. Save it anew as XLSX or CSV, and send that',
    ],
    ['of more than 5,000 rows', csv([head, ...Array.from({ length: 5001 }, (_, n) => law(`N-${n}`))]), 'list.csv', 'A list has at most 5,000 rows. Split it'],
    ['whose workbook has no sheet', workbook([[null]]).subarray(0), 'list.xlsx', 'No row names the column “External reference”. Use the template'],
  ])('%s', async (_, bytes, name, message) => {
    expect((await send('/preview', bytes, name).expect(400)).body.fields[0].message).toBe(message);
  });
  test.each<[string, Buffer, string, string]>([
    ['disguised', Buffer.from('%PDF-1.7\n'), 'list.csv', 'file_disguised'],
    ['with NUL bytes: UTF-16 without its mark', iconv.encode('External reference', 'utf16le'), 'list.csv', 'file_disguised'],
    ['empty', Buffer.alloc(0), 'list.csv', 'file_empty'],
  ])('%s', async (_, bytes, name, code) => {
    expect((await send('/preview', bytes, name)).body.code).toBe(code);
  });

  test('without its basis, and when a piece changed meanwhile: with a new preview; after that it comes in', async () => {
    await bringIn(csv([head, law('S-1')]));
    const edited = csv([head, law('S-1', 'Act S-1, as the list says')]);
    expect((await send('', edited).expect(428)).body.code).toBe('precondition_required');
    const seen = await preview(edited);
    const [piece] = (await library()).items;
    await served
      .http()
      .put(`${base}/evidence/${piece.id}`)
      .set('cookie', cookie)
      .send({ kind: 'law', title: 'Somebody else’s', originator: 'Parliament', version: 1 })
      .expect(200);
    const stale = await bring(edited, seen.basis).expect(409);
    expect(stale.body).toMatchObject({
      code: 'stale_version',
      current: {
        counts: { changed: 1 },
        rows: [{ changes: expect.arrayContaining([{ column: 'title', before: 'Somebody else’s', after: 'Act S-1, as the list says' }]) }],
      },
    });
    expect((await bring(edited, stale.body.current.basis).expect(200)).body).toEqual({ added: 0, revised: 1, unchanged: 0 });
  });

  test('for a piece that was withdrawn or erased: a list does not bring it back, and an erased one is known by a hash alone', async () => {
    const both = csv([head, law('G-1'), law('G-2')]);
    await bringIn(both);
    const ids: string[] = (await preview(both)).rows.map(({ evidence }) => evidence ?? '');
    await served.http().post(`${base}/evidence/${ids[0]}/withdrawal`).set('cookie', cookie).send({ version: 1, reason: 'Twice' }).expect(200);
    await served.http().post(`${base}/evidence/${ids[1]}/erasure`).set('cookie', cookie).send({ version: 1, reason: 'Asked' }).expect(200);
    expect(faultsOf(await preview(both))).toEqual([
      [2, null, 'This piece was withdrawn; it takes no more revisions'],
      [3, null, 'This piece was erased; a list does not bring it back'],
    ]);
    const told = await Promise.all(ids.map((id) => served.http().get(`${base}/evidence/${id}`).set('cookie', cookie).expect(200)));
    expect(told.map(({ body }) => body.reference)).toEqual(['G-1', null]);
    const { rows } = await superuser.query('SELECT reference FROM evidence_reference WHERE evidence_id = $1', [ids[1]]);
    expect(rows[0].reference).toMatch(/^erased [0-9a-f]{64}$/);
  });

  test('of two that come at once, the second sees what the first wrote: nothing is there twice', async () => {
    const list = csv([head, law('T-1'), law('T-2')]);
    const { basis } = await preview(list);
    const answers = await Promise.all([bring(list, basis), bring(list, basis)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await preview(list)).counts).toMatchObject({ new: 0, unchanged: 2 });
  });

  test('a repeated request with its key gets its answer again', async () => {
    const list = csv([head, law('K-1')]);
    const { basis } = await preview(list);
    const keyed = () => bring(list, basis).set('idempotency-key', 'the-key-of-this-one-list');
    const first = await keyed().expect(200);
    const second = await keyed().expect(200);
    expect([first.body, second.headers['idempotency-replayed'], second.body]).toEqual([{ added: 1, revised: 0, unchanged: 0 }, 'true', first.body]);
  });
});

describe('a list of many rows', () => {
  inANewDossier();
  test('comes in by as many statements as one of two rows', async () => {
    let statements = 0;
    const watched = new WeakSet<object>();
    served.app.get(Database).pool.on('acquire', (client) => {
      if (!watched.has(client)) measureClient(client, () => () => void statements++);
      watched.add(client);
    });
    const asked = async (rows: number) => {
      const list = csv([head, ...Array.from({ length: rows }, (_, n) => law(`B-${rows}-${n}`))]);
      const { basis } = await preview(list);
      const before = statements;
      expect((await bring(list, basis).expect(200)).body).toEqual({ added: rows, revised: 0, unchanged: 0 });
      return statements - before;
    };
    const few = await asked(2);
    expect(few).toBeGreaterThan(4);
    expect(await asked(600)).toBe(few);
  });
});

describe('lists keep apart', () => {
  inANewDossier();
  test('roles: a viewer takes the list along and brings none in', async () => {
    const viewer = await signIn(served, 'viewer@government.example');
    await served.http().get(`${base}/evidence/table`).set('cookie', viewer).expect(200);
    expect((await send('/preview', csv([head, law('V-1')]), 'list.csv', viewer).expect(403)).body.code).toBe('forbidden');
    expect((await send(`?basis=${'a'.repeat(64)}`, csv([head, law('V-1')]), 'list.csv', viewer).expect(403)).body.code).toBe('forbidden');
  });
  test('tenants and dossiers: the same reference names another piece elsewhere, and an id of another dossier names none', async () => {
    const list = csv([head, law('X-1')]);
    await bringIn(list);
    const [own] = (await library()).items;
    const ngo = await signIn(served, 'lead@ngo.example');
    await send('/preview', list, 'list.csv', ngo).expect(404);
    await served.http().get(`${base}/evidence/table`).set('cookie', ngo).expect(404);
    base = await dossierOf(cookie, 'Another');
    expect(outcomes(await preview(csv([head, law('X-1'), law(own.id)])))).toEqual([
      [2, 'new'],
      [3, 'new'],
    ]);
  });
});
