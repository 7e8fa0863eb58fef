// Releases: what the public sees is a copy, to the last word what the preview showed, and nothing else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson } from '@servanda/catalogue';
import { Release, type ReleaseChoice, type ReleasePreview, Statement, statementFormat } from '@servanda/contract';
import pg from 'pg';
import { checkRelease } from '../../../tools/publication/release.mjs';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import { Clock } from '../src/platform/clock.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { PublicationsQueries } from '../src/publications/publications.queries.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { filled } from './plant-matrix.ts';
import { everything, published } from './plant-publication.ts';
import { type Served, serve } from './server.ts';

const command = fileURLToPath(new URL('../../../tools/publication/verify.mjs', import.meta.url));
let served: Served;
let superuser: pg.Client;
let government: Scope;
let dossier: string;
let base: string;
const who: Record<string, string> = {};
const send = (as: string, method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
  served
    .http()
    [method](path)
    .set('cookie', who[as] ?? '')
    .send(body);
const preview = async (choice: ReleaseChoice = everything): Promise<ReleasePreview> =>
  (await send('lead', 'post', `${base}/publications/preview`, choice).expect(200)).body;
const publish = (choice: ReleaseChoice, hash: string, as = 'lead') => send(as, 'post', `${base}/publications`, { choice, preview: hash });
const allStands = ({ findings }: ReleasePreview): ReleaseChoice => ({
  ...everything,
  decisions: findings.map(({ key }) => ({ key, decision: 'publish' })),
});
const read = async (id: string): Promise<string> => (await served.http().get(`/api/public/publications/${id}.json`).expect(200)).text;

async function judged(scope: Scope, on: string, code: string, evidence: string, reasons: string): Promise<void> {
  const judgement = {
    basedOn: null,
    law: 'compliant' as const,
    practice: null,
    asOf: '2026-03-31',
    periodFrom: null,
    periodTo: null,
    reasons,
    qualifierNote: '',
  };
  await served.app.get(AssessmentsService).record(scope, {
    params: { id: on, code },
    query: undefined,
    body: { ...judgement, citations: [{ evidence, pinpoint: 's. 4', stance: 'supports', passage: null }], submit: true, identityConfirmed: true },
  });
}

beforeAll(async () => {
  served = await serve({ JOURNAL_KEY: 'x'.repeat(43) });
  await seat(served);
  for (const as of ['lead', 'reviewer', 'viewer']) who[as] = await signIn(served, `${as}@government.example`);
  who['ngo'] = await signIn(served, 'lead@ngo.example');
  government = await scopeFor(served, 'lead@government.example');
  dossier = await openedDossier(served, government);
  base = `/api/dossiers/${dossier}`;
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  await judged(government, dossier, '3.2', await addedEvidence(served, government, dossier), 'Section 4 covers attempts.');
  const hidden = await addedEvidence(served, government, dossier, { title: 'A secret file' });
  await superuser.query("UPDATE evidence SET confidentiality = 'restricted' WHERE id = $1", [hidden]);
  await judged(government, dossier, '8.1.e', hidden, 'A girl, Amina Yusuf, 12 years old, was heard; 3 children waited.');
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

describe('publishing', () => {
  let id = '';
  test('shows first what the public will see, with what needs a decision', async () => {
    const seen = await preview();
    expect(seen.sha256).toBe(createHash('sha256').update(canonicalJson(seen.matter)).digest('hex'));
    expect(seen.matter).toMatchObject({ state: 'XAA', leftOut: { internalPieces: 0, restrictedPieces: 1 }, evidence: [{ ref: 1, title: 'Penal Code' }] });
    expect(seen.matter.coverage.overall.law).toMatchObject({ claimed: 2, verified: 0 });
    expect(seen.matter.elements.find(({ code }) => code === '8.1.e')).toMatchObject({ citations: [], restsOnUnpublished: true });
    expect(seen.findings.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      'child_name element:8.1.e',
      'small_count element:8.1.e',
      'not_reviewed release',
    ]);
    expect(JSON.stringify(seen.matter)).not.toContain('secret');
    expect((await publish(everything, seen.sha256).expect(422)).body).toMatchObject({ code: 'identity_unconfirmed', current: { undecided: 3 } });
  });

  test('left out by decision, a text is empty in the release, and that is said', async () => {
    const { findings } = await preview();
    const choice = {
      ...everything,
      decisions: findings.map(({ key, kind }) => ({ key, decision: kind === 'not_reviewed' ? ('publish' as const) : ('leave_out' as const) })),
    };
    const seen = await preview(choice);
    expect(seen).toMatchObject({ undecided: 0, matter: { leftOut: { suppressed: [{ place: 'element:8.1.e', field: 'reasons', why: 'identity' }] } } });
    const { body } = await publish(choice, seen.sha256).expect(201);
    expect(body).toMatchObject({ number: 1, state: 'XAA', withdrawn: null, acts: [{ act: 'published' }], signature: { key: expect.any(String) } });
    id = body.id;
    const text = await read(id);
    expect(createHash('sha256').update(text).digest('hex')).toBe(body.sha256);
    expect(text).not.toMatch(/Amina|secret|Focal point/);
    const { format, id: _, number, publishedAt, publisher, seal, ...matter } = Release.parse(JSON.parse(text));
    expect({ format, number, publisher }).toEqual({ format: 'urn:servanda:schema:release:1', number: 1, publisher: { role: 'lead', confirmedBy: null } });
    expect(matter).toEqual(seen.matter);
    const { rows } = await superuser.query("SELECT data FROM journal_entry WHERE act = 'publication.published' AND subject_id = $1", [id]);
    expect(JSON.stringify(rows)).toContain('leave_out');
    expect(JSON.stringify(rows)).not.toContain('Amina');
  });

  test('is found by anyone, cached by its tag', async () => {
    const { body, headers } = await served.http().get('/api/public/publications?state=xaa').expect(200);
    expect(body).toMatchObject({
      total: 1,
      items: [{ id, state: 'XAA', sha256: expect.any(String), publishedAt: expect.any(String), organisation: { kind: 'government' } }],
    });
    expect(headers).toMatchObject({ etag: expect.any(String), 'cache-control': expect.stringContaining('public') });
    await served.http().get('/api/public/publications?state=xaa').set('if-none-match', String(headers['etag'])).expect(304);
    expect((await served.http().get('/api/public/states/XAA').expect(200)).body).toMatchObject({ iso3: 'XAA', isInvented: true, publications: [{ id }] });
    expect((await served.http().get('/api/public/publications?state=XAB').expect(200)).body).toEqual({ items: [], total: 0 });
    const of = async (one: string) => (await served.http().get(`/api/public/publications?dossier=${one}`).expect(200)).body.total;
    expect([await of(dossier), await of(id)]).toEqual([1, 0]);
  });

  test('by two at once gives one release; what was published already is not published again', async () => {
    const choice = { ...allStands(await preview()), note: 'At once' };
    const { sha256 } = await preview(choice);
    const answers = await Promise.all([publish(choice, sha256), publish(choice, sha256)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await send('viewer', 'get', `${base}/publications`).expect(200)).body).toMatchObject({
      total: 2,
      items: [{ number: 2 }, { number: 1 }],
      may: { publish: { allowed: false } },
    });
  });

  test('refuses a stale preview with the one of now', async () => {
    const seen = await preview();
    const choice = allStands(seen);
    const { sha256 } = await preview(choice);
    await judged(government, dossier, '4.1', await addedEvidence(served, government, dossier, { title: 'Courts Act' }), 'Section 1.');
    const refused = (await publish(choice, sha256).expect(409)).body;
    expect(refused).toMatchObject({ code: 'stale_version', current: { matter: { evidence: [{ title: 'Penal Code' }, { title: 'Courts Act' }] } } });
  });

  test('an erratum stands beside what it corrects', async () => {
    const release = await published(served, government, dossier, { erratumOf: id, note: 'The section is 5' });
    expect(JSON.parse(await read(release.id))).toMatchObject({ number: 3, erratumOf: { id, number: 1 }, note: 'The section is 5' });
    expect((await send('lead', 'get', `${base}/publications`).expect(200)).body.items).toMatchObject([{ corrects: 1 }, { corrects: null }, { corrects: null }]);
    const unknown = await send('lead', 'post', `${base}/publications/preview`, { ...everything, note: 'The section is 5', erratumOf: dossier }).expect(400);
    expect(unknown.body.fields).toMatchObject([{ path: 'erratumOf' }]);
  });

  test('an erratum without a word on what it corrects is refused, and so is a part that nobody knows', async () => {
    const fields = async (choice: object) => [
      (await send('lead', 'post', `${base}/publications/preview`, choice).expect(400)).body.fields,
      ...(await Promise.all(
        ['', '/proposals'].map(
          async (at) => (await send('lead', 'post', `${base}/publications${at}`, { choice, preview: 'a'.repeat(64) }).expect(400)).body.fields,
        ),
      )),
    ];
    const silent = { message: 'Say what the erratum corrects' };
    expect(await fields({ ...everything, erratumOf: id, note: ' \n' })).toMatchObject([
      [{ path: 'note', ...silent }],
      [{ path: 'choice.note', ...silent }],
      [{ path: 'choice.note', ...silent }],
    ]);
    const foreign = { message: expect.stringContaining('matrix') };
    expect(await fields({ ...everything, parts: { ...everything.parts, matrix: true } })).toMatchObject([
      [{ path: 'parts', ...foreign }],
      [{ path: 'choice.parts', ...foreign }],
      [{ path: 'choice.parts', ...foreign }],
    ]);
  });

  test('with the criminalisation matrix it is of the second format, and tells why compliant stands though the matrix says no', async () => {
    await filled(served, government, dossier, [{ row: 'STATE', column: 'C11', value: 'no', source: { kind: 'words', words: 'Penal Code, s. 6' } }]);
    const judgement = { basedOn: 1, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: 'Section 1.', submit: true };
    const matrixReason = 'Section 6 of the Courts Act reaches further.';
    await send('lead', 'post', `${base}/elements/4.1/assessments`, { ...judgement, matrixReason }).expect(201);
    const { id: second } = await published(served, government, dossier, { parts: { ...everything.parts, criminalisation: true } });
    const text = await read(second);
    const { format, criminalisation } = Release.parse(JSON.parse(text));
    expect(format).toBe('urn:servanda:schema:release:2');
    expect(criminalisation).toMatchObject({
      set: [{ row: 'STATE', column: 'C11', value: 'no', source: 'Penal Code, s. 6', restsOnUnpublished: false }],
      reasons: [{ element: '4.1', reason: matrixReason }],
    });
    expect(criminalisation?.acts.map(({ values, from }) => [values[10], from[10]])).toEqual(Array.from({ length: 22 }, () => ['no', 'STATE']));
    expect((await checkRelease(Buffer.from(text), undefined, [{ Release, Statement, statementFormat }, { canonicalJson }])).problems).toEqual([]);
    expect(
      (await checkRelease(Buffer.from(text.replace('"no"', '"yes"')), undefined, [{ Release, Statement, statementFormat }, { canonicalJson }])).problems,
    ).not.toEqual([]);
  });

  test('withdrawn, a release leaves its reason and its hash', async () => {
    const { sha256 } = (await served.http().get('/api/public/publications').expect(200)).body.items.find((one: { id: string }) => one.id === id);
    const path = `${base}/publications/${id}/withdrawal`;
    await send('lead', 'post', path, { reason: 'A figure was wrong' }).expect(200);
    expect((await send('lead', 'post', path, { reason: 'Again' }).expect(409)).body.code).toBe('wrong_state');
    const gone = await served.http().get(`/api/public/publications/${id}.json`).expect(410);
    expect(gone.body).toMatchObject({ code: 'withdrawn', tombstone: { id, number: 1, sha256, reason: 'A figure was wrong' } });
    const { items } = (await served.http().get('/api/public/publications').expect(200)).body;
    expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ withdrawn: { reason: 'A figure was wrong' }, coverage: null });
  });
});

