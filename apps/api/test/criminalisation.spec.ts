// The criminalisation matrix: set for the State or a group and overridden, read as it stood, and what it does to the verdicts in law.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson, sha256 } from '@servanda/catalogue';
import { Criminalisation, CriminalisationReport } from '@servanda/contract';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let cookie: string;
let id: string;
type Cell = { row: string; column: string; value: string | null; source?: object | null };
const cell = (row: string, column: string, value: string | null, source: object | null = null): Cell => ({ row, column, value, source });
const at = (path = '') => `/api/dossiers/${id}${path}`;
const read = (query = '', as = cookie) =>
  served
    .http()
    .get(at(`/criminalisation${query}`))
    .set('cookie', as);
const put = (version: number, cells: Cell[], as = cookie) => served.http().put(at('/criminalisation')).set('cookie', as).send({ version, cells });
const post = (path: string, body: object, as = cookie) => served.http().post(at(path)).set('cookie', as).send(body);
const matrix = async (query = ''): Promise<Criminalisation> => Criminalisation.parse((await read(query).expect(200)).body);
const held = ({ acts, columns }: Criminalisation, act: string, column: string) =>
  acts.find(({ code }) => code === act)?.cells[columns.findIndex(({ code }) => code === column)];
const element = ({ elements }: Criminalisation, code: string) => elements.find((one) => one.code === code);
const judgement = (more: object = {}) => ({ basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'So.', submit: true, ...more });

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  id = (await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Matrix' }).expect(201)).body.id;
});
afterAll(() => served.stop());

