// Comparisons on the public pages and for programs: over time, between States, on one element; silence stays silence, and nothing is ranked.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue } from '@servanda/catalogue';
import type { LawVerdict, PracticeVerdict } from '@servanda/contract';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { Pulse } from '../src/publications/portal/pulse.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { filled } from './plant-matrix.ts';
import { published, withdrawn } from './plant-publication.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let superuser: pg.Client;
let government: Scope;
let dossier: string;
/** Three releases of the government of Aruna: the first, an erratum that is withdrawn, and one in which verdicts moved. */
let first: string;
let gone: string;
let newest: string;
let audit: string;
let auditDossier: string;
let neighbour: string;
const get = (path: string) => served.http().get(path);
const page = async (path: string, status = 200): Promise<string> => (await get(path).expect(status)).text;
const body = async (path: string, status = 200) => (await get(path).expect(status)).body;

interface Judgement {
  code: string;
  law: LawVerdict | null;
  practice?: PracticeVerdict | null;
  reasons: string;
  basedOn?: number;
}
async function judged(scope: Scope, on: string, evidence: string, { code, law, practice = null, reasons, basedOn }: Judgement): Promise<void> {
  const rest = { asOf: '2026-03-31', periodFrom: '2024-01-01', periodTo: '2025-12-31', qualifierNote: '' };
  await served.app.get(AssessmentsService).record(scope, {
    params: { id: on, code },
    query: undefined,
    body: {
      ...{ ...rest, law, practice, reasons, basedOn: basedOn ?? null, submit: true, identityConfirmed: true },
      citations: [{ evidence, pinpoint: 's. 4', stance: 'supports', passage: null }],
    },
  });
}

