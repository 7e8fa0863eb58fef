// What publishing and its second person refuse for reasons of their own, each on a dossier of its own, away from those that other steps share.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { contract, type Door } from '@servanda/contract';
import { type Ids, pathOf } from '../../matrix/knock.ts';
import { factsOf, pieceOf, plant, unknownIds } from '../../matrix/world.ts';
import { type At, send } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { assessments, evidence, publications } = contract;
const json = (body: object) => JSON.stringify(body);
const choice = { parts: { articles: [3, 4], reasons: true, evidence: true, files: true }, language: 'en', note: '', decisions: [] };
/** The choice with a judgement that nobody has accepted yet. */
const unreviewed = { ...choice, decisions: [{ key: 'not_reviewed', decision: 'publish' }] };
const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'So.', submit: true };

const as = async ({ standing }: At, role: 'lead' | 'reviewer') => ({ cookie: await standing.session('watch', role) });
const dossier = async (on: At, title: string): Promise<Ids> => ({
  ...unknownIds,
  id: await plant(on.world, 'watch', '/api/dossiers', { iso3: 'XAA', title, facts: factsOf('watch') }),
});
/** What a door answers. */
async function answerOf(on: At, door: Door, ids: Ids, headers: { cookie: string }, body?: string | FormData): Promise<string> {
  const type: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(on.at + pathOf(door, ids), { method: door.method, headers: { ...type, ...headers }, ...(body === undefined ? {} : { body }) });
  return answer.text();
}
const idIn = (text: string): string => /"id":"([0-9a-f-]{36})"/.exec(text)?.[1] ?? '';
const hashIn = (text: string): string => /"sha256":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
/** What publishing and proposing take: a choice, and what its preview showed. */
async function read(on: At, ids: Ids, chosen: object = choice): Promise<string> {
  const shown = await answerOf(on, publications.preview, ids, await as(on, 'lead'), json(chosen));
  return json({ choice: chosen, preview: hashIn(shown) });
}
/** A dossier with a proposal that waits. */
async function proposed(on: At, title: string): Promise<Ids> {
  const ids = await dossier(on, title);
  return { ...ids, proposal: idIn(await answerOf(on, publications.propose, ids, await as(on, 'lead'), await read(on, ids))) };
}
/** What whoever confirms reads of a proposal now. */
const readProposal = async (on: At, ids: Ids): Promise<string> => hashIn(await answerOf(on, publications.proposal, ids, await as(on, 'reviewer')));

export const publicationSteps: Steps = {
  'what may identify somebody is decided on before it is published or proposed': async (on) => {
    const headers = await as(on, 'lead');
    const ids = await dossier(on, 'Undecided');
    const body = await read(on, ids, { ...choice, note: 'The girl Zorana Quill, aged twelve, call +260 97 1234567.' });
    for (const door of [publications.publish, publications.propose]) await send(on.at, door, { ids, headers, body });
  },
  'what is published already is not proposed': async (on) => {
    const headers = await as(on, 'lead');
    const ids = await dossier(on, 'Said once');
    const body = await read(on, ids);
    for (const door of [publications.publish, publications.propose]) await send(on.at, door, { ids, headers, body });
  },
  'a second person publishes what was proposed as it was read, and once': async (on) => {
    const headers = await as(on, 'reviewer');
    const ids = await proposed(on, 'Confirmed');
    const [right, wrong] = [json({ preview: await readProposal(on, ids) }), json({ preview: 'a'.repeat(64) })];
    await send(on.at, publications.confirm, { ids, headers, body: wrong });
    const once = { ...headers, 'idempotency-key': randomUUID() };
    for (const body of [right, wrong]) await send(on.at, publications.confirm, { ids, headers: once, body });
    await send(on.at, publications.confirm, { ids, headers, body: right });
  },
  'what has come since it was proposed is decided on before it is confirmed': async (on) => {
    const ids = await proposed(on, 'Grown');
    await send(on.at, assessments.record, { ids, headers: await as(on, 'lead'), body: json(judgement) });
    await send(on.at, publications.confirm, { ids, headers: await as(on, 'reviewer'), body: json({ preview: await readProposal(on, ids) }) });
  },
  'nobody publishes alone where a second person is asked for': async (on) => {
    const headers = await as(on, 'lead');
    const ids = await dossier(on, 'By two');
    const body = await read(on, ids);
    const ask = async (secondPerson: boolean) => {
      const version = Number(/"version":(\d+)/.exec(await answerOf(on, publications.rule, ids, headers))?.[1]);
      await send(on.at, publications.reviseRule, { ids, headers, body: json({ version, secondPerson }) });
    };
    await ask(true);
    await send(on.at, publications.publish, { ids, headers, body });
    await ask(false);
  },
  'a file of a release is given whole and in parts, and is gone with the release': async (on) => {
    const headers = await as(on, 'lead');
    const ids = await dossier(on, 'With a file');
    const piece = await plant(on.world, 'watch', `/api/dossiers/${ids['id']}/evidence`, { ...pieceOf('watch'), confidentiality: 'public' });
    const form = new FormData();
    form.set('file', new Blob(['The words of a circular.']), 'circular.txt');
    const file = idIn(await answerOf(on, evidence.addFile, { ...ids, evidence: piece }, headers, form));
    const isCopied = async () => (await on.standing.db.query("SELECT 1 FROM evidence_copy WHERE file_id = $1 AND state = 'made'", [file])).rowCount === 1;
    for (let i = 0; i < 150 && !(await isCopied()); i++) await setTimeout(100);
    const citations = [{ evidence: piece, pinpoint: '', stance: 'supports' }];
    await send(on.at, assessments.record, { ids, headers, body: json({ ...judgement, citations }) });
    const publication = idIn(await answerOf(on, publications.publish, ids, headers, await read(on, ids, unreviewed)));
    const asked = { ids: { ...ids, publication, file } };
    for (const range of [{}, { range: 'bytes=4711-' }]) await send(on.at, publications.releaseFile, { ...asked, headers: range });
    await send(on.at, publications.withdraw, { ...asked, headers, body: json({ reason: 'A figure was wrong' }) });
    for (const door of [publications.release, publications.releaseFile]) await send(on.at, door, asked);
  },
};
