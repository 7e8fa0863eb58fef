// What lists that are brought in, provisions of national laws and requests for evidence are refused for.
import { randomUUID } from 'node:crypto';
import { contract } from '@servanda/contract';
import { bad } from '../../corpus/kept-or-refused.ts';
import { csv } from '../../lists.ts';
import { addressOf } from '../../matrix/cast.ts';
import type { Ids } from '../../matrix/knock.ts';
import { factsOf, pieceOf, plant, provisionOf, requestOf, unknownIds } from '../../matrix/world.ts';
import { type At, send, whileRunning } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { evidence } = contract;
const json = (body: object) => JSON.stringify(body);
const listed = (reference: string) =>
  csv([
    ['External reference', 'Kind', 'Title', 'Originator'],
    [reference, 'Law', `Act ${reference}`, 'Parliament'],
  ]);
const formOf = (name: string, bytes: Buffer) => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
};
/** The basis that a preview of the list gives. */
async function previewed(on: At, cookie: string, { id }: Ids, bytes: Buffer): Promise<string> {
  const body = formOf('list.csv', bytes);
  const answer = await fetch(`${on.at}/api/dossiers/${id}/evidence/import/preview`, { method: 'POST', headers: { cookie }, body });
  return /"basis":"([0-9a-f]{64})"/.exec(await answer.text())?.[1] ?? '';
}
const dossier = async (on: At, title: string): Promise<Ids> => ({
  id: await plant(on.world, 'aruna', '/api/dossiers', { iso3: 'XAA', title, facts: factsOf('aruna') }),
});
const lawOf = (on: At, { id }: Ids) => plant(on.world, 'aruna', `/api/dossiers/${id}/evidence`, { ...pieceOf('aruna'), confidentiality: 'internal' });

export const listSteps: Steps = {
  'a list is brought in as it was seen, and once': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const ids = await dossier(on, 'Lists');
    const first = listed('L-1');
    const basis = await previewed(on, cookie, ids, first);
    await send(on.at, evidence.importList, { ids, headers: { cookie }, body: formOf('list.csv', first) });
    await send(on.at, evidence.importList, { ids, headers: { cookie }, body: formOf('list.csv', first), query: `?basis=${'0'.repeat(64)}` });
    const once = { cookie, 'idempotency-key': randomUUID() };
    await send(on.at, evidence.importList, { ids, headers: once, body: formOf('list.csv', first), query: `?basis=${basis}` });
    const second = listed('L-2');
    const query = `?basis=${await previewed(on, cookie, ids, second)}`;
    await send(on.at, evidence.importList, { ids, headers: once, body: formOf('list.csv', second), query });
    const key = randomUUID();
    const { rows } = await on.standing.db.query('SELECT id FROM person WHERE email = $1', [addressOf('aruna', 'lead')]);
    const of = { organisation: on.world.organisations.aruna, person: rows[0].id, key };
    const headers = { cookie, 'idempotency-key': key };
    await whileRunning(on.world.served, of, () => send(on.at, evidence.importList, { ids, headers, body: formOf('list.csv', second), query }));
  },
  'only a table is read as a list': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const ids = await dossier(on, 'Tables');
    for (const door of [evidence.previewImport, evidence.importList]) {
      const codes = new Set<string>();
      for (const [name, bytes, code] of bad)
        if (!codes.has(code) && codes.add(code)) await send(on.at, door, { ids, headers: { cookie }, body: formOf(name, bytes) });
      await send(on.at, door, { ids, headers: { cookie }, body: formOf('large.csv', Buffer.alloc(25 * 1024 * 1024 + 1, 'a,')) });
    }
  },
  'an article of a law is recorded once for a day, and a withdrawn one is changed no more': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const ids = await dossier(on, 'Provisions');
    const law = await lawOf(on, ids);
    const said = (article: string) => ({ ...provisionOf('aruna'), article });
    const path = `/api/dossiers/${ids['id']}/national-provisions`;
    await plant(on.world, 'aruna', path, { ...said('s. 1'), law });
    const provision = await plant(on.world, 'aruna', path, { ...said('s. 2'), law });
    const asked = { headers, ids: { ...ids, provision } };
    await send(on.at, evidence.reviseNationalProvision, { ...asked, body: json({ ...said('s. 1'), version: 1, change: 'corrected' }) });
    await send(on.at, evidence.withdrawNationalProvision, { ...asked, body: json({ version: 1, reason: 'Twice' }) });
    await send(on.at, evidence.reviseNationalProvision, { ...asked, body: json({ ...said('s. 2'), version: 2, change: 'corrected' }) });
  },
  'a request is answered by a piece of the dossier, in its turn, and by another than accepts it': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const ids = await dossier(on, 'Requests');
    const wanted = { ...requestOf('aruna', on.world.ids.aruna ?? {}), body: null };
    const { rows } = await on.standing.db.query('SELECT id FROM person WHERE email = $1', [addressOf('aruna', 'reviewer')]);
    const request = await plant(on.world, 'aruna', `/api/dossiers/${ids['id']}/requests`, { ...wanted, person: rows[0].id });
    const step = (body: object, cookie = headers.cookie) =>
      send(on.at, evidence.stepRequest, { ids: { ...ids, request }, headers: { cookie }, body: json(body) });
    const other = await on.standing.session('aruna', 'reviewer');
    await step({ act: 'accept', seen: 0 });
    await step({ act: 'answer', seen: 0, evidence: unknownIds['evidence'] }, other);
    await on.standing.db.query("UPDATE membership SET role = 'lead' WHERE person_id = $1", [rows[0].id]);
    await step({ act: 'answer', seen: 0, evidence: await lawOf(on, ids) }, other);
    await step({ act: 'accept', seen: 1 }, other);
  },
  'there is no State of an unknown code': async (on) => {
    await send(on.at, contract.treaties.state, { ids: { iso3: 'XZZ' } });
  },
};
