import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson } from '@servanda/catalogue';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { Clock } from '../src/platform/clock.ts';
import { StatusReportQueries } from '../src/reports/status-report.queries.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let cookie: string;
let base: string;
const get = (path: string, as = cookie) => served.http().get(`${base}${path}`).set('cookie', as);
const post = (path: string, body: object) => served.http().post(`${base}${path}`).set('cookie', cookie).send(body);

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  const opened = await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: '=HYPERLINK("http://x")' }).expect(201);
  base = `/api/dossiers/${opened.body.id}`;
  const law = await post('/evidence', { kind: 'law', title: '@SUM(1,1)', originator: '+Parliament', citation: '-1' }).expect(201);
  const source = await post('/evidence', { kind: 'report', title: 'Restricted source', originator: 'Observer', confidentiality: 'restricted' }).expect(201);
  await post('/elements/8.1.e/assessments', {
    basedOn: null,
    law: 'compliant',
    practice: 'limited',
    asOf: '2026-03-31',
    reasons: "=cmd|'/c calc'!A0",
    submit: true,
    citations: [{ evidence: law.body.id, pinpoint: '=1+1' }, { evidence: source.body.id }],
  }).expect(201);
});
afterAll(() => served.stop());

describe('the status report does', () => {
  test('51 rows, valid by its published schema, with a hash that can be recomputed', async () => {
    const { body: report, headers } = await get('/reports/status.json').expect(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="servanda-XAA-status-\d{4}-\d{2}-\d{2}\.json"$/);
    expect(report.rows).toHaveLength(51);
    const { body: schema } = await served.http().get('/api/schemas/status-report.json').expect(200);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    validate(report);
    expect(validate.errors).toBeNull();
    const { sha256, ...content } = report;
    expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(sha256);
    expect(report.coverage.overall.law).toMatchObject({ assessed: 1, claimed: 1, evidenced: 1, verified: 0 });
  });

  test('what comes next is in it: who answers for an element, what is asked and by when, and the dates of the treaty', async () => {
    const { body: bodies } = await served
      .http()
      .post('/api/organisation/bodies')
      .set('cookie', cookie)
      .send({ name: 'Ministry <b>of</b> =1+1', shortName: 'M' })
      .expect(201);
    await post('/assignments', { elements: ['8.1.e'], body: bodies.id });
    const asked = { element: '8.1.e', wanted: 'The register of =SUM(1) hearings', dueOn: '2099-01-31', body: bodies.id };
    await post('/requests', asked).expect(201);
    const settled = (await post('/requests', { ...asked, wanted: 'Settled already' }).expect(201)).body;
    await post(`/requests/${settled.id}/steps`, { act: 'close', seen: 0 });
    const { body: report } = await get('/reports/status.json').expect(200);
    expect(report.requests).toEqual([
      expect.objectContaining({
        element: '8.1.e',
        wanted: asked.wanted,
        dueOn: '2099-01-31',
        of: { body: bodies.name, role: null },
        state: 'open',
        isOverdue: false,
      }),
    ]);
    expect(report.rows.find(({ element }: { element: string }) => element === '8.1.e').responsible).toEqual({ body: bodies.name, role: null });
    expect(report.dates.map(({ kind }: { kind: string }) => kind)).toContain('in-crc-report');
    expect(report.dataCutOff >= report.requests[0].askedOn).toBe(true);
    const html = (await get('/reports/status.html').buffer(true)).text;
    for (const said of [
      'Next actions',
      'The register of =SUM(1) hearings',
      'Waits for an answer',
      'Ministry &lt;b&gt;of&lt;/b&gt; =1+1',
      'Plan a measure in practice',
    ])
      expect(html).toContain(said);
    expect(html).not.toContain('Settled already');
  });

  test('restricted evidence is left out and counted', async () => {
    const { body: report, text } = await get('/reports/status.json').expect(200);
    expect(report.restrictedEvidenceLeftOut).toBe(1);
    expect(text).not.toContain('Restricted source');
    expect((await get('/reports/status.csv').expect(200)).text).not.toContain('Restricted source');
  });

  test('the CSV opens as a table in which nothing is a formula', async () => {
    const { text, headers } = await get('/reports/status.csv').expect(200);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(rows).toHaveLength(51);
    const row = rows.find((r) => r['element'] === '8.1.e');
    expect(row).toMatchObject({
      in_law: 'compliant',
      in_practice: 'limited',
      review_status: 'submitted',
      author_role: 'lead',
      reasons: "'=cmd|'/c calc'!A0",
      dossier: '\'=HYPERLINK("http://x")',
    });
    for (const cell of rows.flatMap((r) => Object.values(r))) expect(cell).not.toMatch(/^[=+\-@\t\r|%]/);
  });

  test('the same record gives the same bytes', async () => {
    for (const file of ['status.json', 'status.csv']) expect((await get(`/reports/${file}`)).text).toBe((await get(`/reports/${file}`)).text);
  });
});

