// One act for one idempotency key: repeated at once, later, by others, with other words, after a lost answer.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors, richOf } from '@servanda/contract';
import pg from 'pg';
import { ForgetRepeats } from '../src/platform/repeats/forget.ts';
import { png } from './corpus/documents.ts';
import { insistently } from './insistently.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { previewed, published } from './plant-publication.ts';
import { plantSaid, plantSaying } from './plant-statement.ts';
import { type Served, serve } from './server.ts';
import { p, template } from './templates.ts';

let served: Served;
let admin: pg.Client;
let lead: string;
let operator: string;
let audit: string;
let auditor: string;
let reviewer: string;
let dossier: string;
let evidence: string;
let penalCode: string;
let shelter: string;
let provision: string;
let colleague: string;
let request: string;
let report: string;
let paragraph: string;
let frozen: string;
let fingerprint: string;
const nowhere: { path: string; body: object } = { path: '', body: {} };
/** A dossier for each door of publications, and what each is sent. */
const releases = { publish: nowhere, withdraw: nowhere, propose: nowhere, confirm: nowhere, say: nowhere, confirmSaying: nowhere, withdrawSaying: nowhere };
beforeAll(async () => {
  served = await serve();
  await seat(served);
  lead = await signIn(served, 'lead@government.example');
  reviewer = await signIn(served, 'reviewer@government.example');
  operator = await signIn(served, 'operator@servanda.example');
  const scope = await scopeFor(served, 'lead@government.example');
  dossier = await openedDossier(served, scope);
  evidence = await addedEvidence(served, scope, dossier, { title: 'To be withdrawn' });
  const made = async (path: string, body: object): Promise<string> => (await post(`/api/dossiers/${dossier}${path}`, body, randomUUID()).expect(201)).body.id;
  penalCode = await made('/evidence', { ...law, title: 'Penal Code' });
  shelter = await made('/evidence', { ...law, title: 'Shelters', confidentiality: 'restricted' });
  provision = await made('/national-provisions', { law: penalCode, article: 's. 1', elements: ['3.2'] });
  colleague = (await scopeFor(served, 'contributor@government.example')).person;
  request = await made('/requests', asking());
  const start = (title: string) => made('/reports', { kind: 'article_12', language: 'en', title });
  report = await start('Written');
  paragraph = await made(`/reports/${report}/paragraphs`, { section: 'I', body: richOf(['So']) });
  frozen = await start('Frozen');
  fingerprint = (await served.http().get(`/api/dossiers/${dossier}/reports/${frozen}`).set('cookie', lead).expect(200)).body.fingerprint;
  const fresh = async (title: string) => {
    const id = await openedDossier(served, scope, title);
    const { choice, preview } = await previewed(served, scope, id);
    return { id, path: `/api/dossiers/${id}/publications`, body: { choice, preview: preview.sha256 } };
  };
  releases.publish = await fresh('To be published');
  const proposing = await fresh('To be proposed');
  releases.propose = { path: `${proposing.path}/proposals`, body: proposing.body };
  const confirming = await fresh('To be confirmed');
  const proposal = (await post(`${confirming.path}/proposals`, confirming.body, randomUUID()).expect(201)).body.id;
  releases.confirm = { path: `${confirming.path}/proposals/${proposal}/confirmation`, body: { preview: confirming.body.preview } };
  const out = await fresh('To be withdrawn');
  releases.withdraw = { path: `${out.path}/${(await published(served, scope, out.id)).id}/withdrawal`, body: { reason: 'A figure was wrong' } };
  admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
  const ngo = { ...(await scopeFor(served, 'lead@ngo.example')), iso3: 'XAA' };
  audit = await openedDossier(served, ngo, 'Another view');
  auditor = await signIn(served, 'lead@ngo.example');
  const to = (await published(served, ngo, audit)).id;
  const statements = `/api/dossiers/${dossier}/statements`;
  releases.say = { path: statements, body: { kind: 'reply', to, element: '4.1', stand: 'disagree', text: 'Section 4 says so.' } };
  releases.confirmSaying = { path: `${statements}/proposals/${await plantSaying(admin, { ...scope, dossier }, to)}/confirmation`, body: {} };
  releases.withdrawSaying = { path: `${statements}/${await plantSaid(admin, { ...scope, dossier }, to)}/withdrawal`, body: { reason: 'A figure was wrong' } };
});
afterAll(async () => {
  await admin.end();
  await served.stop();
});

