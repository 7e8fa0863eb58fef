// Files that a guest of a coalition attaches to what its organisation gave: kept with the host, under the giver's name, and nothing else is reached by it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { foundOrganisation } from '../src/demo/people.ts';
import { copyQueue, EvidenceCopies } from '../src/evidence/copies/copies.service.ts';
import { EvidenceText, textQueue } from '../src/evidence/text.service.ts';
import { LeavingJob } from '../src/people/leaving/leaving.job.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { newId } from '../src/platform/ids.ts';
import { asOwner } from '../src/reference/owner.ts';
import { pdf } from './corpus/documents.ts';
import { bad } from './corpus/kept-or-refused.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { contextOf, type Served, serve } from './server.ts';

let served: Served;
let lead: Scope;
let host: string;
let guest: string;
/** The guest's colleague, and the lead of a third organisation of the coalition. */
let colleague: string;
let third: string;
let dossier: string;
/** A piece of the host's, and one that the guest gives. */
let hosts: string;
let given: string;
const commission = 'Human Rights Commission of Aruna';
const giver = 'Commissioner for children';

const query = (sql: string, values: unknown[] = []) => asOwner(served.adminUrl, async (db) => (await db.query(sql, values)).rows);
/** As the background work of an organisation, the host's unless said. */
const worked = (text: string, values: unknown[] = [], organisation = lead.organisation) =>
  served.app.get(Database).work(organisation, (sql) => sql(text, values));
const as = (cookie: string, method: 'get' | 'post' | 'put' | 'delete', path: string) => served.http()[method](path).set('cookie', cookie);
const at = (path = '') => `/api/dossiers/${dossier}${path}`;
const send = (cookie: string, piece: string, bytes: Buffer, name: string) =>
  as(cookie, 'post', at(`/evidence/${piece}/files`)).attach('file', bytes, { filename: name });
const pieceFor = async (cookie: string, piece = given) => (await as(cookie, 'get', at(`/evidence/${piece}`)).expect(200)).body;
const give = async (title: string, confidentiality = 'internal') =>
  (await as(guest, 'post', at('/evidence')).send({ kind: 'report', title, originator: commission, confidentiality }).expect(201)).body.id as string;
const answer = (cookie: string, said: string) => as(cookie, 'post', `/api/coalitions/${dossier}/answer`).send({ answer: said }).expect(200);
const note = Buffer.from('Seen in three provinces.');

beforeAll(async () => {
  served = await serve();
  await seat(served);
  await asOwner(served.adminUrl, (db) =>
    foundOrganisation(db, { kind: 'ngo', name: 'Coast Watch' }, [{ email: 'lead@coast.example', name: 'Coast lead', role: 'lead' }]),
  );
  lead = await scopeFor(served, 'lead@ngo.example');
  dossier = await openedDossier(served, lead, 'Shared dossier');
  hosts = await addedEvidence(served, lead, dossier, { title: 'Piece of the host' });
  [host, guest, colleague, third] = (await Promise.all(
    ['lead@ngo.example', 'lead@nhri.example', 'expert@nhri.example', 'lead@coast.example'].map((email) => signIn(served, email)),
  )) as [string, string, string, string];
  for (const organisation of [commission, 'Coast Watch']) await as(host, 'post', at('/coalition')).send({ organisation }).expect(201);
  for (const cookie of [guest, third]) await answer(cookie, 'accept');
  given = await give('Monitoring report');
});
afterAll(() => served.stop());