beforeAll(async () => {
  served = await serve();
  await seat(served);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  government = await scopeFor(served, 'lead@government.example');
  const [ngo, other] = [await scopeFor(served, 'lead@ngo.example'), await scopeFor(served, 'lead@neighbour.example')];
  dossier = await openedDossier(served, government);
  const act = await addedEvidence(served, government, dossier, { title: '=The Act' });
  await judged(government, dossier, act, { code: '8.1.e', law: 'compliant', reasons: 'Section 4 of the Act covers the privacy of every child <i>.' });
  await judged(government, dossier, act, { code: '3.2', law: 'compliant', reasons: 'Attempts are covered.' });
  first = (await published(served, government, dossier)).id;
  gone = (await published(served, government, dossier, { note: 'Corrects a date', erratumOf: first })).id;
  await withdrawn(served, government, dossier, gone);
  const repeal = await addedEvidence(served, government, dossier, { title: 'The Repeal' });
  await judged(government, dossier, repeal, {
    code: '8.1.e',
    law: 'non_compliant',
    practice: 'limited',
    reasons: 'Section 4 of the Act was repealed: it covered the privacy of every child.',
    basedOn: 1,
  });
  newest = (await published(served, government, dossier, { erratumOf: first })).id;
  auditDossier = await openedDossier(served, { ...ngo, iso3: 'XAA' }, 'An audit of Aruna');
  await judged(ngo, auditDossier, await addedEvidence(served, ngo, auditDossier), {
    code: '8.1.e',
    law: 'partially_compliant',
    practice: 'no_data',
    reasons: 'Heard in court.',
  });
  audit = (await published(served, ngo, auditDossier, { parts: { articles: [8], reasons: true, evidence: true, files: false } })).id;
  neighbour = await openedDossier(served, { ...other, iso3: 'XAB' }, 'Belmora');
  await judged(other, neighbour, await addedEvidence(served, other, neighbour), { code: '8.1.e', law: 'compliant', reasons: 'Hearings are closed.' });
  await published(served, other, neighbour);
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

describe('two releases of one dossier', () => {
  test('tell what moved, why, and on what new evidence; an erratum that was withdrawn stands between with its reason', async () => {
    const told = await body(`/api/public/publications/${newest}/changes?since=${first}`);
    expect([told.from.number, told.to.number, told.unchanged]).toEqual([1, 3, 50]);
    expect(told.between).toMatchObject([{ id: gone, erratumOf: first, withdrawn: { reason: 'A figure was wrong' } }]);
    expect(told.elements).toMatchObject([
      {
        code: '8.1.e',
        law: 'down',
        practice: 'first',
        isReworded: true,
        newlyCited: [{ title: 'The Repeal', isNew: true }],
        noLongerCited: [{ title: '=The Act' }],
      },
    ]);
    expect(told.evidence).toMatchObject({ added: [{ title: 'The Repeal' }], dropped: [] });
    const shown = await page(`/public/publications/${newest}/changes?since=${first}`);
    for (const word of [
      'Lower than then',
      'First verdict',
      'new in the dossier',
      'A figure was wrong',
      'every child',
      '<ins>',
      '<del>',
      'grants no grades',
      'Release 3 is an erratum: it corrects release 1.',
    ])
      expect(shown).toContain(word);
    expect(shown).not.toContain('<i>.');
    expect(shown).toMatch(/Compliant<\/span>[\s\S]*?→|Compliant<\/span>[\s\S]*?class="now"[\s\S]*?Non-compliant/);
  });
  test('without a second name, the one before that stands; asked the other way round, the same', async () => {
    const told = await body(`/api/public/publications/${newest}/changes`);
    expect(told.from.id).toBe(first);
    expect(await body(`/api/public/publications/${first}/changes?since=${newest}`)).toEqual(told);
    expect(await body(`/api/public/publications/${first}/changes`)).toMatchObject({ from: null, elements: [] });
    expect(await page(`/public/publications/${first}/changes`)).toContain('Nothing stands before this release');
    expect(await page(`/public/publications/${newest}`)).toContain(`/public/publications/${newest}/changes?since=${first}`);
  });
  test('as a table that a spreadsheet does not run', async () => {
    const { text, headers } = await get(`/api/public/publications/${newest}/changes.csv?since=${first}`).expect(200);
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(parse(text, { columns: true, bom: true })).toMatchObject([
      { element: '8.1.e', 'in law then': 'compliant', 'in law now': 'non_compliant', 'no longer cited': "'=The Act" },
    ]);
  });
  test.each([
    ['of another dossier', (): string => audit, 400, 400, 'different dossiers'],
    ['the same twice', (): string => newest, 400, 400, 'the same release twice'],
    ['never published', (): string => '01890a5d-ac96-774b-bcce-b302099a8057', 404, 400, 'was never published'],
    ['no id at all', (): string => 'x', 404, 400, 'was never published'],
    ['withdrawn', (): string => gone, 410, 410, 'was withdrawn'],
  ] as const)('%s: a page that says so and lets one choose', async (_, since, shown, refused, word) => {
    const told = await page(`/public/publications/${newest}/changes?since=${since()}`, shown);
    expect(told).toContain(word);
    expect(told).toMatch(new RegExp(`<form[^>]*action="/public/publications/${newest}/changes"[\\s\\S]*<option value="${first}"`));
    expect(told).toMatch(new RegExp(`<option value="${gone}"[^>]* disabled`));
    expect(told).not.toContain('Attempts are covered');
    expect((await body(`/api/public/publications/${newest}/changes?since=${since()}`, refused)).code).toBe(refused === 410 ? 'withdrawn' : 'invalid_input');
  });
});

describe('States side by side', () => {
  test('by article, each by its own record, law and practice apart; silence is null and a word', async () => {
    const told = await body('/api/public/comparisons/states?state=XAB,XAA&state=XAC&article=8');
    expect(told.states).toMatchObject([
      { iso3: 'XAC', stands: null, dossiers: [] },
      { iso3: 'XAB', stands: { kind: 'own', dossier: neighbour } },
      { iso3: 'XAA', stands: { kind: 'own', release: newest }, dossiers: [{ dossier }, { dossier: auditDossier }] },
    ]);
    expect(told.elements).toHaveLength(catalogue.obligations.flatMap(({ elements }) => elements).filter(({ article }) => article === 8).length);
    expect(told.elements.find(({ code }: { code: string }) => code === '8.1.e').positions).toMatchObject([
      null,
      { law: 'compliant' },
      { law: 'non_compliant', practice: 'limited' },
    ]);
    const shown = await page('/public/compare?state=XAA&state=XAB&state=XAC&article=8');
    expect(shown.match(/<th scope="col" role="columnheader"><bdi lang="en">([^<]+)/g)?.map((one) => one.replace(/.*>/, ''))).toEqual([
      'Federation of Corvane',
      'Kingdom of Belmora',
      'Republic of Aruna',
    ]);
    expect(shown).toContain('Silent: nothing is published on this State');
    expect(shown.match(/grants no grades/g)).toHaveLength(1);
    expect(shown).not.toMatch(/<td[^>]*>(<[^>]+>)*0<|score|\d+ ?%</);
  });
  test('another dossier may stand for a State, by a form and by the address; what it leaves out is silent', async () => {
    const path = `state=XAA,XAB&dossier=${auditDossier}&article=3`;
    const told = await body(`/api/public/comparisons/states?${path}`);
    expect(told.states[1]).toMatchObject({ iso3: 'XAA', stands: { release: audit, kind: 'independent' } });
    expect(told.elements.every(({ positions }: { positions: unknown[] }) => positions[1] === null)).toBe(true);
    const shown = await page(`/public/compare?${path}`);
    expect(shown).toMatch(new RegExp(`<select name="dossier">[\\s\\S]*<option value="${auditDossier}" selected`));
    expect(shown).toMatch(/<input type="checkbox" name="state" value="XAA" checked>/);
    expect(await page('/public/compare?state=XAB,XAA')).toBe(await page('/public/compare?state=XAA&state=XAB&state=XAA'));
  });
  test('as a table: one row for each element and State', async () => {
    const rows = parse(await page('/api/public/comparisons/states.csv?state=XAA,XAC&article=8'), { columns: true, bom: true });
    expect(rows).toHaveLength(2 * (await body('/api/public/comparisons/states?article=8')).elements.length);
    expect(rows[0]).toMatchObject({ state: 'XAC', 'in law': '', organisation: '' });
  });
  test.each([
    ['seven States', 'state=XAA,XAB,XAC,FRA,ITA,ESP,PRT', 'You chose 7 States; six fit', 'invalid_input'],
    ['an unknown code', 'state=XAA,XZZ', 'No State is known by XZZ', 'state_unknown'],
    ['no code at all', 'state=XAA,<b>', 'No State is known by &lt;B&gt;', 'invalid_input'],
  ])('%s: a page that says so and keeps what was chosen', async (_, query, word, code) => {
    const told = await page(`/public/compare?${query}&dossier=${auditDossier}`, 400);
    expect(told).toContain(word);
    expect(told).toContain('value="XAA" checked');
    expect(told).toMatch(new RegExp(`<input type="hidden" name="dossier" value="${auditDossier}">|<option value="${auditDossier}" selected`));
    expect((await get(`/api/public/comparisons/states?${query}`)).body.code).toBe(code);
  });
  test('a dossier of no State that was chosen is told; the other stands', async () => {
    expect(await page(`/public/compare?state=XAB&dossier=${auditDossier}`)).toContain('not published on any of these States');
  });
});

describe('one element across all States', () => {
  test('every published dossier with its verdicts, counted by verdict, and filtered', async () => {
    const told = await body('/api/public/comparisons/elements/8.1.e');
    expect(told.counts.law).toMatchObject({ compliant: 1, partially_compliant: 1, non_compliant: 1, not_assessed: 0 });
    expect(told.counts.practice).toMatchObject({ limited: 1, no_data: 1, not_assessed: 1 });
    expect(told.items.map(({ stateName, kind }: { stateName: string; kind: string }) => `${stateName} ${kind}`)).toEqual([
      'Kingdom of Belmora own',
      'Republic of Aruna own',
      'Republic of Aruna independent',
    ]);
    const sought = await body('/api/public/comparisons/elements/8.1.e?law=compliant');
    expect([sought.total, sought.items[0].state, sought.counts]).toEqual([1, 'XAB', told.counts]);
    expect((await body('/api/public/comparisons/elements/8.1.e?kind=independent&practice=no_data')).items).toMatchObject([{ release: audit }]);
    // The audit holds Article 8 alone: on 3.2 it is silent.
    expect((await body('/api/public/comparisons/elements/3.2')).items[2]).toMatchObject({ kind: 'independent', position: null });
    const shown = await page('/public/elements/8.1.e?law=non_compliant');
    expect(shown).toMatch(
      /role="img" aria-label="[^"]*In law: Compliant 1, Partially compliant 1, Non-compliant 1; In practice: Limited 1, No data 1, Not assessed 1"/,
    );
    expect(shown).toMatch(/<pattern id="tone-least"[\s\S]*fill="url\(#tone-least\)"/);
    expect(shown).toContain('Dossiers shown: 1 of 3');
    expect(shown).toContain('/public/states/XAA/obligations/8.1#e-8.1.e');
    expect(shown).not.toContain('/public/states/XAB/obligations');
  });
  test('all elements: the packed positions count as the releases say', async () => {
    const told = await body('/api/public/comparisons/elements');
    expect([told.dossiers, told.states, told.items.length]).toEqual([3, 2, 51]);
    for (const code of ['8.1.e', '3.2', '1'])
      expect(told.items.find((item: { code: string }) => item.code === code).counts).toEqual((await body(`/api/public/comparisons/elements/${code}`)).counts);
    expect(parse(await page('/api/public/comparisons/elements.csv?kind=own'), { bom: true })).toHaveLength(1 + 51 * 13);
    expect(parse(await page('/api/public/comparisons/elements/3.2/dossiers.csv'), { bom: true })).toHaveLength(4);
  });
  test('an unknown code is not there; a verdict that is none is as if it were not asked on the page, and refused at the door', async () => {
    await page('/public/elements/99.9', 404);
    await body('/api/public/comparisons/elements/99.9', 404);
    expect(await page('/public/elements/8.1.e?law=x')).toBe(await page('/public/elements/8.1.e'));
    expect((await body('/api/public/comparisons/elements/8.1.e?law=x', 400)).fields).toMatchObject([{ path: 'query.law' }]);
    expect(await page('/public/elements/8.1.e?law=largely_compliant')).toContain('No published dossier fits');
  });
});

test('positions are derived by the database, written by nobody else, and never changed', async () => {
  const { rows } = await superuser.query(
    'SELECT 1 FROM publication_content c LEFT JOIN publication_positions q USING (organisation_id, publication_id) WHERE q.positions IS DISTINCT FROM app.positions_in(c.content)',
  );
  expect(rows).toEqual([]);
  const runtime = new pg.Client({ connectionString: served.runtimeUrl });
  await runtime.connect();
  await expect(runtime.query('INSERT INTO publication_positions SELECT * FROM publication_positions')).rejects.toThrow(/permission denied/);
  await runtime.query('SET ROLE servanda_public');
  expect((await runtime.query('SELECT 1 FROM publication_positions WHERE publication_id = $1', [gone])).rowCount).toBe(0);
  await runtime.end();
  await expect(superuser.query("UPDATE publication_positions SET positions = '{}'")).rejects.toThrow(/append-only/);
});

test('in Arabic and French every word is there', async () => {
  for (const path of [
    `/public/publications/${newest}/changes?since=${first}`,
    '/public/compare?state=XAA,XAB',
    '/public/elements/8.1.e',
    '/public/elements',
    `/public/publications/${newest}/changes?since=${gone}`,
  ])
    for (const lang of ['fr', 'ar']) expect((await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)).text).not.toMatch(/undefined|\{\w+\}/);
});

