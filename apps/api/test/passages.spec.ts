// A passage cited from the text of a file: it must stand there, it stays with the judgement, and it is flagged once the newest revision does not hold it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Assessment, Evidence, Gap, GapKind } from '@servanda/contract';
import pg from 'pg';
import { EvidenceText } from '../src/evidence/text.service.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { pdf } from './corpus/documents.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let lead: Scope;
let cookie: string;
let dossier: string;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  lead = await scopeFor(served, 'lead@government.example');
  cookie = await signIn(served, 'lead@government.example');
  dossier = await openedDossier(served, lead);
});
afterAll(() => served.stop());

const http = (method: 'get' | 'post' | 'put', path: string, as = cookie) => served.http()[method](`/api/dossiers/${dossier}${path}`).set('cookie', as);
const law = { kind: 'law', title: 'Child Protection Act', originator: 'Parliament', originatorKind: 'court' };
const added = async (): Promise<Evidence> => (await http('post', '/evidence').send(law).expect(201)).body;
async function stored(piece: string, name: string, bytes: Buffer): Promise<string> {
  const { id } = (await http('post', `/evidence/${piece}/files`).attach('file', bytes, name).expect(201)).body;
  await served.app.get(EvidenceText).read({ organisation: lead.organisation, file: id });
  return id;
}
const revise = (piece: string, version: number, removeFiles: string[] = []) =>
  http('put', `/evidence/${piece}`)
    .send({ ...law, version, removeFiles })
    .expect(200);
const judge = (element: string, basedOn: number | null, citations: object[], as = cookie) =>
  http('post', `/elements/${element}/assessments`, as).send({
    basedOn,
    law: 'compliant',
    practice: null,
    asOf: '2026-03-31',
    reasons: 'Read.',
    citations,
    submit: true,
  });
const newest = async (element: string): Promise<Assessment> => (await http('get', `/elements/${element}/assessments`).expect(200)).body.items[0];
const recheck = async (element: string): Promise<Gap | undefined> =>
  (await http('get', '/gaps?kind=evidence_revised&limit=100').expect(200)).body.items.find((gap: Gap & { kind: GapKind }) => gap.element === element);

const words = 'Whoever offers 🜂 or delivers\na child shall be punished';
const text = `Article 181B\n${words}.\nArticle 182\n`;
const from = [...text.slice(0, text.indexOf('Whoever'))].length;
const to = from + [...words].length;