const post = (path: string, body: object, key: string, cookie = lead) => served.http().post(path).set('cookie', cookie).set('idempotency-key', key).send(body);
const sent = (path: string, key: string, name: string, bytes: Buffer) =>
  served.http().post(path).set('cookie', lead).set('idempotency-key', key).attach('file', bytes, name);
const letter = template(p('{state}'));
const open = (title: string, key: string, cookie?: string) => post('/api/dossiers', { iso3: 'XAA', title }, key, cookie);
const count = async (sql: string, values: unknown[] = []) => Number((await admin.query(`SELECT count(*) FROM ${sql}`, values)).rows[0].count);
const law = { kind: 'law', title: 'Repeated Act', originator: 'Parliament' };
const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'So.' };

const asking = () => ({ element: '4.1', wanted: 'The circular', dueOn: '2099-01-01', person: colleague });

/** How each door that repeats is knocked at, and where one act shows: one more row, and one more entry. */
const acts: Record<string, { send: (key: string) => Promise<{ status: number; text: string; headers: Record<string, string> }>; rows: string }> = {
  'dossiers.open': { send: async (key) => open(`Walk ${key}`, key), rows: 'dossier' },
  'evidence.add': { send: async (key) => post(`/api/dossiers/${dossier}/evidence`, law, key), rows: 'evidence' },
  'evidence.addFile': {
    send: async (key) =>
      served
        .http()
        .post(`/api/dossiers/${dossier}/evidence/${evidence}/files`)
        .set('cookie', lead)
        .set('idempotency-key', key)
        .attach('file', Buffer.from(`The text of ${key}`), 'note.txt'),
    rows: 'evidence_file',
  },
  'assessments.record': { send: async (key) => post(`/api/dossiers/${dossier}/elements/3.2/assessments`, judgement, key), rows: 'assessment' },
  'assessments.review': { send: async (key) => post(`/api/dossiers/${dossier}/elements/3.2/assessments/1/reviews`, { act: 'submit' }, key), rows: 'review' },
  'evidence.addNationalProvision': {
    send: async (key) => post(`/api/dossiers/${dossier}/national-provisions`, { law: penalCode, article: `s. ${key.slice(0, 8)}`, elements: ['3.2'] }, key),
    rows: 'national_provision',
  },
  'evidence.withdrawNationalProvision': {
    send: async (key) => post(`/api/dossiers/${dossier}/national-provisions/${provision}/withdrawal`, { version: 1, reason: 'Entered twice' }, key),
    rows: 'national_provision_revision',
  },
  'evidence.ask': { send: async (key) => post(`/api/dossiers/${dossier}/requests`, asking(), key), rows: 'evidence_request' },
  'evidence.stepRequest': {
    send: async (key) => post(`/api/dossiers/${dossier}/requests/${request}/steps`, { act: 'close', seen: 0 }, key),
    rows: 'evidence_request_step',
  },
  'reports.startReport': {
    send: async (key) => post(`/api/dossiers/${dossier}/reports`, { kind: 'alternative', language: 'en', title: `Walk ${key}` }, key),
    rows: 'report',
  },
  'reports.addParagraph': {
    send: async (key) => post(`/api/dossiers/${dossier}/reports/${report}/paragraphs`, { section: 'I', body: richOf([key]) }, key),
    rows: 'report_paragraph',
  },
  'reports.commentParagraph': {
    send: async (key) => post(`/api/dossiers/${dossier}/reports/${report}/paragraphs/${paragraph}/comments`, { text: key }, key),
    rows: 'report_comment',
  },
  'reports.freeze': { send: async (key) => post(`/api/dossiers/${dossier}/reports/${frozen}/issues`, { fingerprint }, key), rows: 'report_issue' },
  'reports.addTemplate': {
    send: async (key) => sent(`/api/templates?name=${key}`, key, 'letter.docx', letter),
    rows: 'report_template',
  },
  'reports.putLogo': { send: async (key) => sent('/api/house-style/logo', key, 'logo.png', png), rows: 'house_style' },
  'reports.order': { send: async (key) => post(`/api/dossiers/${dossier}/reports/runs`, { kind: 'gaps', format: 'html' }, key), rows: 'report_run' },
  'evidence.open': {
    send: async (key) => post(`/api/dossiers/${dossier}/evidence/${shelter}/openings`, { purpose: 'To check a figure' }, key),
    rows: 'evidence_opening',
  },
  'evidence.addSource': {
    send: async (key) => post(`/api/dossiers/${dossier}/evidence/${shelter}/sources`, { name: 'A source', risk: 'some' }, key),
    rows: 'source',
  },
  'evidence.withdraw': {
    send: async (key) => post(`/api/dossiers/${dossier}/evidence/${evidence}/withdrawal`, { version: 1, reason: 'Entered twice' }, key),
    rows: 'evidence_revision',
  },
  'publications.publish': { send: async (key) => post(releases.publish.path, releases.publish.body, key), rows: 'publication' },
  'publications.propose': { send: async (key) => post(releases.propose.path, releases.propose.body, key), rows: 'publication_proposal' },
  'publications.confirm': { send: async (key) => post(releases.confirm.path, releases.confirm.body, key, reviewer), rows: 'publication' },
  'publications.say': { send: async (key) => post(releases.say.path, releases.say.body, key), rows: 'publication_statement' },
  'publications.confirmSaying': {
    send: async (key) => post(releases.confirmSaying.path, releases.confirmSaying.body, key, reviewer),
    rows: 'publication_statement',
  },
  'publications.withdraw': { send: async (key) => post(releases.withdraw.path, releases.withdraw.body, key), rows: 'publication_withdrawal' },
  'publications.withdrawSaying': {
    send: async (key) => post(releases.withdrawSaying.path, releases.withdrawSaying.body, key),
    rows: 'publication_statement_withdrawal',
  },
  'dossiers.inviteToCoalition': {
    send: async (key) => post(`/api/dossiers/${audit}/coalition`, { organisation: 'Human Rights Commission of Aruna' }, key, auditor),
    rows: 'coalition_member',
  },
  'people.addBody': { send: async (key) => post('/api/organisation/bodies', { name: `Ministry ${key}` }, key), rows: 'body' },
  'people.invite': {
    send: async (key) => post('/api/organisation/invitations', { invitations: [{ email: `m${key}@government.example`, role: 'viewer' }] }, key),
    rows: 'invitation',
  },
  'people.foundOrganisation': {
    send: async (key) => post('/api/operator/organisations', { kind: 'ngo', name: `Founded ${key}`, lead: `l${key}@ngo.example` }, key, operator),
    rows: 'organisation',
  },
};

