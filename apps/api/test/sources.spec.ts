// Who told, behind a piece of evidence: sealed by a key of its own, read by named members, and in nobody else's answer (decision 0030).
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Door, doors } from '@servanda/contract';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { resealSources } from '../src/people/reseal-sources.ts';
import { SourceSeal } from '../src/platform/source-seal.ts';
import { asOwner } from '../src/reference/owner.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { knock, pathOf } from './matrix/knock.ts';
import { rows } from './matrix/rows.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { actFor, type Served, serve } from './server.ts';

const canary = 'heron-by-the-ferry';
const told = { name: `Ms ${canary}`, reach: `Ask at the ${canary}`, note: `Said by ${canary}`, consent: ['use', 'contact'], risk: 'grave' };
const key = Buffer.from('y'.repeat(43), 'base64url');
const [ngoLead, auditor] = ['lead@ngo.example', 'auditor@ngo.example'];

let served: Served;
let superuser: pg.Client;
let base: string;
let at: { id: string; evidence: string };
const cookies: Record<string, string> = {};
const people: Record<string, string> = {};
const ask = (who: string, method: 'get' | 'post' | 'delete', path = '', body?: object) => {
  const request = served.http()[method](`${base}${path}`);
  return (who.startsWith('Bearer') ? request.set('authorization', who) : request.set('cookie', cookies[who] ?? '')).send(body);
};
const added = async (who = auditor): Promise<string> => (await ask(who, 'post', '', told).expect(201)).body.id;
const open = (who: string, source: string, version?: number) => ask(who, 'post', `/${source}/openings`, { version: version ?? null });
const name = (who: string, source: string, person: string) => ask(who, 'post', `/${source}/readers`, { person: people[person] });
const listed = async (who: string): Promise<{ id: string }[]> => (await ask(who, 'get').expect(200)).body.items;
const journalled = async (act: string) =>
  (await superuser.query<{ data: object; subject_id: string }>('SELECT data, subject_id FROM journal_entry WHERE act = $1 ORDER BY seq', [act])).rows;
const sealedOf = async (source: string) =>
  (
    await superuser.query<{ sealed: Buffer | null; number: number }>('SELECT sealed, number FROM source_revision WHERE source_id = $1 ORDER BY number', [
      source,
    ])
  ).rows;