describe('passages: does', () => {
  test('keeps file, page, place, words and revision, and carries them into the next judgement', async () => {
    const piece = await added();
    const file = await stored(piece.id, 'act.txt', Buffer.from(text));
    const passage = { file, page: 1, from, to, quote: words };
    const { body } = await judge('3.2', null, [{ evidence: piece.id, passage }]).expect(201);
    expect(body.citations[0]).toMatchObject({ revision: 1, newestRevision: 1, passage: { ...passage, hasPages: false, stands: true } });
    await revise(piece.id, 1);
    expect((await newest('3.2')).citations[0]).toMatchObject({ revision: 1, newestRevision: 2, passage: { stands: true } });
    expect(await recheck('3.2')).toMatchObject({ why: expect.stringContaining('look whether it still says so'), facts: { passagesGone: 0 } });
    await judge('3.2', 1, [{ evidence: piece.id, passage }]).expect(201);
    expect((await newest('3.2')).citations[0]).toMatchObject({ revision: 2, passage: { quote: words, stands: true } });
    expect(await recheck('3.2')).toBeUndefined();
  });

  test('gives the words of a restricted piece for a purpose alone, and carries them on for a writer who has not read them', async () => {
    const piece = await added();
    const file = await stored(piece.id, 'act.txt', Buffer.from(text));
    const place = { file, page: 1, from, to };
    await judge('4.1', null, [{ evidence: piece.id, passage: { ...place, quote: words } }]).expect(201);
    await http('put', `/evidence/${piece.id}`)
      .send({ ...law, version: 1, removeFiles: [], confidentiality: 'restricted' })
      .expect(200);
    const viewer = await signIn(served, 'viewer@government.example');
    const read = async (as = cookie) =>
      (await http('get', '/elements/4.1/assessments', as).expect(200)).body.items.map((item: Assessment) => item.citations[0]?.passage);
    const closed = { ...place, quote: null, hasPages: false, stands: true };
    expect([await read(), await read(viewer)]).toEqual([[closed], [closed]]);
    expect((await judge('4.1', 1, [{ evidence: piece.id, passage: { ...place, quote: null } }]).expect(201)).body.citations[0].passage).toEqual(closed);
    // Not another place of it, and nothing that nobody cited.
    await judge('4.1', 2, [{ evidence: piece.id, passage: { ...place, to: to - 1, quote: null } }]).expect(422);
    await judge('3.5', null, [{ evidence: piece.id, passage: { ...place, quote: null } }]).expect(422);
    await http('post', `/evidence/${piece.id}/openings`, viewer).send({ purpose: 'Preparing the report' }).expect(201);
    const opened = { ...closed, quote: words };
    expect([await read(viewer), await read()]).toEqual([
      [opened, opened],
      [closed, closed],
    ]);
  });

  test('tells nobody what stands in a restricted piece that is not open to the asker: else its text could be asked for letter by letter', async () => {
    const piece = await added();
    const file = await stored(piece.id, 'act.txt', Buffer.from(text));
    await http('put', `/evidence/${piece.id}`)
      .send({ ...law, version: 1, removeFiles: [], confidentiality: 'restricted' })
      .expect(200);
    const cite = (quote: string) => [{ evidence: piece.id, passage: { file, page: 1, from: 0, to: quote.length, quote } }];
    const told = async (quote: string) => (await judge('6.1', null, cite(quote))).body.code;
    expect([await told('Article'), await told('Articke'), await told('A'), await told('B')]).toEqual(Array(4).fill('purpose_required'));
    expect((await judge('6.1', null, cite('Article'))).body.fields).toMatchObject([{ path: 'citations.0.passage' }]);
    await http('post', `/evidence/${piece.id}/openings`).send({ purpose: 'Preparing the report' }).expect(201);
    expect(await told('Articke')).toBe('evidence_unknown');
    await judge('6.1', null, cite('Article')).expect(201);
    // Whoever had it open and goes on later sends the words along that stand there already.
    await judge('6.1', 1, cite('Article'), await signIn(served, 'contributor@government.example')).expect(201);
  });

  test('is flagged where the newest revision does not hold its words, and not where it holds them otherwise broken, or cannot be read', async () => {
    const piece = await added();
    const file = await stored(piece.id, 'act.txt', Buffer.from(text));
    const cite = { evidence: piece.id, passage: { file, page: 1, from, to, quote: words } };
    await judge('3.3', null, [cite]).expect(201);
    const scan = await stored(piece.id, 'scan.pdf', pdf());
    await revise(piece.id, 2, [file]);
    const stands = async () => (await newest('3.3')).citations[0]?.passage?.stands;
    // Of a scan nobody can tell by its text.
    expect(await stands()).toBeNull();
    await revise(piece.id, 3, [scan]);
    expect(await stands()).toBe(false);
    expect(await recheck('3.3')).toMatchObject({ next: 'recheck_citation', why: expect.stringContaining('no longer occurs'), facts: { passagesGone: 1 } });
    // Another file holds other words, then the same words, broken into lines elsewhere.
    await stored(piece.id, 'amended.txt', Buffer.from('Whoever offers a child shall be warned.'));
    expect(await stands()).toBe(false);
    const printed = await stored(
      piece.id,
      'printed.txt',
      Buffer.from(`Title\n${'Preamble. '.repeat(400)}\nWhoever\u00a0offers 🜂 or\ndelivers a child shall\nbe pun\u00adished.`),
    );
    expect(await stands()).toBe(true);
    expect(await recheck('3.3')).toMatchObject({ facts: { passagesGone: 0 } });
    // Judged again on the same words, the gap is closed; it opens anew when they go.
    await judge('3.3', 1, [cite]).expect(201);
    expect(await recheck('3.3')).toBeUndefined();
    await revise(piece.id, 4, [printed]);
    expect(await recheck('3.3')).toMatchObject({ facts: { passagesGone: 1 } });
  });
});