describe('a second person', () => {
  const propose = async (note: string): Promise<string> => {
    const choice = { ...allStands(await preview({ ...everything, note })), note };
    const { sha256 } = await preview(choice);
    expect((await publish(choice, sha256).expect(403)).body.code).toBe('second_person_required');
    return (await send('lead', 'post', `${base}/publications/proposals`, { choice, preview: sha256 }).expect(201)).body.id;
  };
  const confirm = (as: string, proposal: string, hash: string) =>
    send(as, 'post', `${base}/publications/proposals/${proposal}/confirmation`, { preview: hash });

  test('publishes what another proposed and has not changed since', async () => {
    await send('lead', 'put', '/api/organisation/publishing', { version: 0, secondPerson: true }).expect(200);
    expect((await send('lead', 'put', '/api/organisation/publishing', { version: 0, secondPerson: false }).expect(409)).body.code).toBe('stale_version');
    const proposal = await propose('By two');
    const { proposals } = (await send('reviewer', 'get', `${base}/publications`).expect(200)).body;
    expect(proposals).toMatchObject([{ id: proposal, note: 'By two', may: { confirm: { allowed: true } } }]);
    const seen = (await send('reviewer', 'get', `${base}/publications/proposals/${proposal}`).expect(200)).body;
    expect((await confirm('lead', proposal, seen.sha256).expect(403)).body.code).toBe('own_work');
    expect((await confirm('reviewer', proposal, 'a'.repeat(64)).expect(409)).body).toMatchObject({ code: 'stale_version', current: { sha256: seen.sha256 } });
    const { body } = await confirm('reviewer', proposal, seen.sha256).expect(201);
    expect(body.acts.map(({ act }: { act: string }) => act).sort()).toEqual(['confirmed', 'published']);
    expect(JSON.parse(await read(body.id)).publisher).toEqual({ role: 'lead', confirmedBy: 'reviewer' });
    expect((await confirm('reviewer', proposal, seen.sha256).expect(409)).body.code).toBe('wrong_state');
  });

  test('or drops it, and nothing is published', async () => {
    const proposal = await propose('To be dropped');
    const { total } = (await served.http().get('/api/public/publications').expect(200)).body;
    await send('reviewer', 'delete', `${base}/publications/proposals/${proposal}`).expect(204);
    await send('reviewer', 'get', `${base}/publications/proposals/${proposal}`).expect(404);
    expect((await served.http().get('/api/public/publications').expect(200)).body.total).toBe(total);
  });

  test('is asked for, whatever a lead alone wants, for 72 hours in which all see it, or until another lead agrees', async () => {
    const path = '/api/organisation/publishing';
    const want = async (as: string, version: number, secondPerson: boolean) => (await send(as, 'put', path, { version, secondPerson }).expect(200)).body;
    const ended = await want('lead', 1, false);
    expect(ended).toMatchObject({ version: 2, secondPerson: true, ending: { by: 'National focal point', isMine: true }, hasOther: true });
    expect(await want('lead', 2, false)).toMatchObject({ version: 3, secondPerson: true, ending: { at: ended.ending.at } });
    expect((await publish(everything, 'a'.repeat(64)).expect(403)).body.code).toBe('second_person_required');
    const seen = { secondPerson: true, ending: { at: ended.ending.at, by: 'National focal point', isMine: false }, may: { revise: { allowed: false } } };
    for (const as of ['reviewer', 'viewer']) expect((await send(as, 'get', path).expect(200)).body).toMatchObject(seen);

    const sending = { params: { id: dossier }, query: undefined, body: everything };
    const needed = (after: number) =>
      served.app
        .get(Clock)
        .at(
          new Date(Date.parse(ended.ending.at) + after),
          async () => (await served.app.get(PublicationsQueries).preview(government, sending)).needsConfirmation,
        );
    expect([await needed(-1), await needed(0)]).toEqual([true, false]);

    expect(await want('lead', 3, true)).toMatchObject({ secondPerson: true, ending: null });
    expect(await needed(0)).toBe(true);
    expect(Date.parse((await want('lead', 4, false)).ending.at)).toBeGreaterThan(Date.parse(ended.ending.at));
    await superuser.query("UPDATE membership SET role = 'lead' WHERE person_id = (SELECT id FROM person WHERE email = 'police@government.example')");
    who['other'] = await signIn(served, 'police@government.example');
    expect(await want('other', 5, false)).toMatchObject({ version: 6, secondPerson: false, ending: null });
    expect((await preview()).needsConfirmation).toBe(false);
    expect((await send('ngo', 'get', path).expect(200)).body).toMatchObject({ version: 0, secondPerson: false, hasOther: false });
    const { rows } = await superuser.query<{ data: unknown }>(
      "SELECT data FROM journal_entry WHERE act = 'publication_rule.revised' ORDER BY seq DESC LIMIT 2",
    );
    expect(rows.map(({ data }) => data)).toMatchObject([
      { asked: false, before: { secondPerson: true }, after: { secondPerson: false, endsAt: null } },
      { asked: false, after: { secondPerson: true, endsAt: expect.any(String) } },
    ]);
  });
});

