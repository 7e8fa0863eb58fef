// A passage cited from the text of a file: it must stand there, it stays with the judgement, and it is flagged once the newest revision does not hold it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Assessment, Evidence, Gap, GapKind } from '@servanda/contract';
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

  test('is flagged where the newest revision does not hold its words, and not where it holds them otherwise broken, or cannot be read', async () => {
    const piece = await added();
    const file = await stored(piece.id, 'act.txt', Buffer.from(text));
    const cite = { evidence: piece.id, passage: { file, page: 1, from, to, quote: words } };
    await judge('3.3', null, [cite]).expect(201);
    const scan = await stored(piece.id, 'scan.pdf', pdf());
    await revise(piece.id, 1, [file]);
    const stands = async () => (await newest('3.3')).citations[0]?.passage?.stands;
    // Of a scan nobody can tell by its text.
    expect(await stands()).toBeNull();
    await revise(piece.id, 2, [scan]);
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
    await revise(piece.id, 3, [printed]);
    expect(await recheck('3.3')).toMatchObject({ facts: { passagesGone: 1 } });
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