describe('a file added to a piece', () => {
  const read = async (piece: string) => (await http('get', `/evidence/${piece}`).expect(200)).body;
  const history = async (piece: string, asOf = '') =>
    (await http('get', `/evidence/${piece}/revisions${asOf}`).expect(200)).body.items.map((one: { number: number; files: { name: string }[] }) => [
      one.number,
      one.files.map(({ name }) => name),
    ]);

  test('belongs to the newest revision while nothing cites that, and makes a further one from then on, which is to be looked at', async () => {
    const piece = await added();
    await stored(piece.id, 'good.txt', Buffer.from('One.'));
    await stored(piece.id, 'beside.txt', Buffer.from('Two.'));
    expect(await history(piece.id)).toEqual([[1, ['good.txt', 'beside.txt']]]);
    await judge('3.5', null, [{ evidence: piece.id }]).expect(201);
    const then = new Date().toISOString();
    await stored(piece.id, 'good2.txt', Buffer.from('Three.'));
    await stored(piece.id, 'good3.txt', Buffer.from('Four.'));
    expect(await history(piece.id)).toEqual([
      [2, ['good.txt', 'beside.txt', 'good2.txt', 'good3.txt']],
      [1, ['good.txt', 'beside.txt']],
    ]);
    expect(await read(piece.id)).toMatchObject({ version: 2, title: law.title, files: { length: 4 } });
    expect((await newest('3.5')).citations[0]).toMatchObject({ revision: 1, newestRevision: 2 });
    expect(await recheck('3.5')).toMatchObject({ next: 'recheck_citation' });
    expect(await history(piece.id, `?asOf=${then}`)).toEqual([[1, ['good.txt', 'beside.txt']]]);
    expect((await http('get', `/evidence/${piece.id}?asOf=${then}`).expect(200)).body).toMatchObject({ version: 1, files: { length: 2 } });
    await judge('3.5', 1, [{ evidence: piece.id }]).expect(201);
    expect(await recheck('3.5')).toBeUndefined();
  });

  test('and the judgement that cites it wait for one another: what is cited is what stands', async () => {
    const piece = await added();
    const superuser = new pg.Client({ connectionString: served.adminUrl });
    await superuser.connect();
    await superuser.query('BEGIN');
    await superuser.query('SELECT 1 FROM evidence WHERE id = $1 FOR UPDATE', [piece.id]);
    await superuser.query(
      'INSERT INTO evidence_revision SELECT organisation_id, evidence_id, 2, content, recorded_by, now() FROM evidence_revision WHERE evidence_id = $1',
      [piece.id],
    );
    await superuser.query('UPDATE evidence SET version = 2 WHERE id = $1', [piece.id]);
    const judging = judge('3.1.a.i.a', null, [{ evidence: piece.id }]).then((answer) => answer);
    await superuser.query('SELECT pg_sleep(0.3)');
    await superuser.query('COMMIT');
    await superuser.end();
    expect((await judging).body).toMatchObject({ citations: [{ revision: 2, newestRevision: 2 }] });
  });
});

describe('passages: refuses', () => {
  test('words that do not stand there, another page, a file of another piece', async () => {
    const [piece, other] = [await added(), await added()];
    const file = await stored(piece.id, 'act.txt', Buffer.from(text));
    const passage = { file, page: 1, from, to, quote: words };
    const wrong = [
      [{ ...passage, quote: 'Whoever offers nothing' }, piece.id],
      [{ ...passage, from: from - 2 }, piece.id],
      [{ ...passage, page: 2 }, piece.id],
      [passage, other.id],
    ] as const;
    for (const [passage, evidence] of wrong) {
      const { body } = await judge('3.4', null, [{ evidence, passage }]).expect(422);
      expect(body).toMatchObject({ code: 'evidence_unknown', fields: [{ path: 'citations.0.passage' }] });
    }
    const shapes = [
      { ...passage, to: from },
      { ...passage, quote: ' ' },
      { ...passage, quote: 'a'.repeat(2001) },
      { ...passage, page: null },
    ];
    for (const shape of shapes) expect((await judge('3.4', null, [{ evidence: piece.id, passage: shape }]).expect(400)).body.code).toBe('invalid_input');
  });
});

describe('passages: keeps apart', () => {
  test('a viewer cites nothing; another organisation neither reads nor cites the text', async () => {
    const piece = await added();
    const file = await stored(piece.id, 'act.txt', Buffer.from(text));
    const cite = { evidence: piece.id, passage: { file, page: 1, from, to, quote: words } };
    await judge('3.4', null, [cite], await signIn(served, 'viewer@government.example')).expect(403);
    const foreign = await scopeFor(served, 'lead@ngo.example');
    const theirs = await openedDossier(served, foreign);
    const session = await signIn(served, 'lead@ngo.example');
    const body = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: 'Read.', citations: [cite] };
    const answer = await served.http().post(`/api/dossiers/${theirs}/elements/3.4/assessments`).set('cookie', session).send(body).expect(422);
    expect(answer.body).toMatchObject({ code: 'evidence_unknown', fields: [{ path: 'citations.0.evidence' }] });
  });
});