describe('files of public pieces', () => {
  test('are copied, served in parts, and gone with the release', async () => {
    const evidence = await addedEvidence(served, government, dossier, { title: 'Circular 7' });
    const sent = send('lead', 'post', `${base}/evidence/${evidence}/files`).attach('file', Buffer.from('The words of a circular.'), 'circular.txt');
    const { body: file } = await sent.expect(201);
    await judged(government, dossier, '3.3', evidence, 'Circular 7 says so.');
    const { id } = await published(served, government, dossier);
    const { evidence: pieces } = JSON.parse(await read(id));
    const told = pieces.find((one: { title: string }) => one.title === 'Circular 7').files;
    const sha256 = createHash('sha256').update('The words of a circular.').digest('hex');
    expect(told).toEqual([{ id: file.id, name: 'circular.txt', mediaType: file.mediaType, sizeBytes: 24, sha256 }]);
    const path = `/api/public/publications/${id}/files/${file.id}`;
    const whole = await served
      .http()
      .get(path)
      .buffer(true)
      .expect(200)
      .expect('accept-ranges', 'bytes')
      .expect('cache-control', /public/);
    expect(whole.text).toBe('The words of a circular.');
    expect((await served.http().get(path).set('range', 'bytes=4-8').buffer(true).expect(206)).text).toBe('words');
    await served.http().get(path).set('range', 'bytes=99-').expect(416);
    await served.http().get(path).set('if-none-match', String(whole.headers['etag'])).expect(304);
    await send('lead', 'post', `${base}/publications/${id}/withdrawal`, { reason: 'A figure was wrong' }).expect(200);
    expect((await served.http().get(path).expect(410)).body.code).toBe('withdrawn');
  });
});

