// What documents and their copies, restricted pieces and words that may identify somebody are refused for.
import { setTimeout } from 'node:timers/promises';
import { contract } from '@servanda/contract';
import { docx } from '../../corpus/documents.ts';
import { tellingDocx } from '../../corpus/telling.ts';
import type { Ids } from '../../matrix/knock.ts';
import { pieceOf, plant } from '../../matrix/world.ts';
import { eicar } from '../clamd.ts';
import { type At, send } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { assessments, evidence } = contract;
const json = (body: object) => JSON.stringify(body);
const nobody = { passages: 1, decision: 'nobody' };
/** A new piece of the lead's, with the words that an upload of it is answered with. */
async function piece(on: At, confidentiality: 'internal' | 'restricted'): Promise<Ids> {
  const id = on.world.ids.aruna?.['id'] ?? '';
  return { id, evidence: await plant(on.world, 'aruna', `/api/dossiers/${id}/evidence`, { ...pieceOf('aruna'), confidentiality }) };
}
async function upload(on: At, cookie: string, ids: Ids, name: string, bytes: Buffer): Promise<Ids> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(`${on.at}/api/dossiers/${ids['id']}/evidence/${ids['evidence']}/files`, { method: 'POST', headers: { cookie }, body: form });
  const text = await answer.text();
  return { ...ids, file: /"id":"([0-9a-f-]{36})"/.exec(text)?.[1] ?? '' };
}
const copyOf = async ({ standing }: At, file = ''): Promise<string> =>
  (await standing.db.query('SELECT state FROM evidence_copy WHERE file_id = $1', [file])).rows[0]?.state;

export const documentSteps: Steps = {
  'a harmful file is not kept': async (on) => {
    await upload(on, await on.standing.session('aruna', 'lead'), await piece(on, 'internal'), 'note.txt', eicar);
  },
  'a document has no part beyond its end, and its original is not for viewers': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const ids = await upload(on, cookie, await piece(on, 'internal'), 'note.txt', Buffer.from('A note.'));
    await send(on.at, evidence.file, { ids, headers: { cookie, range: 'bytes=4711-' } });
    await send(on.at, evidence.file, { ids, headers: { cookie: await on.standing.session('aruna', 'viewer') }, query: '?copy=original' });
  },
  'a document is given once its copy is made, and never where none can be made': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const ids = await piece(on, 'internal');
    for (let i = 0; i < 10; i++) {
      const sent = await upload(on, cookie, ids, `survey ${i}.docx`, tellingDocx());
      if ((await send(on.at, evidence.file, { ids: sent, headers: { cookie } })).status === 409) break;
    }
    const broken = await upload(on, cookie, ids, 'broken.docx', docx({ 'word/styles.xml': '<a><b></a>' }));
    for (let i = 0; i < 150 && (await copyOf(on, broken['file'])) === 'waiting'; i++) await setTimeout(100);
    await send(on.at, evidence.file, { ids: broken, headers: { cookie } });
  },
  'a restricted piece opens for a purpose': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const ids = await upload(on, cookie, await piece(on, 'restricted'), 'note.txt', Buffer.from('A note.'));
    for (const door of [evidence.file, evidence.text, evidence.fileIdentity]) await send(on.at, door, { ids, headers: { cookie } });
    await send(on.at, evidence.decideIdentity, { ids, headers: { cookie }, body: json(nobody) });
    await send(on.at, evidence.revise, { ids, headers: { cookie }, body: json({ ...pieceOf('aruna'), confidentiality: 'internal', version: 1 }) });
    const passage = { file: ids['file'], page: 1, from: 0, to: 1, quote: 'A' };
    const judged = {
      basedOn: null,
      law: 'non_compliant',
      practice: null,
      asOf: '2026-03-31',
      reasons: 'Read.',
      citations: [{ evidence: ids['evidence'], passage }],
    };
    await send(on.at, assessments.record, { ids: { ...ids, code: '3.2' }, headers: { cookie }, body: json(judged) });
  },
  'a text that may identify somebody is decided over': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const ids = await upload(on, headers.cookie, await piece(on, 'internal'), 'visit.txt', Buffer.from('The girl Zorana Quill was moved.'));
    for (let i = 0; i < 150 && (await send(on.at, evidence.decideIdentity, { ids, headers, body: json(nobody) })).status === 409; i++) await setTimeout(100);
  },
  'what may identify somebody is public only when that was confirmed': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const words = { ...pieceOf('aruna'), summary: 'The girl Zorana Quill, aged 12, call +260 97 1234567.', confidentiality: 'public' };
    const ids = await piece(on, 'internal');
    await send(on.at, evidence.add, { ids, headers, body: json(words) });
    await send(on.at, evidence.revise, { ids, headers, body: json({ ...words, version: 1 }) });
  },
};
