// What publishing and its second person refuse for reasons of their own.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { contract } from '@servanda/contract';
import type { Ids } from '../../matrix/knock.ts';
import { pieceOf, plant } from '../../matrix/world.ts';
import { type At, send } from '../edge-steps.ts';
import { answerOf, as, dossier, hashIn, idIn, json, read, unreviewed, withWord } from './releases.ts';
import type { Steps } from './steps.ts';

const { assessments, evidence, publications } = contract;
const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'So.', submit: true };

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
    const body = await read(on, ids, withWord('The girl Zorana Quill, aged twelve, call +260 97 1234567.'));
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
    // It would hold for days, for there is no other lead; what comes after is to publish alone, as if one had agreed.
    await on.standing.db.query(
      'INSERT INTO publication_rule SELECT organisation_id, max(number) + 1, false, gen_random_uuid(), now() FROM publication_rule GROUP BY organisation_id',
    );
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
    await send(on.at, publications.releaseFile, asked);
    await send(on.at, publications.releaseFile, { ...asked, headers: { range: 'bytes=4711-' } });
    await send(on.at, publications.withdraw, { ...asked, headers, body: json({ reason: 'A figure was wrong' }) });
    for (const door of [publications.release, publications.releaseFile, publications.changes, publications.changesTable]) await send(on.at, door, asked);
  },
};
