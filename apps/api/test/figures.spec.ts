// Figures of statistics: entered as a table, refused where they cannot be true, and as an annex in which no small count can be read or computed.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StatisticalAnnex } from '@servanda/contract';
import { strFromU8, unzipSync } from 'fflate';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { whole } from './whole.ts';

let served: Served;
let cookie: string;
let base: string;
let piece: string;
const hostile = '<script>=cmd|x</script> {{place}} #panic("pwn")';
const row = (more: object = {}) => ({
  element: '3.1.b',
  indicator: 'convicted',
  year: 2025,
  region: '',
  age: '',
  girls: 9,
  boys: 3,
  other: 0,
  all: 12,
  ...more,
});
const put = (evidence: string, version: number, rows: object[], as = cookie) =>
  served.http().put(`${base}/evidence/${evidence}/figures`).set('cookie', as).send({ version, rows });
const read = (path: string, as = cookie) => served.http().get(`${base}${path}`).set('cookie', as);
const add = async (more: object = {}): Promise<string> => {
  const said = { kind: 'statistics', title: 'Tables', originator: 'Prosecutor General', confidentiality: 'public', ...more };
  return (await served.http().post(`${base}/evidence`).set('cookie', cookie).send(said).expect(201)).body.id;
};
const annex = async (query = ''): Promise<StatisticalAnnex> => StatisticalAnnex.parse((await read(`/reports/statistics.json${query}`).expect(200)).body);
const seriesOf = ({ series }: StatisticalAnnex, element: string, indicator: string) =>
  series.find((one) => one.element === element && one.indicator === indicator);
const faults = (answer: { body: { fields: { path: string; message: string }[] } }) => answer.body.fields.map(({ path }) => path);

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  base = `/api/dossiers/${(await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Figures' }).expect(201)).body.id}`;
  piece = await add();
});
afterAll(() => served.stop());

describe('a table of figures', () => {
  test('is recorded as a whole, revised by who saw it, read as it stood, and in the journal', async () => {
    expect((await read(`/evidence/${piece}/figures`).expect(200)).body).toMatchObject({ version: 0, rows: [], may: { record: { allowed: true } } });
    const rows = [row(), row({ age: '12-14', girls: 4, boys: 1, all: 5 }), row({ region: 'North', girls: null, boys: null, other: null, all: 7 })];
    expect((await put(piece, 0, rows).expect(200)).body).toMatchObject({ version: 1, rows, recordedBy: expect.any(String) });
    const first = new Date().toISOString();
    expect((await put(piece, 0, rows).expect(409)).body).toMatchObject({ code: 'stale_version', current: { version: 1 } });
    await put(piece, 1, [row()]).expect(200);
    expect((await read(`/evidence/${piece}/figures?asOf=${first}`).expect(200)).body).toMatchObject({ version: 1, rows, may: { record: { because: 'past' } } });
    const { body: journal } = await served.http().get('/api/journal?limit=1').set('cookie', cookie).expect(200);
    expect(journal.items[0]).toMatchObject({ act: 'evidence.figures_recorded', data: { before: { rows: 3 }, after: { rows: 1 } } });
  });

  test.each<[string, object[], string]>([
    ['a series that there is not', [row({ element: '8.4' })], 'rows.0.indicator'],
    ['an empty row', [row({ girls: null, boys: null, other: null, all: null })], 'rows.0.all'],
    ['the same cell twice', [row(), row()], 'rows.1.year'],
    ['age groups that overlap', [row({ age: '0-11' }), row({ age: '11-14' })], 'rows.1.age'],
    ['an age group that ends before it begins', [row({ age: '14-12' })], 'rows.0.age'],
    ['girls and boys that are more than all', [row({ all: 11 })], 'rows.0.all'],
    ['regions that are more than the State', [row(), row({ region: 'North', girls: 10, boys: 0, other: 0, all: 10 })], 'rows.0.girls'],
    ['a count below nought', [row({ girls: -1 })], 'rows.0.girls'],
    ['half a child', [row({ girls: 1.5 })], 'rows.0.girls'],
  ])('refuses %s, naming row and field', async (_, rows, path) => {
    const { version } = (await read(`/evidence/${piece}/figures`).expect(200)).body;
    const answer = await put(piece, version, rows);
    expect([400, 422]).toContain(answer.status);
    expect(faults(answer).map((one) => one.replace(/^body\./, ''))).toContain(path);
  });

  test('is refused on other kinds, on what was withdrawn, to viewers, and unknown to others', async () => {
    const law = await add({ kind: 'law' });
    await put(law, 0, [row()]).expect(409);
    const gone = await add();
    await served.http().post(`${base}/evidence/${gone}/withdrawal`).set('cookie', cookie).send({ version: 1, reason: 'Twice' }).expect(200);
    await put(gone, 0, [row()]).expect(409);
    await put(piece, 2, [row()], await signIn(served, 'viewer@government.example')).expect(403);
    const stranger = await signIn(served, 'lead@neighbour.example');
    await read(`/evidence/${piece}/figures`, stranger).expect(404);
    await put(piece, 2, [row()], stranger).expect(404);
    await read('/reports/statistics.json', stranger).expect(404);
  });

  test('is erased with its piece, in every revision', async () => {
    const erased = await add();
    await put(erased, 0, [row({ element: '3.1.c', girls: 500, boys: 600, all: 1100 })]).expect(200);
    expect(seriesOf(await annex(), '3.1.c', 'convicted')?.rows).toHaveLength(1);
    await served.http().post(`${base}/evidence/${erased}/erasure`).set('cookie', cookie).send({ version: 1, reason: 'Asked' }).expect(200);
    expect((await read(`/evidence/${erased}/figures`).expect(200)).body).toMatchObject({ version: 1, rows: [] });
    expect(seriesOf(await annex(), '3.1.c', 'convicted')?.rows).toEqual([]);
  });
});