test('withdrawn, a release is gone from every comparison at once', async () => {
  await page('/public/elements/8.1.e');
  const cookie = await signIn(served, 'lead@government.example');
  const withdrawal = served.http().post(`/api/dossiers/${dossier}/publications/${newest}/withdrawal`);
  await withdrawal.set('cookie', cookie).send({ reason: 'A figure was wrong' }).expect(200);
  expect(await page('/public/elements/8.1.e')).not.toContain(newest);
  expect(await page('/public/compare?state=XAA&article=8')).toContain(first);
  expect((await get(`/public/publications/${newest}/changes?since=${first}`).expect(410)).text).not.toContain('repealed');
  expect((await body(`/api/public/publications/${newest}/changes`, 410)).tombstone).toMatchObject({ id: newest, reason: 'A figure was wrong' });
});

test('of a dossier the newest release that covers an element counts for it, and one of some articles leaves the rest as it was', async () => {
  const parts = { articles: [8], reasons: true, evidence: true, files: false };
  const eight = (await served.app.get(Pulse).after(published(served, government, dossier, { parts }))).id;
  const { states, elements } = await body('/api/public/comparisons/states?state=XAA');
  const said = (code: string) => elements.find((one: { code: string }) => one.code === code).positions[0];
  expect(states[0].stands).toMatchObject({ release: eight, number: 4 });
  expect(said('8.1.e')).toMatchObject({ law: 'non_compliant', from: { release: eight, number: 4 } });
  expect(said('3.2')).toMatchObject({ law: 'compliant', from: { release: first, number: 1 } });
  // Covered and not assessed: silent there, whatever an earlier one says.
  expect(said('8.1.a')).toMatchObject({ law: null, from: { release: eight } });
  expect(await page('/public/compare?state=XAA&article=3')).toMatch(/Compliant[\s\S]*?<small>release 1, /);
  expect(await page('/public/compare?state=XAA&article=8')).not.toContain('<small>release 1, ');
  const rows: { element: string }[] = parse(await page('/api/public/comparisons/states.csv?state=XAA'), { columns: true, bom: true });
  expect(rows.find(({ element }) => element === '3.2')).toMatchObject({ release: '1', 'release id': first });
  const across = async (code: string) =>
    (await body(`/api/public/comparisons/elements/${code}?kind=own`)).items.find((one: { state: string }) => one.state === 'XAA');
  expect(await across('3.2')).toMatchObject({ release: first, position: { law: 'compliant' } });
  expect(await across('8.1.e')).toMatchObject({ release: eight, position: { law: 'non_compliant' } });
  for (const { code, counts } of (await body('/api/public/comparisons/elements')).items.filter((one: { code: string }) =>
    ['8.1.e', '8.1.a', '3.2'].includes(one.code),
  ))
    expect(counts).toEqual((await body(`/api/public/comparisons/elements/${code}`)).counts);
  await withdrawn(served, government, dossier, eight);
  expect(await across('8.1.e')).toMatchObject({ release: first, position: { law: 'compliant' } });
  expect((await body('/api/public/comparisons/elements')).items.find((one: { code: string }) => one.code === '8.1.e').counts.law).toMatchObject({
    compliant: 2,
  });
});