describe('the status report follows the record', () => {
  test('what is written is text in every column, whatever it begins with', async () => {
    const formulas = [
      '=1+1',
      '+1',
      '-1+1',
      '@SUM(1,1)',
      '|x',
      '%x',
      '＝1+1',
      '＋1',
      '－1',
      '＠SUM',
      '"=1',
      "'=1",
      "=cmd|'/c calc'!A0",
      '=IMPORTXML("http://x")',
    ];
    const codes = ['3.1.b', '3.1.c', '3.2', '3.3', '3.4', '3.5', '4.1', '4.3', '5.4', '5.5', '6.1', '7.c', '8.4', '8.5'];
    for (const [i, text] of formulas.entries()) {
      const { body } = await post('/evidence', { kind: 'report', title: text, citation: text, originator: text }).expect(201);
      const citations = [{ evidence: body.id, pinpoint: text }];
      const written = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: text, qualifierNote: text, citations, submit: true };
      await post(`/elements/${codes[i]}/assessments`, written).expect(201);
    }
    const rows: Record<string, string>[] = parse((await get('/reports/status.csv').expect(200)).text, { bom: true, columns: true });
    for (const [i, text] of formulas.entries())
      expect(rows.find((r) => r['element'] === codes[i])).toMatchObject({ reasons: `'${text}`, qualifier_note: `'${text}` });
    for (const cell of rows.flatMap((r) => Object.values(r))) expect(cell).not.toMatch(/^[\s"]*[=+\-@|%＝＋－＠]/);
  });

  test('a withdrawn piece leaves the rows, and the cut-off and the hash move', async () => {
    const { body: before } = await get('/reports/status.json').expect(200);
    const piece = before.rows.find((r: { element: string }) => r.element === '8.5').evidence[0];
    await post(`/evidence/${piece.id}/withdrawal`, { version: 1, reason: 'Entered twice' }).expect(200);
    const { body: after } = await get('/reports/status.json').expect(200);
    expect(after.rows.find((r: { element: string }) => r.element === '8.5')).toMatchObject({ evidence: [], lawProof: 'claimed' });
    expect(after.dataCutOff > before.dataCutOff).toBe(true);
    expect(after.sha256).not.toBe(before.sha256);
    expect(after.coverage.overall.law).toMatchObject({ claimed: before.coverage.overall.law.claimed, evidenced: before.coverage.overall.law.evidenced - 1 });
  });

  test('the day is the clock’s, so that a report of another day is another document', async () => {
    const clock = served.app.get(Clock);
    const scope = await scopeFor(served, 'lead@government.example');
    const id = base.split('/').at(-1) ?? '';
    const report = (day: string) => clock.at(new Date(`${day}T12:00:00Z`), () => served.app.get(StatusReportQueries).report(scope, id, undefined));
    const [one, again, other] = [await report('2027-01-15'), await report('2027-01-15'), await report('2027-01-16')];
    expect(one.on).toBe('2027-01-15');
    expect(again).toEqual(one);
    expect(other.sha256).not.toBe(one.sha256);
  });
});

describe('the status report keeps apart', () => {
  test('roles: a viewer may export; tenants: a foreign organisation and the operator find nothing', async () => {
    await get('/reports/status.csv', await signIn(served, 'viewer@government.example')).expect(200);
    for (const email of ['lead@ngo.example', 'lead@neighbour.example', 'operator@servanda.example'])
      for (const file of ['status.json', 'status.csv']) await get(`/reports/${file}`, await signIn(served, email)).expect(404);
  });
});