describe('the annex', () => {
  test('shows holes as holes and says what is not broken down', async () => {
    const report = await annex();
    expect(report.counts).toMatchObject({ series: 37, recorded: 1, holes: 36 });
    expect(seriesOf(report, '3.1.b', 'convicted')).toMatchObject({ lacks: ['age', 'region'], otherSources: 0 });
    expect(seriesOf(report, '8.4', 'trained')).toMatchObject({ rows: [], lacks: [] });
  });

  test('holds no small count, nor what one could be computed from, in any format and language', async () => {
    await put(piece, 2, [
      row({ girls: 1237, boys: 3, other: null, all: 1240 }),
      row({ region: hostile, girls: 1137, boys: 2, other: null, all: 1139 }),
      row({ region: 'South', girls: 100, boys: 1, other: null, all: 101 }),
    ]).expect(200);
    const report = await annex();
    const cells = seriesOf(report, '3.1.b', 'convicted')?.rows.map(({ girls, boys, all }) => [girls.value, boys.state, all.value]);
    // Boys are small in every row, so each row has a further count withheld, and these not alone in their column.
    for (const [girls, boys, all] of cells ?? []) expect([boys, [girls, all].filter((count) => count !== null).length]).toEqual(['withheld', 1]);
    expect(report.counts.withheld).toBe(6);
    const shown = report.series.flatMap(({ rows }) => rows.flatMap(({ girls, boys, all }) => [girls, boys, all].flatMap(({ value }) => value ?? [])));
    for (const lang of ['en', 'fr', 'es', 'ar', 'zh', 'ru']) {
      const html: string = (await whole(read(`/reports/statistics.html?lang=${lang}`)).expect(200)).body.toString();
      const counts = [...html.matchAll(/<bdi[^>]*>(\d+)<\/bdi>/g)].map(([, count]) => Number(count)).filter((count) => count > 90 && count !== 2025);
      // A total stands among those of its element, and again above its parts.
      expect([...new Set(counts)].sort()).toEqual([...new Set(shown)].sort());
      expect(html).not.toContain('<script>=cmd');
    }
    const docx = (await whole(read('/reports/statistics.docx')).expect(200)).body;
    const xml = strFromU8(unzipSync(new Uint8Array(docx))['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('&lt;script&gt;=cmd|x&lt;/script&gt; {{place}} #panic(&quot;pwn&quot;)');
    expect(xml).toContain('withheld');
    expect((await whole(read('/reports/statistics.pdf?lang=ar')).expect(200)).body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('lets one source speak for a year, leaves restricted ones out and counts them', async () => {
    const later = await add({ title: 'Court tables' });
    await put(later, 0, [row({ girls: 1300, boys: 40, other: null, all: 1340 })]).expect(200);
    const kept = await add({ confidentiality: 'restricted' });
    await put(kept, 0, [row({ indicator: 'victims' })]).expect(200);
    const report = await annex();
    expect(seriesOf(report, '3.1.b', 'convicted')).toMatchObject({ otherSources: 1, rows: [{ source: later, all: { value: 1340 } }] });
    expect(report).toMatchObject({ restrictedEvidenceLeftOut: 1, classification: 'internal', counts: { withheld: 0 } });
    expect(seriesOf(report, '3.1.b', 'victims')?.rows).toEqual([]);
    await read('/reports/statistics.html?restricted=include').expect(403);
    expect((await annex()).sha256).toBe(report.sha256);
  });
});