describe('the matrix', () => {
  test('begins empty, is set for the State and a group, overridden for an act, emptied, and read as it stood', async () => {
    const empty = await matrix();
    expect(empty).toMatchObject({ version: 0, recorded: [], may: { fill: { allowed: true } } });
    expect([empty.acts.length, empty.columns.length, empty.groups.length]).toEqual([22, 29, 6]);
    expect(empty.acts.flatMap(({ cells }) => cells).filter(({ value, from }) => value === null && from === null)).toHaveLength(638);
    const said = [cell('STATE', 'C11', 'yes'), cell('M', 'C11', 'partly'), cell('R22', 'C11', 'unknown', { kind: 'words', words: 'Penal Code, s. 9' })];
    const first = Criminalisation.parse((await put(0, said).expect(200)).body);
    const then = new Date().toISOString();
    expect([held(first, 'R01', 'C11'), held(first, 'R21', 'C11'), held(first, 'R22', 'C11')]).toEqual([
      { value: 'yes', from: 'STATE' },
      { value: 'partly', from: 'M' },
      { value: 'unknown', from: 'R22' },
    ]);
    const second = Criminalisation.parse((await put(1, [cell('R22', 'C11', null)]).expect(200)).body);
    expect([second.version, held(second, 'R22', 'C11')]).toEqual([2, { value: 'partly', from: 'M' }]);
    expect(await matrix(`?asOf=${then}`)).toEqual({ ...first, may: { fill: { allowed: false, because: 'past' } } });
    expect((await put(2, [cell('STATE', 'C11', 'yes')]).expect(200)).body.version).toBe(2);
    const { body: journal } = await served.http().get('/api/journal?limit=1').set('cookie', cookie).expect(200);
    expect(journal.items[0]).toMatchObject({ act: 'criminalisation.filled', data: { before: { version: 1 }, after: { version: 2, cells: 1 } } });
  });

  test('names the cells that another writer set, keeps none of them, and lets two work side by side', async () => {
    const { version } = await matrix();
    await put(version, [cell('R02', 'C01', 'yes')]).expect(200);
    const refused = await put(version, [cell('R03', 'C01', 'yes'), cell('R02', 'C01', 'no')]).expect(409);
    expect(refused.body).toMatchObject({ code: 'stale_version', current: { version: version + 1 } });
    expect(refused.body.fields.map(({ path }: { path: string }) => path)).toEqual(['cells.1']);
    expect(held(await matrix(), 'R03', 'C01')).toEqual({ value: null, from: null });
    await put(version, [cell('R03', 'C01', 'yes')]).expect(200);
    await put(version + 50, [cell('R04', 'C01', 'yes')]).expect(409);
  });

  test('cites a national provision or a piece, and refuses what is not in the dossier, naming the cell', async () => {
    const law = (await post('/evidence', { kind: 'law', title: 'Penal Code', originator: 'Parliament', confidentiality: 'public' }).expect(201)).body.id;
    const provision = (await post('/national-provisions', { law, article: 's. 9', elements: ['4.1'] }).expect(201)).body.id;
    const { version } = await matrix();
    const sources = [
      cell('R05', 'C12', 'yes', { kind: 'provision', provision }),
      cell('R06', 'C12', 'yes', { kind: 'evidence', evidence: law, pinpoint: 'p. 4' }),
    ];
    const filled = Criminalisation.parse((await put(version, sources).expect(200)).body);
    expect(filled.recorded.filter(({ column }) => column === 'C12').map(({ source }) => source)).toEqual([
      { kind: 'provision', provision, article: 's. 9', law: 'Penal Code', isWithdrawn: false },
      { kind: 'evidence', evidence: law, title: 'Penal Code', pinpoint: 'p. 4', isWithdrawn: false },
    ]);
    const stranger = '01890a5d-ac96-774b-bcce-b302099a8057';
    const answer = await put(version + 1, [cell('R07', 'C12', 'yes'), cell('R08', 'C12', 'yes', { kind: 'evidence', evidence: stranger })]).expect(422);
    expect(answer.body).toMatchObject({ code: 'evidence_unknown', fields: [{ path: 'cells.1' }] });
    expect(held(await matrix(), 'R07', 'C12')).toEqual({ value: null, from: null });
    await post(`/evidence/${law}/erasure`, { version: 1, reason: 'Asked' }).expect(200);
    expect((await matrix()).recorded.find(({ row, column }) => row === 'R06' && column === 'C12')?.source).toMatchObject({ pinpoint: '', isWithdrawn: true });
  });

  test('leaves as JSON and CSV with its sources, without those of restricted pieces; noted, and given to nobody outside', async () => {
    const secret = { kind: 'report', title: 'A restricted memorandum', originator: 'Ministry', confidentiality: 'restricted' };
    const evidence = (await post('/evidence', secret).expect(201)).body.id;
    const { version } = await matrix();
    await put(version, [
      cell('R12', 'C13', 'no', { kind: 'evidence', evidence, pinpoint: 'p. 9' }),
      cell('R11', 'C13', 'yes', { kind: 'words', words: '=1+1' }),
    ]).expect(200);
    const leave = (format: string, as = cookie) =>
      served
        .http()
        .get(at(`/reports/criminalisation.${format}`))
        .set('cookie', as);
    const report = CriminalisationReport.parse((await leave('json').expect(200)).body);
    expect(report).toMatchObject({ restrictedSourcesLeftOut: 1, dossier: { iso3: 'XAA' } });
    const { sha256: hash, ...content } = report;
    expect(hash).toBe(sha256(canonicalJson(content)));
    expect(report.set.find(({ row, column }) => row === 'R12' && column === 'C13')).toMatchObject({ value: 'no', source: '', isRestricted: true });
    const { text } = await leave('csv')
      .expect(200)
      .expect('content-type', /^text\/csv/);
    expect(text.trim().split('\r\n')).toHaveLength(1 + 638);
    expect(text).toContain("'=1+1");
    expect(JSON.stringify(report) + text).not.toMatch(/restricted memorandum|p\. 9|National focal point/);
    const { body: journal } = await served.http().get('/api/journal?limit=1').set('cookie', cookie).expect(200);
    expect(journal.items[0]).toMatchObject({ act: 'report.exported', data: { report: 'criminalisation', format: 'csv', sha256: hash } });
    await leave('csv', await signIn(served, 'lead@neighbour.example')).expect(404);
  });

  test.each<[string, Cell[], RegExp]>([
    ['ten thousand cells', Array.from({ length: 10_000 }, (_, i) => cell(`R${String((i % 22) + 1).padStart(2, '0')}`, 'C01', 'yes')), /At most 841 cells/],
    ['no cell', [], /at least one cell/],
    ['the same cell twice', [cell('R01', 'C01', 'yes'), cell('R01', 'C01', 'no')], /R01 C01 is set twice/],
    ['an act that there is not', [cell('R23', 'C01', 'yes')], /Name the State, a group or an act/],
    ['a column that there is not', [cell('R01', 'C30', 'yes')], /Name a column/],
    ['an emptied cell with a source', [cell('R01', 'C01', null, { kind: 'words', words: 's. 1' })], /no source/],
  ])('refuses %s', async (_, cells, message) => {
    const { version } = await matrix();
    const { body } = await put(version, cells).expect(400);
    expect(body.fields.some((fault: { message: string }) => message.test(fault.message))).toBe(true);
    expect((await matrix()).version).toBe(version);
  });

  test('takes the 638 cells of its acts at once', async () => {
    const { version, acts, columns } = await matrix();
    const all = acts.flatMap(({ code: row }) => columns.map(({ code }) => cell(row, code, 'partly')));
    expect((await put(version, all).expect(200)).body.recorded.length).toBeGreaterThanOrEqual(638);
    await put(
      version + 1,
      all.map((one) => ({ ...one, value: null })),
    ).expect(200);
  });

  test('is read and filled by nobody outside, and filled by no viewer', async () => {
    const stranger = await signIn(served, 'lead@neighbour.example');
    await read('', stranger).expect(404);
    await put(0, [cell('R01', 'C01', 'yes')], stranger).expect(404);
    const viewer = await signIn(served, 'viewer@government.example');
    expect((await read('', viewer).expect(200)).body.may.fill).toEqual({ allowed: false, because: 'role' });
    await put(0, [cell('R01', 'C01', 'yes')], viewer).expect(403);
  });
});