describe('the file of a release', () => {
  const packages = [{ Release, Statement, statementFormat }, { canonicalJson }] as const;
  const found = async (text: string): Promise<string[]> => (await checkRelease(Buffer.from(text), undefined, packages)).problems;

  test('is whole by itself, and not with one byte changed, anywhere', async () => {
    const { id, sha256 } = await published(served, government, dossier, { note: 'To be checked' });
    const text = await read(id);
    expect(await checkRelease(Buffer.from(text), sha256, packages)).toMatchObject({ sha256, problems: [] });
    expect((await checkRelease(Buffer.from(text), 'b'.repeat(64), packages)).problems).toEqual([`its SHA-256 is ${sha256}, not ${'b'.repeat(64)}`]);
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await checkRelease(changed, undefined, packages)).problems.length).toBeGreaterThan(0);
    }
    expect(await found(text.replace('"number":', '"number": '))).toEqual([expect.stringContaining('not in canonical form')]);
    expect(await found('{')).toEqual([expect.stringContaining('it is not JSON')]);
    const forged = JSON.parse(text);
    delete forged.seal;
    forged.coverage.overall.law.verified = 40;
    const sealed = canonicalJson({ ...forged, seal: createHash('sha256').update(canonicalJson(forged)).digest('hex') });
    expect(await found(sealed)).toEqual(['coverage in law is not what the elements add up to']);
  });

  test('is checked by a command', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'servanda-release-'));
    const text = await read((await published(served, government, dossier, { note: 'To be commanded' })).id);
    const verify = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, join(folder, name)], {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      return { status, said: stdout + stderr };
    };
    expect(verify('whole.json', text)).toEqual({ status: 0, said: expect.stringMatching(/^valid {3}[0-9a-f]{64}/) });
    expect(verify('changed.json', text.replace('To be commanded', 'To be Commanded'))).toEqual({
      status: 1,
      said: expect.stringContaining('NOT VALID  its seal'),
    });
    rmSync(folder, { recursive: true });
  });
});

