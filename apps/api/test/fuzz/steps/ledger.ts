// What the doors of dossiers, evidence and judgements refuse for reasons of their own.
import { setTimeout } from 'node:timers/promises';
import { contract } from '@servanda/contract';
import { docx } from '../../corpus/documents.ts';
import { bad } from '../../corpus/kept-or-refused.ts';
import { addressOf } from '../../matrix/cast.ts';
import { factsOf, pieceOf, plant, unknownIds } from '../../matrix/world.ts';
import { type At, send } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { dossiers, evidence, assessments } = contract;
const json = (body: object) => JSON.stringify(body);
const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'So.' };
let opened = 0;
const newDossier = (on: At, facts: object = factsOf('aruna')) =>
  plant(on.world, 'aruna', '/api/dossiers', { iso3: 'XAA', title: `Stepped ${++opened}`, facts });
const upload = (on: At, cookie: string, ids: Record<string, string>, name: string, bytes: Buffer) => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return send(on.at, evidence.addFile, { ids, headers: { cookie }, body: form });
};

export const ledgerSteps: Steps = {
  'a dossier is opened on a party only': async (on) => {
    const headers = { cookie: await on.standing.session('watch', 'lead') };
    const { rows } = await on.standing.db.query("SELECT iso3 FROM state WHERE status <> 'party' LIMIT 1");
    for (const iso3 of ['XZZ', rows[0].iso3]) await send(on.at, dossiers.open, { headers, body: json({ iso3, title: 'Stepped' }) });
  },
  'what is withdrawn is revised no more and takes no file': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const id = await newDossier(on);
    const ids = { id, evidence: await plant(on.world, 'aruna', `/api/dossiers/${id}/evidence`, pieceOf('aruna')) };
    await send(on.at, evidence.withdraw, { ids, headers: { cookie }, body: json({ version: 1, reason: 'Twice' }) });
    await send(on.at, evidence.revise, { ids, headers: { cookie }, body: json({ ...pieceOf('aruna'), version: 2 }) });
    await upload(on, cookie, ids, 'note.txt', Buffer.from('A note.'));
  },
  'only documents are kept, and what could not be read is read again': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const id = await newDossier(on);
    const ids = { id, evidence: await plant(on.world, 'aruna', `/api/dossiers/${id}/evidence`, pieceOf('aruna')) };
    const codes = new Set<string>();
    for (const [name, bytes, code] of bad) if (!codes.has(code) && codes.add(code)) await upload(on, cookie, ids, name, bytes);
    await upload(on, cookie, ids, 'large.txt', Buffer.alloc(25 * 1024 * 1024 + 1, 'a '));
    await upload(on, cookie, ids, 'broken.docx', docx());
    const broken = async () =>
      (await on.standing.db.query("SELECT file_id FROM evidence_text WHERE evidence_id = $1 AND state IN ('failed', 'no_text')", [ids.evidence])).rows[0]
        ?.file_id;
    for (let i = 0; i < 100 && !(await broken()); i++) await setTimeout(100);
    await send(on.at, evidence.readText, { ids: { ...ids, file: await broken() }, headers: { cookie } });
  },
  'an element that does not apply is not judged, nor by evidence from elsewhere': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const facts = { ...factsOf('aruna'), extraditionConditionalOnTreaty: { answer: true, basis: 'Extradition Act' } };
    const id = await newDossier(on, facts);
    for (const code of ['5.3', '12.2-2']) await send(on.at, assessments.record, { ids: { id, code }, headers, body: json(judgement) });
    const citations = [{ evidence: unknownIds['evidence'], pinpoint: '', stance: 'supports' }];
    await send(on.at, assessments.record, { ids: { id, code: '4.1' }, headers, body: json({ ...judgement, citations }) });
    await send(on.at, assessments.record, { ids: { id, code: '4.1' }, headers, body: json({ ...judgement, basedOn: 7 }) });
  },
  'nobody decides on own work, and nothing is decided twice': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const ids = { id: await newDossier(on), code: '4.1', number: '1' };
    await send(on.at, assessments.record, { ids, headers, body: json({ ...judgement, submit: true }) });
    await send(on.at, assessments.review, { ids, headers, body: json({ act: 'accept' }) });
    await send(on.at, assessments.review, { ids, headers, body: json({ act: 'submit' }) });
    const other = { cookie: await on.standing.session('aruna', 'reviewer') };
    for (let i = 0; i < 2; i++) await send(on.at, assessments.review, { ids, headers: other, body: json({ act: 'accept' }) });
  },
  'reasons that may identify somebody are submitted, and provisions entered, only when that was confirmed': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const named = 'The girl Zorana Quill, aged 12, call +260 97 1234567.';
    const ids = { id: await newDossier(on), code: '4.1', number: '1' };
    await send(on.at, assessments.record, { ids, headers, body: json({ ...judgement, reasons: named, submit: true }) });
    await send(on.at, assessments.record, { ids, headers, body: json({ ...judgement, reasons: named }) });
    await send(on.at, assessments.review, { ids, headers, body: json({ act: 'submit' }) });
    const law = await plant(on.world, 'aruna', `/api/dossiers/${ids.id}/evidence`, { ...pieceOf('aruna'), kind: 'law' });
    const said = { law, article: 's. 1', elements: ['4.1'] };
    await send(on.at, evidence.addNationalProvision, { ids, headers, body: json({ ...said, text: named }) });
    const provision = await plant(on.world, 'aruna', `/api/dossiers/${ids.id}/national-provisions`, said);
    const body = json({ article: 's. 1', elements: ['4.1'], text: named, version: 1, change: 'corrected' });
    await send(on.at, evidence.reviseNationalProvision, { ids: { ...ids, provision }, headers, body });
  },
  'there is no brief of nobody': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const { brief, briefJson, briefCsv } = contract.reports;
    for (const door of [brief, briefJson, briefCsv]) await send(on.at, door, { headers, query: `?person=${unknownIds['person']}` });
  },
  'the sessions of one person are ended one by one': async (on) => {
    const cookie = await on.standing.session('aruna', 'viewer');
    const { rows } = await on.standing.db.query(
      'SELECT s.id FROM session s JOIN person p ON p.id = s.person_id WHERE p.email = $1 AND s.ended_at IS NULL LIMIT 1',
      [addressOf('aruna', 'viewer')],
    );
    await send(on.at, contract.people.endSession, { headers: { cookie }, ids: { id: rows[0].id } });
  },
};