beforeAll(async () => {
  served = await serve();
  await seat(served);
  const scope = await scopeFor(served, ngoLead);
  const dossier = await openedDossier(served, scope);
  at = { id: dossier, evidence: await addedEvidence(served, scope, dossier, { kind: 'report', title: 'Testimony' }) };
  base = `/api/dossiers/${dossier}/evidence/${at.evidence}/sources`;
  for (const email of [ngoLead, auditor, 'lead@government.example', 'lead@neighbour.example', 'operator@servanda.example']) {
    cookies[email] = await signIn(served, email);
    people[email] = (await scopeFor(served, email)).person;
  }
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  const [viewer] = (await superuser.query("SELECT person_id AS id FROM membership WHERE organisation_id = $1 AND role = 'viewer'", [scope.organisation])).rows;
  people['viewer'] = viewer.id;
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

describe('a source', () => {
  test('is written down, listed without what is known of it, and opened by who wrote it; the journal says so without the piece', async () => {
    const answer = await ask(auditor, 'post', '', told).expect(201);
    expect(answer.body).toMatchObject({
      version: 1,
      isMineAlone: true,
      readers: [{ person: { id: people[auditor] }, isWriter: true }],
      may: { open: { allowed: true } },
    });
    expect(answer.text + JSON.stringify(await listed(auditor))).not.toContain(canary);
    const opened = await open(auditor, answer.body.id).expect(200);
    expect(opened.body).toMatchObject({ version: 1, content: told });
    expect(opened.headers['cache-control']).toBe('no-store');
    expect((await journalled('source.opened')).at(-1)).toEqual({ data: { version: 1 }, subject_id: answer.body.id });
  });

  test('is revised; the revision before stays, and one that was written beside it is refused', async () => {
    const source = await added();
    const content = { ...told, note: `Now at ${canary} road` };
    expect((await ask(auditor, 'post', `/${source}/revisions`, { version: 1, content }).expect(201)).body).toMatchObject({ version: 2 });
    const late = await ask(auditor, 'post', `/${source}/revisions`, { version: 1, content }).expect(409);
    expect([late.body.code, late.text.includes(canary)]).toEqual(['stale_version', false]);
    expect((await open(auditor, source)).body.content.note).toBe(content.note);
    expect((await open(auditor, source, 1)).body.content.note).toBe(told.note);
    const both = await Promise.all([1, 2].map(() => ask(auditor, 'post', `/${source}/revisions`, { version: 2, content })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('is read by a member from when he or she is named to when not any more; who wrote it down goes on reading', async () => {
    const source = await added();
    expect(await listed(ngoLead)).toEqual([]);
    expect((await name(auditor, source, ngoLead).expect(200)).body.readers).toHaveLength(2);
    expect((await open(ngoLead, source).expect(200)).body.content).toEqual(told);
    expect((await name(auditor, source, ngoLead)).body.code).toBe('invalid_input');
    expect((await name(auditor, source, 'lead@government.example')).body.code).toBe('invalid_input');
    expect((await ask(ngoLead, 'delete', `/${source}/readers/${people[auditor]}`)).body.code).toBe('wrong_state');
    await ask(ngoLead, 'delete', `/${source}/readers/${people[ngoLead]}`).expect(204);
    expect((await open(ngoLead, source)).body.code).toBe('not_found');
    expect(await listed(ngoLead)).toEqual([]);
    expect((await journalled('source.reader_unnamed')).at(-1)).toEqual({ data: { person: people[ngoLead] }, subject_id: source });
  });

  test('is erased in every revision, for a reason of a closed list; that it was there stays with its readers', async () => {
    const source = await added();
    await ask(auditor, 'post', `/${source}/revisions`, { version: 1, content: told }).expect(201);
    expect((await ask(auditor, 'post', `/${source}/erasure`, { because: `${canary} asked` })).body.code).toBe('invalid_input');
    expect((await ask(auditor, 'post', `/${source}/erasure`, { because: 'asked' }).expect(200)).body).toMatchObject({
      erased: { because: 'asked', by: { id: people[auditor] } },
      may: { open: { because: 'state' }, revise: { because: 'state' } },
    });
    expect((await sealedOf(source)).map(({ sealed }) => sealed)).toEqual([null, null]);
    expect((await open(auditor, source)).body.code).toBe('wrong_state');
    expect((await ask(auditor, 'post', `/${source}/revisions`, { version: 2, content: told })).body.code).toBe('wrong_state');
    expect((await journalled('source.erased')).at(-1)).toEqual({ data: { because: 'asked' }, subject_id: source });
  });
});

describe('two at once', () => {
  test('who is named twice is named once; who is just leaving is not; what is erased is not revised', async () => {
    const source = await added();
    const twice = await Promise.all([name(auditor, source, ngoLead), name(auditor, source, ngoLead)]);
    expect(twice.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(twice.every(({ status }) => [200, 400, 409].includes(status))).toBe(true);
    await ask(auditor, 'delete', `/${source}/readers/${people[ngoLead]}`).expect(204);
    await superuser.query('BEGIN');
    await superuser.query("UPDATE membership SET status = 'suspended' WHERE person_id = $1", [people['viewer']]);
    const naming = name(auditor, source, 'viewer').then((answer) => answer);
    await superuser.query('SELECT pg_sleep(0.3)');
    await superuser.query('COMMIT');
    expect((await naming).body.code).toBe('wrong_state');
    const [erased, revised] = await Promise.all([
      ask(auditor, 'post', `/${source}/erasure`, { because: 'danger' }),
      ask(auditor, 'post', `/${source}/revisions`, { version: 1, content: told }),
    ]);
    expect([erased.status, [201, 409].includes(revised.status)]).toEqual([200, true]);
    expect((await sealedOf(source)).every(({ sealed }) => sealed === null)).toBe(true);
  });
});

describe('refuses', () => {
  test('to open, name and erase without a fresh proof', async () => {
    const source = await added();
    await superuser.query(
      "UPDATE session_proof SET confirmed_at = now() - interval '6 minutes' WHERE session_id IN (SELECT id FROM session WHERE person_id = $1)",
      [people[auditor]],
    );
    const tried = [open(auditor, source), name(auditor, source, ngoLead), ask(auditor, 'post', `/${source}/erasure`, { because: 'asked' })];
    expect((await Promise.all(tried)).map(({ body }) => body.code)).toEqual(Array(3).fill('confirm_identity'));
    cookies[auditor] = await signIn(served, auditor);
  });

  test.each([[{ ...told, name: ' ' }], [{ ...told, risk: canary }], [{ ...told, consent: ['all'] }], [{ ...told, note: canary.repeat(400) }]])(
    'what is not well formed, without repeating it (%#)',
    async (body) => {
      const answer = await ask(auditor, 'post', '', body).expect(400);
      expect(answer.text).not.toContain(canary);
    },
  );
});

describe('keeps apart', () => {
  let source: string;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    source = await added();
    await name(auditor, source, ngoLead).expect(200);
    // Keys of the lead, who is a reader: they work in his or her name, and read no source all the same.
    for (const right of ['read', 'write']) {
      const made = { name: `${right} key`, right, expiresOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) };
      tokens[right] = `Bearer ${
        (
          await served
            .http()
            .post('/api/organisation/keys')
            .set('cookie', cookies[ngoLead] ?? '')
            .send(made)
            .expect(201)
        ).body.token
      }`;
    }
    await ask(auditor, 'delete', `/${source}/readers/${people[ngoLead]}`).expect(204);
  });

  test('a colleague who is not named, other organisations, the operator and keys get nothing, as of something unknown', async () => {
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
    for (const who of [ngoLead, 'lead@government.example', 'lead@neighbour.example'])
      for (const wanted of [source, unknown]) {
        const tried = [open(who, wanted), name(who, wanted, ngoLead), ask(who, 'post', `/${wanted}/erasure`, { because: 'asked' })];
        expect((await Promise.all(tried)).map(({ body }) => body.code)).toEqual(Array(3).fill('not_found'));
      }
    expect((await open('operator@servanda.example', source)).body.code).toBe('forbidden');
    await name(auditor, source, ngoLead).expect(200);
    for (const token of Object.values(tokens)) {
      expect([(await ask(token, 'get')).status, (await open(token, source)).status, (await ask(token, 'post', '', told)).status]).toEqual([403, 403, 403]);
    }
    await ask(auditor, 'delete', `/${source}/readers/${people[ngoLead]}`).expect(204);
  });

  test('the database itself gives rows to a named person only, and to no key; nobody names himself, nor writes for another', async () => {
    const runtime = new pg.Client({ connectionString: served.runtimeUrl });
    await runtime.connect();
    const organisation = (await scopeFor(served, ngoLead)).organisation;
    const seen = async (scope: object, text: string, values: unknown[] = [source]) => {
      await runtime.query('BEGIN');
      try {
        await actFor(runtime, { organisation, ...scope });
        return (await runtime.query(text, values)).rowCount;
      } catch (error) {
        return error instanceof pg.DatabaseError ? error.code : 'error';
      } finally {
        await runtime.query('ROLLBACK');
      }
    };
    const [writer, lead] = [{ person: people[auditor] ?? '' }, { person: people[ngoLead] ?? '' }];
    for (const [table, column] of [
      ['source', 'id'],
      ['source_revision', 'source_id'],
      ['source_reader', 'source_id'],
    ]) {
      const rowsOf = `SELECT 1 FROM ${table} WHERE ${column} = $1`;
      expect(await seen(writer, rowsOf)).toBeGreaterThan(0);
      for (const scope of [lead, {}, { ...lead, role: 'lead' as const }, { ...writer, key: '01890a5d-ac96-774b-bcce-b302099a8057' }])
        expect([table, await seen(scope, rowsOf)]).toEqual([table, 0]);
    }
    const naming = 'INSERT INTO source_reader VALUES ($2, $1, 0, $3, $4, $5, now())';
    const values = (person: string, act: string, by: string) => [source, organisation, people[person], act, people[by]];
    expect(await seen(lead, naming, values(ngoLead, 'named', ngoLead))).toBe('42501');
    expect(await seen(writer, naming, values(ngoLead, 'named', ngoLead))).toBe('42501');
    expect(await seen(writer, naming, values(auditor, 'left', auditor))).toBe('42501');
    expect(await seen(writer, naming, values(auditor, 'unnamed', auditor))).toBe('23514');
    expect(await seen(lead, "SELECT app.erase_source($1, 'asked', now())")).toBe('42501');
    expect(await seen(writer, "SELECT app.redact_source($2, $1, $3, 'asked', now())", [source, organisation, people[auditor]])).toBe('42501');
    expect(await seen(writer, 'DELETE FROM source_revision WHERE source_id = $1')).toBe('42501');
    await runtime.end();
  });

  test('a superuser without the key sees bytes that tell nothing, bound to their place', async () => {
    const [first] = await sealedOf(source);
    const sealed = first?.sealed ?? Buffer.alloc(0);
    expect([sealed.length, sealed.includes(canary)]).toEqual([32 + 1024, false]);
    const seal = new SourceSeal({ sourceKeys: [key] });
    const organisation = (await scopeFor(served, ngoLead)).organisation;
    expect(seal.open({ organisation, source, number: 1 }, sealed)).toContain(canary);
    for (const elsewhere of [{ number: 2 }, { source: at.evidence }, { organisation: at.id }])
      expect(() => seal.open({ organisation, source, number: 1, ...elsewhere }, sealed)).toThrow();
    expect(() => new SourceSeal({ sourceKeys: [Buffer.alloc(32)] }).open({ organisation, source, number: 1 }, sealed)).toThrow('SOURCE_KEY does not hold');
  });

  test('a lead learns from the journal who works with sources and when, and from no fact of an entry behind which piece', async () => {
    const journal = async (query: string) =>
      (
        await served
          .http()
          .get(`/api/journal?limit=100${query}`)
          .set('cookie', cookies[ngoLead] ?? '')
          .expect(200)
      ).body.items.filter(({ act }: { act: string }) => act.startsWith('source.'));
    const entries = await journal('');
    expect(entries.length).toBeGreaterThan(5);
    const all = JSON.stringify(entries);
    for (const word of [at.evidence, at.id, 'Testimony']) expect([word, all.includes(word)]).toEqual([word, false]);
    const facts = new Set(entries.flatMap(({ data }: { data: object }) => Object.keys(data)));
    expect([...facts].filter((fact) => !['version', 'person', 'because'].includes(String(fact)))).toEqual([]);
    for (const entry of entries) expect(entry).toMatchObject({ subject: 'source', title: null, dossier: null, element: null });
    for (const filter of [`&dossier=${at.id}`, `&subjectId=${at.evidence}`, `&q=${at.evidence}`]) expect(await journal(filter)).toEqual([]);
  });

  test('no row of any table holds a word of it, also where the act was sent with a key of repetition', async () => {
    await ask(auditor, 'post', '', told).set('idempotency-key', 'a-key-of-sixteen-letters').expect(201);
    const { rows: tables } = await superuser.query<{ name: string }>(
      "SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace)",
    );
    for (const { name: table } of tables) {
      const { rows: found } = await superuser.query(
        `SELECT 1 FROM ${table} t WHERE t::text ILIKE '%${canary}%' OR t::text LIKE '%${Buffer.from(canary).toString('hex')}%'`,
      );
      expect([table, found.length]).toEqual([table, 0]);
    }
  });

  test('the answer of every reading door to everybody, also to its readers, holds no word of it', async () => {
    const origin = await served.app.getUrl();
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
    const ids = (door: Door) => ({
      ...Object.fromEntries([...door.path.matchAll(/\{(\w+)\}/g)].map(([, id]) => [id ?? '', unknown])),
      ...{ ...at, code: '3.2', number: '1', iso3: 'XAA', person: people[auditor] ?? '' },
    });
    const everybody = [...Object.values(cookies).map((cookie) => ({ cookie })), ...Object.values(tokens).map((authorization) => ({ authorization })), {}];
    // The archive has its own test; PDF, DOCX and XLSX hold packed what status.json and the list hold.
    const isReadable = ({ method, media }: Door) => method === 'GET' && !/zip|pdf|openxml/.test(media ?? '');
    let heard = 0;
    for (const door of doors.filter(isReadable)) {
      const query = (rows[door.name]?.query ?? '').replace('canary', canary);
      // What is open to anyone does not depend on who asks.
      const asking = door.access === 'session' ? everybody : everybody.slice(0, 1);
      const answers = await Promise.all(asking.map((identity) => knock(origin, door, pathOf(door, ids(door)) + query, identity)));
      for (const { text } of answers) expect([door.name, text.replaceAll(query, '').includes(canary)]).toEqual([door.name, false]);
      heard += answers.filter(({ status }) => status === 200).length;
    }
    expect(heard).toBeGreaterThan(100);
  });
});

describe('leaves the house', () => {
  const fetched = async (query: string) => {
    const answer = await served
      .http()
      .get(`/api/organisation/export${query}`)
      .set('cookie', cookies[ngoLead] ?? '')
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    return { status: answer.status, body: answer.body };
  };
  const texts = (zip: Buffer) => Object.entries(unzipSync(zip)).map(([path, bytes]) => ({ path, text: Buffer.from(bytes).toString('utf8') }));

  test('in no archive unless asked for twice, and then as far as the asker may read', async () => {
    const [hidden, shown] = [await added(), await added()];
    await name(auditor, shown, ngoLead).expect(200);
    const plain = texts((await fetched('')).body);
    expect(plain.filter(({ path, text }) => path.includes('source') || text.includes(canary))).toEqual([]);
    for (const once of ['?sources=mine', '?sources=mine&name=Another']) expect(JSON.parse((await fetched(once)).body.toString()).code).toBe('invalid_input');
    expect(texts((await fetched(`?name=${encodeURIComponent('Aruna Child Rights Watch')}`)).body).some(({ text }) => text.includes(canary))).toBe(false);
    const twice = texts((await fetched(`?sources=mine&name=${encodeURIComponent('Aruna Child Rights Watch')}`)).body);
    const file = twice.find(({ path }) => path === 'sources/sources.jsonl')?.text ?? '';
    const lines = file
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ source: shown, revision: 1, ...told }]);
    expect(file).not.toContain(hidden);
    expect((await journalled('organisation.exported')).map(({ data }) => data)).toEqual([{}, {}, { sources: 'mine' }]);
    expect(await listed(ngoLead)).toHaveLength(1);
  });

  test('never by a reader who goes: whoever alone reads says first whether a successor does, or it is erased', async () => {
    const version = async (person: string) => (await superuser.query('SELECT version FROM membership WHERE person_id = $1', [people[person]])).rows[0].version;
    const leave = async (body: object) =>
      served
        .http()
        .post('/api/organisation/departure')
        .set('cookie', cookies[auditor] ?? '')
        .send({ version: await version(auditor), ...body });
    const alone = (await listed(auditor)).length;
    expect(alone).toBeGreaterThan(1);
    expect((await leave({})).body.code).toBe('source_needs_reader');
    expect((await leave({ sources: 'to_successor' })).body.code).toBe('invalid_input');
    expect((await leave({ sources: 'to_successor', successor: people[ngoLead] })).status).toBe(200);
    const handed = await listed(ngoLead);
    expect(handed.length).toBeGreaterThan(1);
    expect((await open(ngoLead, String(handed[0]?.id)).expect(200)).body.content.name).toBe(told.name);
    expect((await ask(auditor, 'get')).status).toBe(401);
    expect((await journalled('source.reader_named')).at(-1)?.data).toMatchObject({ person: people[ngoLead] });
  });

  test('and of one who was removed nothing is left to read: the lead learns how many, and can only erase them', async () => {
    await superuser.query("UPDATE membership SET status = 'active' WHERE person_id = $1", [people[auditor]]);
    cookies[auditor] = await signIn(served, auditor);
    // Who comes back reads nothing of before.
    expect(await listed(auditor)).toEqual([]);
    const source = await added();
    const [row] = (await superuser.query('SELECT version FROM membership WHERE person_id = $1', [people[auditor]])).rows;
    const removal = served
      .http()
      .post(`/api/organisation/members/${people[auditor]}/removal`)
      .set('cookie', cookies[ngoLead] ?? '');
    await removal.send({ version: row.version }).expect(200);
    const unread = () =>
      served
        .http()
        .get('/api/organisation/unread-sources')
        .set('cookie', cookies[ngoLead] ?? '')
        .expect(200);
    expect((await unread()).body).toEqual({ count: 1 });
    expect((await open(ngoLead, source)).body.code).toBe('not_found');
    const erasing = served
      .http()
      .post('/api/organisation/unread-sources/erasure')
      .set('cookie', cookies[ngoLead] ?? '');
    expect((await erasing.expect(200)).body).toEqual({ erased: 1 });
    expect((await unread()).body).toEqual({ count: 0 });
    expect((await sealedOf(source)).map(({ sealed }) => sealed)).toEqual([null]);
  });
});

test('the key changes: everything is sealed by the new one, once, and the old one is not needed any more; without it nothing is changed', async () => {
  const newKey = Buffer.alloc(32, 5);
  const reseal = (...sourceKeys: Buffer[]) => asOwner(served.adminUrl, (db) => resealSources(db, new SourceSeal({ sourceKeys })));
  await expect(reseal(newKey)).rejects.toThrow('SOURCE_KEY does not hold');
  const done = await reseal(newKey, key);
  expect([done.what, done.resealed > 3, done.current]).toEqual(['sources', true, 0]);
  expect(await reseal(newKey)).toEqual({ what: 'sources', resealed: 0, current: done.resealed });
});