describe('20 equal requests at once are one act, answered alike', () => {
  // A list that is brought in answers how many pieces it added, of many: its key is proven beside it (list.spec); so is that of a workbook (workbook.spec).
  test('every door that repeats is walked here', () => {
    expect(doors.filter((door) => door.repeats).map((door) => door.name)).toEqual(expect.arrayContaining(Object.keys(acts)));
    expect(
      doors
        .filter((door) => door.repeats)
        .map((door) => door.name)
        .sort(),
    ).toEqual([...Object.keys(acts), 'evidence.importList', 'reports.bringWorkbook'].sort());
  });

  test.each(Object.entries(acts))('%s', async (name, { send, rows }) => {
    const before = [await count(rows), await count('journal_entry')];
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => insistently(() => send(key))));
    const door = doors.find((one) => one.name === name);
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(door?.status);
    expect(answers.filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(19);
    expect(answers.every((answer) => answer.headers['content-type'] === 'application/json; charset=utf-8')).toBe(true);
    // Founding an organisation is told in its own chain and the operator's.
    const entries = name === 'people.foundOrganisation' ? 2 : 1;
    expect([await count(rows), await count('journal_entry')]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + entries]);
    const later = await send(key);
    expect([later.status, later.text]).toEqual([answers[0]?.status, answers[0]?.text]);
  });

  test('without a key each is an act of its own', async () => {
    const before = await count('evidence');
    for (let i = 0; i < 2; i++) await served.http().post(`/api/dossiers/${dossier}/evidence`).set('cookie', lead).send(law).expect(201);
    expect(await count('evidence')).toBe(before + 2);
  });
});