describe('a mandated column that says no', () => {
  test('makes compliant impossible without a written reason, and shows where it was claimed', async () => {
    const path = '/elements/3.1.b/assessments';
    const { version } = await matrix();
    await put(version, [cell('P', 'C02', 'no')]).expect(200);
    const refused = (await post(path, judgement()).expect(422)).body;
    expect(refused).toMatchObject({ code: 'matrix_contradicts', fields: [{ path: 'matrixReason' }] });
    expect(refused.current.against).toEqual(['R11', 'R12', 'R13', 'R14'].map((act) => ({ act, column: 'C02' })));
    await post(path, judgement({ matrixReason: '   ' })).expect(422);
    const matrixReason = 'Section 12 of the Child Act covers every child.';
    expect((await post(path, judgement({ matrixReason })).expect(201)).body).toMatchObject({ number: 1, law: 'compliant', matrixReason });
    expect(element(await matrix(), '3.1.b')).toMatchObject({ law: 'compliant', matrixReason, against: refused.current.against });
    await post(path, judgement({ basedOn: 1, law: 'partially_compliant' })).expect(201);
    await post('/elements/3.1.c/assessments', judgement()).expect(201);
  });

  test('holds up a draft that came before it, at submission and at acceptance', async () => {
    const path = '/elements/4.1/assessments';
    await post(path, judgement({ submit: false })).expect(201);
    const { version } = await matrix();
    await put(version, [cell('R01', 'C13', 'no')]).expect(200);
    expect((await post(`${path}/1/reviews`, { act: 'submit' }).expect(422)).body.code).toBe('matrix_contradicts');
    await put(version + 1, [cell('R01', 'C13', 'yes')]).expect(200);
    await post(`${path}/1/reviews`, { act: 'submit' }).expect(201);
    await put(version + 2, [cell('R01', 'C13', 'no')]).expect(200);
    const reviewer = await signIn(served, 'reviewer@government.example');
    expect((await post(`${path}/1/reviews`, { act: 'accept' }, reviewer).expect(422)).body.code).toBe('matrix_contradicts');
    expect(element(await matrix(), '4.1')).toMatchObject({ law: 'compliant', matrixReason: '', against: [{ act: 'R01', column: 'C13' }] });
    await post(`${path}/1/reviews`, { act: 'return', reason: 'Say why.' }, reviewer).expect(201);
  });
});
