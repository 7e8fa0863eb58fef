// What sources, reports as documents, workbooks and the composer are refused for.
import { randomUUID } from 'node:crypto';
import { contract, richOf } from '@servanda/contract';
import { bad } from '../../corpus/kept-or-refused.ts';
import { addressOf } from '../../matrix/cast.ts';
import type { Ids } from '../../matrix/knock.ts';
import { sourceOf } from '../../matrix/sources.ts';
import { factsOf, pieceOf, plant } from '../../matrix/world.ts';
import { type At, send, whileRunning } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { evidence, reports } = contract;
const json = (body: object) => JSON.stringify(body);
const formOf = (name: string, bytes: Buffer) => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
};
const personOf = async ({ standing }: At, role: 'lead' | 'reviewer'): Promise<string> =>
  (await standing.db.query('SELECT id FROM person WHERE email = $1', [addressOf('aruna', role)])).rows[0].id;
const dossier = async (on: At, title: string): Promise<Ids> => ({
  id: await plant(on.world, 'aruna', '/api/dossiers', { iso3: 'XAA', title, facts: factsOf('aruna') }),
});
const piece = async (on: At, ids: Ids, confidentiality: 'internal' | 'restricted'): Promise<Ids> => ({
  ...ids,
  evidence: await plant(on.world, 'aruna', `/api/dossiers/${ids['id']}/evidence`, { ...pieceOf('aruna'), confidentiality }),
});
const saysOf = async (on: At, cookie: string, path: string, init: { method: string; body?: FormData } = { method: 'GET' }) =>
  Buffer.from(await (await fetch(`${on.at}${path}`, { ...init, headers: { cookie } })).arrayBuffer());

export const reportSteps: Steps = {
  'a source that is erased is closed, and none is left without a reader': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const at = await piece(on, await dossier(on, 'Sources'), 'internal');
    const ids = await sourceOf(on.world, 'aruna', at);
    const [lead, reviewer] = [await personOf(on, 'lead'), await personOf(on, 'reviewer')];
    await send(on.at, evidence.nameSourceReader, { ids, headers, body: json({ person: reviewer }) });
    await send(on.at, evidence.unnameSourceReader, { ids: { ...ids, person: lead }, headers });
    const other = { cookie: await on.standing.session('aruna', 'reviewer') };
    await on.standing.db.query("UPDATE membership SET role = 'lead' WHERE person_id = $1", [reviewer]);
    await on.standing.db.query("UPDATE membership SET status = 'suspended' WHERE person_id = $1", [lead]);
    await send(on.at, evidence.unnameSourceReader, { ids: { ...ids, person: reviewer }, headers: other });
    await on.standing.restore();
    // The suspension has ended the first session.
    const anew = { cookie: await on.standing.session('aruna', 'lead') };
    for (let i = 0; i < 2; i++) await send(on.at, evidence.eraseSource, { ids, headers: anew, body: json({ because: 'mistake' }) });
    await send(on.at, evidence.openSource, { ids, headers: anew, body: json({ version: null }) });
    await send(on.at, evidence.nameSourceReader, { ids, headers: anew, body: json({ person: reviewer }) });
    await send(on.at, evidence.reviseSource, { ids, headers: anew, body: json({ version: 1, content: { name: 'Another', risk: 'some' } }) });
    await send(on.at, evidence.erase, { ids: at, headers: anew, body: json({ version: 1, reason: 'Asked by the person' }) });
    await send(on.at, evidence.addSource, { ids: at, headers: anew, body: json({ name: 'Another', risk: 'some' }) });
  },
  'what is cited from a restricted piece goes into a document for a purpose': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const ids = await piece(on, await dossier(on, 'Documents'), 'restricted');
    await plant(on.world, 'aruna', `/api/dossiers/${ids['id']}/elements/4.1/assessments`, {
      ...{ basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'So.', submit: true },
      citations: [{ evidence: ids['evidence'], pinpoint: 's. 1', stance: 'supports' }],
    });
    for (const door of [reports.statusPdf, reports.statusDocx, reports.document])
      await send(on.at, door, { ids: { ...ids, kind: 'status', format: 'html' }, headers, query: '?restricted=include' });
  },
  'a workbook is brought in as it was seen, and once': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const ids = await dossier(on, 'Workbooks');
    const path = `/api/dossiers/${ids['id']}/reports/workbook`;
    const taken = async (lang: string) => {
      const bytes = await saysOf(on, cookie, `${path}.xlsx?lang=${lang}`);
      const seen = (await saysOf(on, cookie, `${path}/preview`, { method: 'POST', body: formOf('checklist.xlsx', bytes) })).toString();
      return { body: () => formOf('checklist.xlsx', bytes), query: `?basis=${/"basis":"([0-9a-f]{64})"/.exec(seen)?.[1] ?? ''}` };
    };
    const [first, second] = [await taken('en'), await taken('fr')];
    const bring = (key: string, { body, query }: typeof first, asked = query) =>
      send(on.at, reports.bringWorkbook, { ids, headers: { cookie, 'idempotency-key': key }, body: body(), query: asked });
    await bring(randomUUID(), first, '');
    await bring(randomUUID(), first, `?basis=${'0'.repeat(64)}`);
    const [once, held] = [randomUUID(), randomUUID()];
    await bring(once, first);
    await bring(once, second);
    const of = { organisation: on.world.organisations.aruna, person: await personOf(on, 'lead'), key: held };
    await whileRunning(on.world.served, of, () => bring(held, second));
    for (const door of [reports.previewWorkbook, reports.bringWorkbook]) {
      const codes = new Set<string>();
      for (const [name, bytes, code] of bad)
        if (!codes.has(code) && codes.add(code)) await send(on.at, door, { ids, headers: { cookie }, body: formOf(name, bytes) });
      await send(on.at, door, { ids, headers: { cookie }, body: formOf('large.csv', Buffer.alloc(25 * 1024 * 1024 + 1, 'a,')) });
    }
  },
  'a paragraph is placed as it was seen, a comment settled once, and nothing frozen twice': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const ids = await dossier(on, 'Composed');
    const at = `/api/dossiers/${ids['id']}/reports`;
    const report = await plant(on.world, 'aruna', at, { kind: 'alternative', language: 'en', title: 'Stepped' });
    const paragraph = await plant(on.world, 'aruna', `${at}/${report}/paragraphs`, { section: 'V', body: richOf(['So']) });
    const asked = { ids: { ...ids, report, paragraph }, headers: { cookie } };
    await send(on.at, reports.placeParagraph, { ...asked, body: json({ place: 4711, isIncluded: false }) });
    const comment = await plant(on.world, 'aruna', `${at}/${report}/paragraphs/${paragraph}/comments`, { text: 'Why?' });
    for (let i = 0; i < 2; i++) await send(on.at, reports.commentParagraph, { ...asked, body: json({ settles: comment }) });
    const key = { ...asked, headers: { cookie, 'idempotency-key': randomUUID() } };
    const frozen = async (note: string) =>
      json({ note, fingerprint: /"fingerprint":"([0-9a-f]{64})"/.exec((await saysOf(on, cookie, `${at}/${report}`)).toString())?.[1] ?? '' });
    for (const note of ['Once', 'Twice']) await send(on.at, reports.freeze, { ...key, body: await frozen(note) });
    await send(on.at, reports.freeze, { ...asked, body: await frozen('Again') });
  },
};