describe('a guest attaches a file to what its organisation gave', () => {
  test('it is kept with the host under the giver’s name, read and copied like any other, and seen by all of the coalition', async () => {
    const { body: file } = await send(guest, given, pdf('/Lang (en)'), 'monitoring.pdf').expect(201);
    expect(file).toMatchObject({ name: 'monitoring.pdf', revision: 1, storedBy: giver, text: { state: 'waiting' }, copy: { state: 'waiting' } });
    const queued = await query("SELECT name FROM jobs.job WHERE data ->> 'file' = $1 AND data ->> 'organisation' = $2 ORDER BY name", [
      file.id,
      lead.organisation,
    ]);
    expect(queued.map(({ name }) => name)).toEqual([copyQueue, textQueue]);
    await served.app.get(EvidenceText).read({ organisation: lead.organisation, file: file.id });
    await served.app.get(EvidenceCopies).make({ organisation: lead.organisation, file: file.id });

    const [seen] = (await pieceFor(host)).files;
    expect(seen).toMatchObject({ storedBy: `${giver} (${commission})`, text: { state: 'no_text' }, copy: { state: 'made' } });
    expect((await pieceFor(third)).files).toMatchObject([{ storedBy: giver, name: 'monitoring.pdf' }]);
    const path = at(`/evidence/${given}/files/${file.id}`);
    for (const cookie of [host, guest, colleague, third]) await as(cookie, 'get', path).expect(200);
    // The original, with its metadata, is for the members of the host.
    expect((await as(host, 'get', `${path}?copy=original`).expect(200)).headers['content-length']).toBe(String(pdf('/Lang (en)').length));
    for (const cookie of [guest, third]) await as(cookie, 'get', `${path}?copy=original`).expect(403);
    const entry = await query("SELECT p.email, e.data FROM journal_entry e JOIN person p ON p.id = e.person_id WHERE e.act = 'evidence.file_added'");
    expect(entry).toMatchObject([{ email: 'lead@nhri.example', data: { dossier, for: expect.any(String) } }]);
    expect((await as(host, 'get', '/api/journal/verification').expect(200)).body).toMatchObject({ problems: [] });
  });

  test('a colleague’s file stands beside it; the same bytes are answered with the file that is there; what a text tells is looked into', async () => {
    const { body: text } = await send(colleague, given, note, 'note.txt').expect(201);
    expect((await send(guest, given, note, 'again.txt').expect(201)).body.id).toBe(text.id);
    await served.app.get(EvidenceText).read({ organisation: lead.organisation, file: text.id });
    const { body } = await as(third, 'get', at(`/evidence/${given}/files/${text.id}/text`)).expect(200);
    expect([body.items, body.text.identity]).toMatchObject([[{ text: note.toString() }], { passages: 0 }]);
    expect((await pieceFor(host)).files).toHaveLength(2);
  });

  test('where a judgement cites the piece, a further revision with the same words takes it', async () => {
    const piece = await give('Cited report');
    const citations = [{ evidence: piece, pinpoint: 'p. 3', stance: 'supports', passage: null }];
    const judgement = { basedOn: null, law: 'partially_compliant', practice: null, asOf: '2026-03-31', reasons: 'Seen.', citations, submit: true };
    await as(guest, 'post', at('/elements/8.4/assessments')).send(judgement).expect(201);
    expect((await send(guest, piece, note, 'cited.txt').expect(201)).body.revision).toBe(2);
    const { body } = await as(host, 'get', at(`/evidence/${piece}/revisions`)).expect(200);
    const [now, before] = body.items;
    expect([now.content, now.recordedBy, now.files.length, before.files.length]).toEqual([before.content, `${giver} (${commission})`, 1, 0]);
  });
});

describe('a guest is refused', () => {
  test('a file to a piece of the host’s or of another guest, and to one that is withdrawn or out of sight', async () => {
    expect([(await pieceFor(guest)).may.addFile.allowed, (await pieceFor(guest, hosts)).may.addFile, (await pieceFor(third)).may.addFile.allowed]).toEqual([
      true,
      { allowed: false, because: 'role' },
      false,
    ]);
    await send(guest, hosts, note, 'note.txt').expect(403);
    await send(third, given, note, 'note.txt').expect(403);
    const gone = await give('Withdrawn report');
    await as(host, 'post', at(`/evidence/${gone}/withdrawal`))
      .send({ version: 1, reason: 'Given twice' })
      .expect(200);
    expect((await send(guest, gone, note, 'note.txt')).body.code).toBe('wrong_state');
    const hidden = await give('Restricted report');
    const { body: file } = await send(guest, hidden, note, 'note.txt').expect(201);
    const { id: _, may: __, files: ___, elements: ____, ...content } = await pieceFor(host, hidden);
    await as(host, 'put', at(`/evidence/${hidden}`))
      .send({ ...content, confidentiality: 'restricted', removeFiles: [] })
      .expect(200);
    for (const cookie of [guest, third]) {
      await as(cookie, 'get', at(`/evidence/${hidden}/files/${file.id}`)).expect(404);
      await as(cookie, 'get', at(`/evidence/${hidden}/files/${file.id}/text`)).expect(404);
      await send(cookie, hidden, note, 'other.txt').expect(404);
    }
  });

  test.each(bad.slice(0, 4))('%s, as everybody is', async (name, bytes, code) => {
    expect((await send(guest, given, bytes, name)).body.code).toBe(code);
    expect(await worked('SELECT 1 FROM arriving_file')).toEqual([]);
  });
});