describe('a key', () => {
  test('with other words is refused, and nothing is written', async () => {
    const key = randomUUID();
    await open('First words', key).expect(201);
    const before = await count('dossier');
    expect((await open('Other words', key).expect(422)).body.code).toBe('repeated_differently');
    expect((await post(`/api/dossiers/${dossier}/evidence`, law, key).expect(422)).body.code).toBe('repeated_differently');
    expect(await count('dossier')).toBe(before);
  });

  test('with another file is refused', async () => {
    const piece = await post(`/api/dossiers/${dossier}/evidence`, law, randomUUID()).expect(201);
    const key = randomUUID();
    const send = (text: string) =>
      served
        .http()
        .post(`/api/dossiers/${dossier}/evidence/${piece.body.id}/files`)
        .set('cookie', lead)
        .set('idempotency-key', key)
        .attach('file', Buffer.from(text), 'note.txt');
    await send('One text').expect(201);
    expect((await send('Another text').expect(422)).body.code).toBe('repeated_differently');
  });

  test('is one asker’s own: others with the same key act for themselves', async () => {
    const key = randomUUID();
    const [mine, theirs] = [await open('Same key', key), await open('Same key', key, await signIn(served, 'lead@ngo.example'))];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(mine.body.id).not.toBe(theirs.body.id);
    const colleague = await open('Same key', key, await signIn(served, 'reviewer@government.example'));
    expect(colleague.headers['idempotency-replayed']).toBeUndefined();
  });

  test('of a refused act is not used up', async () => {
    const key = randomUUID();
    const path = `/api/dossiers/${dossier}/elements/3.3/assessments`;
    for (let i = 0; i < 2; i++) expect((await post(path, { ...judgement, basedOn: 7 }, key)).body.code).toBe('stale_version');
    await post(path, judgement, key).expect(201);
  });

  test('that cannot be one is refused; a quoted one is the same as a bare one', async () => {
    for (const key of ['', 'short', 'a'.repeat(256), 'with space in the middle of it', 'schlüssel-mit-umlaut-0123']) {
      const { body, status } = await open('Bad key', key);
      expect([key, status, body.code, body.fields?.[0]?.path]).toEqual([key, 400, 'invalid_input', 'idempotency-key']);
    }
    const key = randomUUID();
    const [bare, quoted] = [await open('Quoted', key), await open('Quoted', `"${key}"`)];
    expect([quoted.status, quoted.body]).toEqual([201, bare.body]);
  });

  test('is remembered for a day, by the database’s clock, and then forgotten', async () => {
    const key = randomUUID();
    const body = { ...law, title: 'Remembered' };
    const path = `/api/dossiers/${dossier}/evidence`;
    const first = await post(path, body, key).expect(201);
    await admin.query("UPDATE repeated_request SET at = now() - interval '23 hours 59 minutes'");
    expect((await post(path, body, key).expect(201)).body.id).toBe(first.body.id);
    await admin.query("UPDATE repeated_request SET at = now() - interval '24 hours 1 minute'");
    expect((await post(path, body, key).expect(201)).body.id).not.toBe(first.body.id);
    const old = await count("repeated_request WHERE at < now() - interval '24 hours'");
    expect(old).toBeGreaterThan(0);
    expect(await served.app.get(ForgetRepeats).forget()).toBe(old);
    expect(await count('repeated_request')).toBe(1);
  });

  test('whose first request is still running answers still_running within the lock’s patience', async () => {
    const key = randomUUID();
    const other = new pg.Client({ connectionString: served.adminUrl });
    await other.connect();
    const { organisation, person } = await scopeFor(served, 'lead@government.example');
    await other.query('BEGIN');
    await other.query("INSERT INTO repeated_request VALUES ($1, $2, sha256(convert_to($3, 'UTF8')), sha256('x'))", [organisation, person, key]);
    expect((await open('Still running', key).expect(409)).body.code).toBe('still_running');
    await other.query('ROLLBACK');
    await other.end();
    await open('Still running', key).expect(201);
  });
});

test('after an answer that was lost on its way the same request finds what was done', async () => {
  const key = randomUUID();
  const cut = new AbortController();
  const address = `${await served.app.getUrl()}/api/dossiers`;
  const headers = { cookie: lead, 'content-type': 'application/json', 'idempotency-key': key };
  const lost = fetch(address, { method: 'POST', headers, body: JSON.stringify({ iso3: 'XAA', title: 'Answer lost' }), signal: cut.signal }).catch(() => 'lost');
  while (!(await count("journal_entry WHERE data->'after'->>'title' = 'Answer lost'"))) {
    cut.abort();
    await setTimeout(5);
    if (!(await count("dossier WHERE title = 'Answer lost'"))) await open('Answer lost', key).expect(201);
  }
  await lost;
  await open('Answer lost', key).expect(201);
  expect(await count("dossier WHERE title = 'Answer lost'")).toBe(1);
  expect(await count("journal_entry WHERE data->'after'->>'title' = 'Answer lost'")).toBe(1);
});

test('the remembered answer can be read only by who has the key', async () => {
  const key = randomUUID();
  await open('Between us', key).expect(201);
  const { rows } = await admin.query('SELECT t::text AS row, answer FROM repeated_request t');
  for (const { row, answer } of rows) {
    expect(row).not.toContain(key);
    expect(Buffer.from(answer ?? '').includes('Between us')).toBe(false);
  }
});
