// What organisations say to each other in public: contested points, replies, requests for evidence, and nothing unpublished.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson, sha256 } from '@servanda/catalogue';
import * as contractPackage from '@servanda/contract';
import { Contested, type Gap, Statement } from '@servanda/contract';
import pg from 'pg';
import { checkRelease } from '../../../tools/publication/release.mjs';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { NewsWork } from '../src/publications/news/news.work.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { published, withdrawn } from './plant-publication.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let superuser: pg.Client;
let government: Scope;
let ngo: Scope;
let ours: string;
let theirs: string;
let ourRelease: string;
let theirRelease: string;
const who: Record<string, string> = {};
const send = (as: string, method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
  served
    .http()
    [method](path)
    .set('cookie', who[as] ?? '')
    .send(body);
const say = (as: string, dossier: string, body: object) => send(as, 'post', `/api/dossiers/${dossier}/statements`, body);
const contested = async (as: string, dossier: string): Promise<Contested> =>
  Contested.parse((await send(as, 'get', `/api/dossiers/${dossier}/contested`).expect(200)).body);
const gaps = async (as: string, dossier: string, query = ''): Promise<Gap[]> =>
  (await send(as, 'get', `/api/dossiers/${dossier}/gaps?kind=contested${query}`).expect(200)).body.items;
const page = async (at = '/obligations/8.1'): Promise<string> => (await served.http().get(`/public/states/XAA${at}`).expect(200)).text;
const reply = (to: string, more: object = {}) => ({ kind: 'reply', to, element: '8.1.e', stand: 'disagree', text: 'The Act came into force in May.', ...more });
const request = (to: string, more: object = {}) => ({ kind: 'request', to, element: '8.1.e', text: 'Which regulation brings it into force?', ...more });

interface Judgement {
  law: 'compliant' | 'non_compliant';
  practice: 'limited' | 'none' | null;
  basedOn?: number | null;
}
async function judged(scope: Scope, on: string, evidence: string, code: string, { law, practice, basedOn = null }: Judgement): Promise<void> {
  const rest = { basedOn, asOf: '2026-03-31', periodFrom: null, periodTo: null, qualifierNote: '', reasons: 'Section 4 says so.' };
  const citations = [{ evidence, pinpoint: 's. 4', stance: 'supports' as const, passage: null }];
  await served.app.get(AssessmentsService).record(scope, {
    params: { id: on, code },
    query: undefined,
    body: { ...rest, law, practice, citations, submit: true, identityConfirmed: true },
  });
}

beforeAll(async () => {
  served = await serve();
  await seat(served);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  for (const as of ['lead', 'reviewer', 'viewer']) who[as] = await signIn(served, `${as}@government.example`);
  who['ngo'] = await signIn(served, 'lead@ngo.example');
  who['nhri'] = await signIn(served, 'lead@nhri.example');
  [government, ngo] = [await scopeFor(served, 'lead@government.example'), await scopeFor(served, 'lead@ngo.example')];
  ours = await openedDossier(served, government);
  theirs = await openedDossier(served, { ...ngo, iso3: 'XAA' }, 'An audit of Aruna');
  await judged(government, ours, await addedEvidence(served, government, ours), '8.1.e', { law: 'compliant', practice: null });
  await judged(ngo, theirs, await addedEvidence(served, ngo, theirs, { title: 'Court observation', kind: 'report' }), '8.1.e', {
    law: 'non_compliant',
    practice: 'none',
  });
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

describe('a contested point', () => {
  test('is a gap from published material alone', async () => {
    expect(await gaps('lead', ours)).toEqual([]);
    theirRelease = (await published(served, ngo, theirs)).id;
    expect(await gaps('lead', ours)).toEqual([]);
    ourRelease = (await published(served, government, ours)).id;
    const [gap, ...more] = await gaps('lead', ours);
    expect(more).toEqual([]);
    expect(gap).toMatchObject({
      kind: 'contested',
      lane: 'law',
      element: '8.1.e',
      next: 'reply',
      why: expect.stringMatching(/^Contested by .+: in law the releases differ by the whole scale\.$/),
    });
    expect(gap?.facts.contest).toMatchObject({ distance: 3, on: 'scale', backing: 'both' });
    expect(await gaps('ngo', theirs)).toMatchObject([{ element: '8.1.e', lane: 'law' }]);
    expect(await gaps('lead', ours, '&lane=practice')).toEqual([]);
    const { total, byKind } = (await send('lead', 'get', `/api/dossiers/${ours}/gaps?limit=1`).expect(200)).body;
    expect({ more: total > 1, contested: byKind.contested }).toEqual({ more: true, contested: 1 });
  });

  test('moves with releases, never with the record behind them', async () => {
    const evidence = await addedEvidence(served, ngo, theirs, { title: 'Second look' });
    await judged(ngo, theirs, evidence, '3.2', { law: 'non_compliant', practice: null });
    await judged(government, ours, await addedEvidence(served, government, ours), '3.2', { law: 'compliant', practice: null });
    expect((await gaps('lead', ours)).map(({ element }) => element)).toEqual(['8.1.e']);
    const id = (await published(served, ngo, theirs)).id;
    expect((await gaps('lead', ours)).map(({ element }) => element)).toEqual(['8.1.e']);
    ourRelease = (await published(served, government, ours)).id;
    expect((await gaps('lead', ours)).map(({ element }) => element)).toEqual(['3.2', '8.1.e']);
    await withdrawn(served, ngo, theirs, id);
    expect((await gaps('lead', ours)).map(({ element }) => element)).toEqual(['8.1.e']);
    const { points } = await contested('viewer', ours);
    expect(points).toMatchObject([{ element: '8.1.e', isOurs: true, positions: [{ isOurs: true }, { isOurs: false }] }]);
  });

  test('is not escaped by a release of one article: what it does not cover stays as the release before says it', async () => {
    const elements = async () => (await gaps('lead', ours)).map(({ element }) => element);
    const parts = { articles: [3], reasons: true, evidence: true, files: false };
    const three = (await published(served, ngo, theirs, { parts })).id;
    expect(await elements()).toEqual(['3.2', '8.1.e']);
    const { points, releases } = await contested('lead', ours);
    const theirsOn = (code: string) => points.find(({ element }) => element === code)?.positions.find(({ isOurs }) => !isOurs)?.publication;
    expect([theirsOn('3.2'), theirsOn('8.1.e')]).toEqual([three, theirRelease]);
    expect(releases.filter(({ isOurs }) => !isOurs).map((one) => [one.publication, one.elements.includes('3.2'), one.elements.includes('8.1.e')])).toEqual([
      [three, true, false],
      [theirRelease, false, true],
    ]);
    // Covered, and left without a verdict: silent there.
    const leftOut = { parts: { ...parts, articles: [8] }, decisions: [{ key: 'not_reviewed', decision: 'leave_out' as const }] };
    const eight = (await published(served, ngo, theirs, leftOut)).id;
    expect(await elements()).toEqual(['3.2']);
    for (const id of [eight, three]) await withdrawn(served, ngo, theirs, id);
    expect(await elements()).toEqual(['8.1.e']);
  });
});

describe('a reply', () => {
  let first = '';
  test('is frozen, attributed, and read by anyone beside the positions', async () => {
    const { body } = await say('lead', ours, reply(theirRelease)).expect(201);
    expect(body).toMatchObject({
      proposal: null,
      statement: { kind: 'reply', stand: 'disagree', to: { publication: theirRelease }, publisher: { role: 'lead' } },
    });
    first = body.statement.id;
    const { text } = await served.http().get(`/api/public/statements/${first}.json`).expect(200);
    expect(createHash('sha256').update(text).digest('hex')).toBe(body.statement.sha256);
    expect(Statement.parse(JSON.parse(text))).toMatchObject({ id: first, organisation: { kind: 'government' }, text: 'The Act came into force in May.' });
    expect(text).not.toMatch(/Focal point|lead@/);
    const checked = (bytes: string) => checkRelease(Buffer.from(bytes), body.statement.sha256, [contractPackage, { canonicalJson }]);
    expect(await checked(text)).toMatchObject({ release: null, statement: { id: first }, problems: [] });
    for (const [from, to] of [
      ['in May', 'in Mai'],
      ['"disagree"', '"agree"'],
      ['"kind":"reply"', '"kind":"request"'],
    ] as const) {
      expect((await checked(text.replace(from, to))).problems).toEqual([
        expect.stringContaining('its seal does not fit'),
        expect.stringContaining('its SHA-256 is'),
      ]);
    }
    const forged = { ...JSON.parse(text), stand: null };
    delete forged.seal;
    const sealed = canonicalJson({ ...forged, seal: sha256(canonicalJson(forged)) });
    expect((await checked(sealed)).problems[0]).toBe('a reply does not say what this one says');
    expect(await page()).toContain('The Act came into force in May.');
    await expect(superuser.query('UPDATE publication_statement_content SET content = content')).rejects.toThrow(/append/i);
    await expect(superuser.query("INSERT INTO publication_statement_content SELECT organisation_id, id, '{}' FROM publication_statement")).rejects.toThrow();
  });

  test('is answered within its thread, by another than who said it', async () => {
    const within = reply(theirRelease, { parent: first, stand: 'agree', text: 'We shall revise.' });
    expect((await say('lead', ours, within).expect(400)).body.fields).toMatchObject([{ path: 'parent' }]);
    await say('ngo', theirs, within).expect(201);
    const { replies } = await contested('viewer', ours);
    expect(replies.map(({ stand, parent }) => [stand, parent?.id ?? null])).toEqual([
      ['disagree', null],
      ['agree', first],
    ]);
  });

  test('is refused to a release of one’s own, of nobody, withdrawn, or that does not cover the element', async () => {
    for (const [body, path] of [
      [reply(ourRelease), 'to'],
      [reply(ours), 'to'],
      [reply(theirRelease, { element: '99.9' }), 'element'],
      [reply(theirRelease, { parent: ours }), 'parent'],
      [reply(theirRelease, { text: 'We agree\u202e.ton' }), 'text'],
      [{ ...request(theirRelease), text: 'Show \u202dus\u202c' }, 'text'],
    ] as const)
      expect((await say('lead', ours, body).expect(400)).body).toMatchObject({ code: 'invalid_input', fields: [{ path }] });
    const gone = (await published(served, ngo, theirs, { note: 'To be withdrawn' })).id;
    await withdrawn(served, ngo, theirs, gone);
    expect((await say('lead', ours, reply(gone)).expect(410)).body).toMatchObject({ code: 'withdrawn', tombstone: { id: gone, reason: 'A figure was wrong' } });
  });

  test('that may identify somebody is said only once that is decided', async () => {
    const text = 'A girl, Amina Yusuf, 12 years old, was heard.';
    const refused = (await say('lead', ours, reply(theirRelease, { text })).expect(422)).body;
    expect(refused).toMatchObject({ code: 'identity_unconfirmed', current: { findings: [{ field: 'text', decision: null }] } });
    const confirmed = refused.current.findings.map(({ key }: { key: string }) => key);
    await say('lead', ours, reply(theirRelease, { text, confirmed })).expect(201);
    expect((await say('lead', ours, reply(theirRelease, { text: 'A boy, Karim Yusuf, 9 years old, was heard.', confirmed })).expect(422)).body.code).toBe(
      'identity_unconfirmed',
    );
  });
});

describe('a request for evidence', () => {
  let asked = '';
  test('is public with its day, and silence is counted', async () => {
    asked = (await say('ngo', theirs, request(ourRelease)).expect(201)).body.statement.id;
    expect((await say('ngo', theirs, request(ourRelease)).expect(409)).body.code).toBe('wrong_state');
    expect((await contested('ngo', theirs)).asked).toMatchObject([{ standing: 'silent', days: 0, citation: 'Article 8(1)(e)', request: { id: asked } }]);
    expect(await page('')).toMatch(/Evidence that organisations asked each other for[\s\S]*No answer yet; asked today/);
    expect(await page('/compare')).toMatch(/Asked to show evidence<\/a>: <span class="standing is-silent">/);
    expect((await contested('lead', ours)).received).toMatchObject([{ standing: 'silent', request: { id: asked } }]);
    expect(await page()).toContain('No answer yet; asked today');
  });

  test('is answered by whom it was asked of: with a ground, then with public evidence', async () => {
    const answer = (more: object) => ({ kind: 'answer', request: asked, evidence: null, ground: null, ...more });
    const shown = { evidence: { publication: ourRelease, refs: [1] } };
    expect((await say('ngo', theirs, answer({ ground: 'not_held' })).expect(400)).body.fields).toMatchObject([{ path: 'request' }]);
    await say('lead', ours, answer({})).expect(400);
    await say('lead', ours, answer({ ground: 'other' })).expect(400);
    expect((await say('lead', ours, answer({ evidence: { publication: theirRelease, refs: [1] } })).expect(400)).body.fields).toMatchObject([
      { path: 'evidence.publication' },
    ]);
    expect((await say('lead', ours, answer({ evidence: { publication: ourRelease, refs: [77] } })).expect(400)).body.fields).toMatchObject([
      { path: 'evidence.refs' },
    ]);
    await say('lead', ours, answer({ ground: 'law_forbids' })).expect(201);
    expect((await contested('ngo', theirs)).asked).toMatchObject([{ standing: 'declined' }]);
    expect(await page()).toContain('Declined, with a ground, on the day it was asked');
    const { statement } = (await say('lead', ours, answer(shown)).expect(201)).body;
    expect(statement.evidence).toMatchObject({ publication: ourRelease, pieces: [{ ref: 1, title: 'Penal Code' }] });
    // Of one's own releases it is told for what each piece is cited; of another's, nothing.
    const pieces = (await contested('lead', ours)).releases.map((one) => [one.isOurs, one.pieces]);
    expect(pieces).toMatchObject([
      [true, [{ ref: 1, title: 'Penal Code', elements: ['8.1.e'] }, { elements: ['3.2'] }]],
      [false, []],
    ]);
    expect((await contested('ngo', theirs)).asked).toMatchObject([{ standing: 'shown', answers: [{ ground: 'law_forbids' }, { ground: null }] }]);
    expect(await page()).toContain('Evidence shown on the day it was asked for');
    // What was shown is not declined any more; more of it may be shown.
    const { body } = await say('lead', ours, answer({ ground: 'not_held' })).expect(409);
    expect(body).toMatchObject({ code: 'wrong_state', detail: expect.stringContaining('has shown evidence on this request already') });
    await say('lead', ours, answer(shown)).expect(201);
    expect((await contested('ngo', theirs)).asked).toMatchObject([{ standing: 'shown', answers: [{}, {}, {}] }]);
  });
});

describe('news', () => {
  test('reach who follows the element: a reply, a request and an answer, each with the way to it', async () => {
    await send('nhri', 'put', '/api/account/following', { what: { kind: 'element', iso3: 'XAA', element: '8.1.e' } }).expect(200);
    await say('ngo', theirs, reply(ourRelease, { text: 'The Gazette does not have it.' })).expect(201);
    const asked = (await say('lead', ours, request(theirRelease)).expect(201)).body.statement.id;
    await say('ngo', theirs, { kind: 'answer', request: asked, evidence: null, ground: 'not_held' }).expect(201);
    await served.app.get(NewsWork).tell();
    const { items } = (await send('nhri', 'get', '/api/account/news').expect(200)).body;
    expect(items.slice(0, 3)).toMatchObject([
      { kind: 'answer', element: '8.1.e' },
      { kind: 'request', path: `/public/states/XAA/obligations/8.1#s-${asked}` },
      { kind: 'reply', because: ['8.1.e'] },
    ]);
  });
});

describe('withdrawn', () => {
  const withdraw = (as: string, dossier: string, statement: string, reason = 'We misread the Gazette') =>
    send(as, 'post', `/api/dossiers/${dossier}/statements/${statement}/withdrawal`, { reason });
  const held = async (sql: string, values: unknown[]) => (await superuser.query(sql, values)).rows;

  test('a reply leaves who, when, why and its hash; its words are nowhere, and what others replied stays', async () => {
    const text = 'The Gazette of the second year has nothing.';
    const { id, sha256 } = (await say('ngo', theirs, reply(ourRelease, { text })).expect(201)).body.statement;
    const below = (await say('lead', ours, reply(ourRelease, { parent: id, text: 'It has, on page nine.' })).expect(201)).body.statement.id;
    const elsewhere = [await page(), await page(''), await page('/compare')];
    expect(elsewhere[0]).toContain(text);
    await withdraw('ngo', theirs, id, '').expect(400);
    for (const [as, dossier, status] of [
      ['lead', ours, 404],
      ['lead', theirs, 404],
      ['nhri', theirs, 404],
    ] as const)
      await withdraw(as, dossier, id).expect(status);
    for (const as of ['reviewer', 'viewer']) expect((await withdraw(as, ours, below).expect(403)).body.code).toBe('forbidden');
    expect((await withdraw('ngo', theirs, id).expect(200)).body).toMatchObject({ id, sha256, withdrawn: { reason: 'We misread the Gazette' } });
    expect((await withdraw('ngo', theirs, id).expect(409)).body.code).toBe('wrong_state');
    const [told, read] = [await page(), await contested('lead', ours)];
    expect(told).toMatch(
      new RegExp(`withdrew this reply on [^<]+ Reason given:</p><p dir="auto">We misread the Gazette</p>[\\s\\S]*${sha256}[\\s\\S]*It has, on page nine\\.`),
    );
    expect(JSON.stringify([told, read, await page(''), await contested('ngo', theirs)])).not.toContain(text);
    expect(read.replies.find((one) => one.id === id)).toMatchObject({
      text: '',
      stand: null,
      seal: null,
      sha256,
      withdrawn: { reason: 'We misread the Gazette' },
    });
    expect(read.replies.find((one) => one.id === below)?.parent).toEqual({ id, sha256 });
    const { body } = await served.http().get(`/api/public/statements/${id}.json`).expect(410);
    expect(body).toMatchObject({ code: 'withdrawn', tombstone: { id, number: null, sha256, reason: 'We misread the Gazette' } });
    expect((await say('lead', ours, reply(ourRelease, { parent: id })).expect(400)).body.fields).toMatchObject([{ path: 'parent' }]);
    for (const lang of ['fr', 'ar']) expect(await page(`/obligations/8.1?lang=${lang}`)).not.toMatch(/undefined|\{\w+\}/);
    // The organisation's own record has who did it; the frozen bytes are its own, and nobody's to change.
    expect(await held('SELECT act FROM publication_statement_act WHERE statement_id = $1 ORDER BY at', [id])).toEqual([
      { act: 'published' },
      { act: 'withdrawn' },
    ]);
    const [{ data, subject }] = await held("SELECT data::text AS data, subject FROM journal_entry WHERE act = 'statement.withdrawn' AND subject_id = $1", [id]);
    expect([subject, data]).toEqual(['publication_statement', expect.stringContaining('We misread the Gazette')]);
    expect(data).not.toContain(text);
    await expect(superuser.query('DELETE FROM publication_statement_withdrawal')).rejects.toThrow(/append-only/);
  });

  test('is told to who follows, and in the feed, in the place of what was said', async () => {
    await served.app.get(NewsWork).tell();
    const { items } = (await send('nhri', 'get', '/api/account/news').expect(200)).body;
    expect(items[0]).toMatchObject({ kind: 'statement_withdrawal', element: '8.1.e', because: ['8.1.e'] });
    const { text } = await served.http().get('/public/states/XAA/feed.atom').expect(200);
    expect(text.match(/withdrew what it had said on Article 8\(1\)\(e\)/g)).toHaveLength(1);
  });

  test('a request waits no longer, and may be asked anew; a withdrawn answer answers nothing', async () => {
    const ask = async () => (await say('lead', ours, request(theirRelease)).expect(201)).body.statement.id;
    const answer = (to: string, more: object) => say('ngo', theirs, { kind: 'answer', request: to, evidence: null, ground: null, ...more });
    const stood = async (id: string) => (await contested('ngo', theirs)).received.find((one) => one.request.id === id);
    const [first, again] = [await ask(), await withdraw('lead', ours, (await contested('lead', ours)).asked.at(-1)?.request.id ?? '').then(ask)];
    expect(await stood(first)).toMatchObject({ standing: 'withdrawn', days: 0, request: { text: '', withdrawn: { reason: 'We misread the Gazette' } } });
    expect((await answer(first, { ground: 'not_held' }).expect(400)).body.fields).toMatchObject([{ path: 'request' }]);
    const shown = (await answer(again, { evidence: { publication: theirRelease, refs: [1] } }).expect(201)).body.statement.id;
    expect(await stood(again)).toMatchObject({ standing: 'shown' });
    await withdraw('ngo', theirs, shown).expect(200);
    expect(await stood(again)).toMatchObject({ standing: 'silent', answers: [{ evidence: null, withdrawn: {} }] });
    expect(await page('')).toMatch(/Withdrawn by who asked, on the same day/);
    await answer(again, { ground: 'not_held' }).expect(201);
    expect(await stood(again)).toMatchObject({ standing: 'declined' });
  });
});

describe('a second person', () => {
  test('publishes what another proposed; until then nobody outside reads it', async () => {
    await send('lead', 'put', '/api/organisation/publishing', { version: 0, secondPerson: true }).expect(200);
    const text = 'This waits for somebody else.';
    const { statement, proposal } = (await say('lead', ours, reply(theirRelease, { text })).expect(201)).body;
    expect(statement).toBeNull();
    const at = `/api/dossiers/${ours}/statements/proposals/${proposal.id}`;
    expect((await contested('reviewer', ours)).proposals).toMatchObject([{ id: proposal.id, may: { confirm: { allowed: true } } }]);
    expect(JSON.stringify([await contested('ngo', theirs), await page()])).not.toContain(text);
    expect((await send('lead', 'post', `${at}/confirmation`).expect(403)).body.code).toBe('own_work');
    await send('ngo', 'post', `${at}/confirmation`).expect(404);
    const { body } = await send('reviewer', 'post', `${at}/confirmation`).expect(201);
    expect(body).toMatchObject({ text, publisher: { role: 'lead', confirmedBy: 'reviewer' } });
    expect((await send('reviewer', 'post', `${at}/confirmation`).expect(409)).body.code).toBe('wrong_state');
    expect(await page()).toContain(text);
    const other = (await say('lead', ours, reply(theirRelease, { text: 'To be dropped.' })).expect(201)).body.proposal.id;
    await send('reviewer', 'delete', `/api/dossiers/${ours}/statements/proposals/${other}`).expect(204);
    expect((await contested('reviewer', ours)).proposals).toEqual([]);
    const { rows } = await superuser.query<{ act: string; told: string }>(
      "SELECT act, data::text AS told FROM journal_entry WHERE act LIKE 'statement.%' AND organisation_id = $1 ORDER BY seq",
      [government.organisation],
    );
    const told = ['statement.proposed', 'statement.published', 'statement.proposed', 'statement.dropped'];
    expect(rows.slice(-4).map(({ act }) => act)).toEqual(told);
    expect(JSON.stringify(rows)).not.toMatch(/waits for somebody|Amina/);
    await send('lead', 'put', '/api/organisation/publishing', { version: 1, secondPerson: false }).expect(200);
    expect((await say('lead', ours, reply(theirRelease, { text: 'Alone, at once.' })).expect(201)).body.statement).toBeNull();
  });
});

describe('keeps apart', () => {
  test('who may not publish says nothing; a foreign dossier is not there', async () => {
    for (const as of ['reviewer', 'viewer']) expect((await say(as, ours, reply(theirRelease)).expect(403)).body.code).toBe('forbidden');
    await say('ngo', ours, reply(theirRelease)).expect(404);
    await send('ngo', 'get', `/api/dossiers/${ours}/contested`).expect(404);
    await served.http().get(`/api/public/statements/${ours}.json`).expect(404);
  });
});