describe('the database, without the API, lets a guest', () => {
  let runtime: pg.Client;
  let scope: Scope;
  beforeAll(async () => {
    runtime = new pg.Client({ connectionString: served.runtimeUrl });
    await runtime.connect();
    const home = await scopeFor(served, 'lead@nhri.example');
    scope = { ...home, organisation: lead.organisation, role: 'contributor', guest: { dossier, home: home.organisation } };
  });
  afterAll(() => runtime.end());
  async function attempt(sql: string, values: unknown[] = []): Promise<number | string> {
    await runtime.query('BEGIN');
    try {
      await runtime.query("SELECT set_config('app.context', $1, true), set_config('role', 'servanda_guest', true)", [contextOf(scope)]);
      return (await runtime.query(sql, values)).rowCount ?? 0;
    } catch (error) {
      return error instanceof pg.DatabaseError ? (error.code ?? 'error') : 'error';
    } finally {
      await runtime.query('ROLLBACK');
    }
  }
  const denied = '42501';
  const file = (piece: string, by: string, revision = 1) =>
    attempt(
      "INSERT INTO evidence_file (organisation_id, id, evidence_id, name, media_type, size_bytes, sha256, revision, stored_by, stored_at) VALUES ($1, $2, $3, 'x.txt', 'text/plain', 1, $4, $5, $6, now())",
      [...[scope.organisation, newId(), piece, 'a'.repeat(64), revision, by]],
    );

  test('add a file of its own to its own piece, and no other', async () => {
    expect(await file(given, scope.person)).toBe(1);
    expect(await file(given, lead.person)).toBe(denied);
    expect(await file(hosts, scope.person)).toBe(denied);
    expect(await file(given, scope.person, 7)).toBe(denied);
  });

  test('point to no bytes beside those of its own file, and change neither a piece nor what one says', async () => {
    const [own] = (await pieceFor(guest)).files;
    const copy = "INSERT INTO evidence_copy (organisation_id, file_id, state, sha256, size_bytes, changed_at) VALUES ($1, $2, 'made', $3, 1, now())";
    expect(await attempt(copy, [scope.organisation, own.id, 'b'.repeat(64)])).toBe(denied);
    expect(await attempt('UPDATE evidence SET version = version + 1 WHERE id = $1', [given])).toBe(denied);
    expect(await attempt('UPDATE evidence SET changed_at = now() WHERE id = $1', [given])).toBe(1);
    expect(await attempt('UPDATE evidence SET changed_at = now() WHERE id = $1', [hosts])).toBe(denied);
    const revision = (content: string) =>
      attempt(
        `INSERT INTO evidence_revision (organisation_id, evidence_id, number, content, recorded_by, recorded_at)
         SELECT organisation_id, evidence_id, 2, ${content}, $2, now() FROM evidence_revision WHERE evidence_id = $1 AND number = 1`,
        [given, scope.person],
      );
    expect([await revision('content'), await revision(`content || '{"title": "Forged"}'`)]).toEqual([1, denied]);
    for (const sql of [
      'DELETE FROM evidence_file',
      'UPDATE evidence_file SET name = name',
      "UPDATE evidence_text SET state = 'done'",
      'SELECT * FROM jobs.job',
    ])
      expect([sql, await attempt(sql)]).toEqual([sql, denied]);
  });

  test('see nothing that is on its way, nor end what is on its way to another organisation', async () => {
    const [mine, others] = [newId(), newId()];
    const arriving = 'INSERT INTO arriving_file (organisation_id, id, sha256) VALUES ($1, $2, $3)';
    const home = scope.guest?.home ?? '';
    await worked(arriving, [lead.organisation, mine, 'c'.repeat(64)]);
    await worked(arriving, [home, others, 'c'.repeat(64)], home);
    expect(await attempt('SELECT 1 FROM arriving_file')).toBe(denied);
    expect(await attempt('DELETE FROM arriving_file')).toBe(denied);
    expect([await attempt('SELECT app.guest_file_arrived($1)', [mine]), await attempt('SELECT app.guest_file_arrived($1)', [others])]).toEqual([1, 0]);
  });
});

test('nobody is told of a step that was not taken just now, nor anybody but the other organisation', async () => {
  const member = (await scopeFor(served, 'lead@nhri.example')).organisation;
  const runtime = new pg.Client({ connectionString: served.runtimeUrl });
  await runtime.connect();
  const told = async (first: string | null, asked: string, of: string) => {
    await runtime.query('BEGIN');
    await runtime.query("SELECT set_config('app.context', $1, true)", [contextOf(lead)]);
    if (first) await runtime.query(first, [dossier, member]);
    const { rows } = await runtime.query(`SELECT ${asked} AS told`, [dossier, of]);
    await runtime.query('ROLLBACK');
    return rows[0].told;
  };
  const [end, step, tell] = ['SELECT app.end_in_coalition($1, $2)', 'app.coalition_step($1, $2) IS NOT NULL', "app.tell_coalition($1, $2, '{}', '{}')"];
  expect([await told(null, step, member), await told(end, step, member), await told(end, step, newId())]).toEqual([false, true, false]);
  expect([await told(null, tell, member), await told(end, tell, newId())]).toEqual([0, 0]);
  await runtime.end();
});

describe('what was given stays', () => {
  test('when its organisation has left, and when it is erased: the host reads it, under the names of then', async () => {
    await answer(guest, 'leave');
    const [file] = (await pieceFor(host)).files;
    await as(guest, 'get', at(`/evidence/${given}/files/${file.id}`)).expect(404);
    await send(guest, given, note, 'late.txt').expect(404);
    await as(guest, 'post', '/api/organisation/leaving').send({ name: commission }).expect(201);
    await query("UPDATE organisation_leaving SET asked_at = asked_at - interval '31 days', due_at = due_at - interval '31 days'");
    expect(await served.app.get(LeavingJob).carryOut()).toBe(1);
    expect(await query('SELECT 1 FROM organisation WHERE name = $1', [commission])).toEqual([]);
    for (const cookie of [host, third]) {
      expect((await pieceFor(cookie)).files[0].storedBy).toBe(`${giver} (${commission})`);
      await as(cookie, 'get', at(`/evidence/${given}/files/${file.id}`)).expect(200);
    }
  });
});