test('what moved in the criminalisation matrix: act, column, then and now with the source, from what is published alone', async () => {
  const words = (said: string) => ({ kind: 'words' as const, words: said });
  const parts = { articles: [3], reasons: true, evidence: true, files: false, criminalisation: true as const };
  const version = await filled(served, government, dossier, [
    { row: 'STATE', column: 'C11', value: 'no', source: words('Penal Code, s. 6 <i>') },
    { row: 'R01', column: 'C01', value: 'partly' },
  ]);
  const then = (await published(served, government, dossier, { parts })).id;
  const later = await filled(
    served,
    government,
    dossier,
    [
      { row: 'STATE', column: 'C11', value: 'yes', source: words('Courts Act, s. 2') },
      { row: 'R22', column: 'C11', value: 'no' },
      { row: 'R01', column: 'C01', value: 'yes' },
    ],
    version,
  );
  const now = (await served.app.get(Pulse).after(published(served, government, dossier, { parts }))).id;
  await filled(served, government, dossier, [{ row: 'STATE', column: 'C12', value: 'unknown', source: words('Not published') }], later);
  const { criminalisation } = await body(`/api/public/publications/${now}/changes?since=${then}`);
  expect([criminalisation.heldBy, criminalisation.cells.length, criminalisation.unchanged]).toEqual(['both', 22, 22 * 29 - 22]);
  const [act, at] = [criminalisation.cells[0], criminalisation.cells.find(({ column }: { column: string }) => column === 'C11')];
  expect(act).toMatchObject({ act: 'R01', citation: 'Article 3(1)(a)(i)a', column: 'C01', before: { value: 'partly', from: 'R01' }, after: { value: 'yes' } });
  expect(at).toMatchObject({ before: { value: 'no', from: 'STATE', source: 'Penal Code, s. 6 <i>' }, after: { value: 'yes', source: 'Courts Act, s. 2' } });
  const shown = await page(`/public/publications/${now}/changes?since=${then}`);
  expect(shown).toMatch(/C11<\/b>[\s\S]*?R01–R21[\s\S]*?No<small>[\s\S]*?Penal Code, s. 6 &lt;i&gt;[\s\S]*?Yes<small>[\s\S]*?Courts Act, s. 2/);
  expect(shown).not.toMatch(/R22|Not published/);
  const before = (await body(`/api/public/publications/${then}/changes?since=${first}`)).criminalisation;
  expect(before).toEqual({ heldBy: 'later', cells: [], unchanged: 0 });
  const told = { fr: 'C11</b> Compétence\u00a0: territoire', ar: 'C11</b> الولاية القضائية: الإقليم' };
  for (const [lang, column] of Object.entries(told)) {
    const there = await page(`/public/publications/${now}/changes?since=${then}&lang=${lang}`);
    expect(there).toContain(column);
    expect(there).not.toMatch(/undefined|\{\w+\}|Jurisdiction: territory/);
  }
});