describe('keeps apart', () => {
  test('who may not publish, does not; a foreign dossier is not there', async () => {
    for (const as of ['reviewer', 'viewer']) expect((await publish(everything, 'a'.repeat(64), as).expect(403)).body.code).toBe('forbidden');
    expect((await publish(everything, 'a'.repeat(64), 'ngo').expect(404)).body.code).toBe('not_found');
    await send('ngo', 'get', `${base}/publications`).expect(404);
    await served.http().get(`/api/public/publications/${dossier}.json`).expect(404);
  });

  test('the role of the public reads releases and reference data, and nothing else', async () => {
    const db = new pg.Client({ connectionString: served.runtimeUrl });
    await db.connect();
    try {
      await db.query('SET ROLE servanda_public');
      const { rows } = await db.query<{ name: string; can: boolean }>(
        "SELECT c.relname AS name, has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT') AS can FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace)",
      );
      expect(rows.flatMap(({ name, can }) => (can ? [name] : [])).sort()).toEqual(
        [
          'calendar_override',
          'publication',
          'publication_bytes',
          'publication_content',
          'publication_file',
          'publication_positions',
          'publication_statement',
          'publication_statement_content',
          'publication_statement_withdrawal',
          'publication_withdrawal',
          'reservation',
          'state',
        ].sort(),
      );
      const writes = await db.query(
        "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')",
      );
      expect(writes.rows).toEqual([]);
      expect(
        (await db.query('SELECT count(*)::int AS n FROM publication p LEFT JOIN publication_content c ON c.publication_id = p.id WHERE c.content IS NULL'))
          .rows,
      ).toEqual([{ n: 2 }]);
      // Taken on, it is a right that the runtime role has not by itself.
      await db.query('RESET ROLE');
      expect((await db.query('SELECT 1 FROM publication')).rowCount).toBe(0);
    } finally {
      await db.end();
    }
  });

  test('a release is never changed, by anyone', async () => {
    for (const change of [
      "UPDATE publication SET sha256 = repeat('a', 64)",
      'DELETE FROM publication_content',
      "UPDATE publication_withdrawal SET reason = 'x'",
      'TRUNCATE publication CASCADE',
    ])
      await expect(superuser.query(change)).rejects.toThrow(/append-only/);
    const forged = "INSERT INTO publication_content SELECT organisation_id, id, '{}', '{}' FROM publication WHERE number = 1";
    await superuser.query('BEGIN');
    await superuser.query('ALTER TABLE publication_content DROP CONSTRAINT publication_content_pkey');
    await expect(superuser.query(forged)).rejects.toThrow(/must have its hash/);
    await superuser.query('ROLLBACK');
  });
});
