// Reading the register: who may, what the filters find, how pages follow each other, anchors, and what a random history leaves.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JournalAct, JournalEntry } from '@servanda/contract';
import fc from 'fast-check';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { AnchorsService } from '../src/people/journal/anchors.service.ts';
import { journalSql } from '../src/people/journal/journal.sql.ts';
import { readConfig } from '../src/platform/config.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { journalHot } from '../src/platform/journal/journal.ts';
import { isSignedBy } from '../src/platform/journal/signing-key.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { startProcess } from './process.ts';
import { actFor, type Served, serve, testKey } from './server.ts';

const journalKey = Buffer.alloc(32, 7).toString('base64url');
let served: Served;
let lead: Scope;
let dossier: string;
const cookies: Record<string, string> = {};
const get = (path: string, who = 'lead@government') =>
  served
    .http()
    .get(path)
    .set('cookie', cookies[who] ?? '');
const list = async (query: Record<string, string | number>, who?: string): Promise<JournalEntry[]> => {
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const { body } = await get(`/api/journal?${asked.join('&')}`, who).expect(200);
  return body.items.map((item: unknown) => JournalEntry.parse(item));
};
const acts = async (query: Record<string, string | number>, who?: string) => (await list(query, who)).map((entry) => entry.act);

beforeAll(async () => {
  served = await serve({ JOURNAL_KEY: journalKey });
  await seat(served);
  for (const who of ['lead@government', 'reviewer@government', 'contributor@government', 'viewer@government', 'lead@ngo', 'operator@servanda'])
    cookies[who] = await signIn(served, `${who}.example`);
  lead = await scopeFor(served, 'lead@government.example');
  dossier = await openedDossier(served, lead, 'The protocol “in Aruna”, 100%_kept');
  const path = `/api/dossiers/${dossier}`;
  const post = (to: string, body: object, who = 'lead@government') =>
    served
      .http()
      .post(`${path}${to}`)
      .set('cookie', cookies[who] ?? '')
      .send(body);
  const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'Section 4 says so.', submit: true };
  await post('/evidence', { kind: 'law', title: 'Penal Code', originator: 'Parliament' }).expect(201);
  await post('/elements/3.2/assessments', judgement, 'contributor@government').expect(201);
  await post('/elements/8.1.e/assessments', { ...judgement, reasons: 'Section 9.' }, 'contributor@government').expect(201);
  await post('/elements/3.2/assessments/1/reviews', { act: 'return', reason: 'Which law?' }, 'reviewer@government').expect(201);
  await post('/elements/3.2/assessments/1/reviews', { act: 'accept' }, 'contributor@government').expect(403);
});
afterAll(() => served.stop());

describe('the register', () => {
  test('shows newest first who did what, by name, with before and after', async () => {
    const [refused, returned, , recorded, added, opened] = await list({ limit: 6 });
    expect(refused).toMatchObject({ act: 'act.refused', person: { name: 'Desk officer, child protection' }, role: 'contributor', subject: 'door' });
    expect(returned).toMatchObject({
      ...{
        act: 'assessment.returned',
        person: { name: 'Legal reviewer' },
        element: '3.2',
        dossier: { id: dossier, title: 'The protocol “in Aruna”, 100%_kept' },
      },
      data: { before: { status: 'submitted' }, after: { status: 'returned', reason: 'Which law?' } },
    });
    expect(recorded).toMatchObject({ act: 'assessment.recorded_and_submitted', role: 'contributor', session: expect.any(String), key: null });
    expect(added).toMatchObject({ act: 'evidence.added', title: 'Penal Code' });
    expect(opened).toMatchObject({ act: 'dossier.opened', subjectId: dossier, dossier: { id: dossier } });
    expect(new Date(opened?.at ?? '').getTime()).toBeLessThanOrEqual(new Date(refused?.at ?? '').getTime());
  });

  test('names of today for the people that the facts refer to', async () => {
    await get('/api/journal?limit=1')
      .expect(200)
      .then(({ body }) => expect(body.names).toEqual({}));
    await served
      .http()
      .post(`/api/dossiers/${dossier}/assignments`)
      .set('cookie', cookies['lead@government'] ?? '')
      .send({ elements: ['10.1-1'], person: lead.person })
      .expect(200);
    const { body } = await get('/api/journal?act=elements.assigned').expect(200);
    expect(body.names).toMatchObject({ [lead.person]: 'National focal point' });
    expect(JSON.stringify(body.items[0].data)).not.toContain('National focal point');
  });

  test.each<[string, () => Record<string, string>, (entry: JournalEntry) => boolean]>([
    ['act', () => ({ act: 'assessment.returned,dossier.opened' }), (e) => ['assessment.returned', 'dossier.opened'].includes(e.act)],
    ['group', () => ({ group: 'refusal' }), (e) => e.act === 'act.refused'],
    ['group and act together', () => ({ group: 'work', act: 'session.opened,evidence.added' }), (e) => e.act === 'evidence.added'],
    ['person', () => ({ person: lead.person }), (e) => e.person?.id === lead.person],
    ['subject', () => ({ subject: 'dossier', subjectId: dossier }), (e) => e.subject === 'dossier' && e.subjectId === dossier],
    ['dossier', () => ({ dossier }), (e) => e.dossier?.id === dossier],
    ['element', () => ({ element: '3.2' }), (e) => e.element === '3.2'],
    ['element that was assigned', () => ({ element: '10.1-1' }), (e) => e.act === 'elements.assigned'],
    ['words in the facts', () => ({ q: 'which law' }), (e) => e.act === 'assessment.returned'],
    ['words with a quotation mark and wildcards', () => ({ q: '“in Aruna”, 100%_' }), (e) => e.act === 'dossier.opened'],
    ['the name of who acted', () => ({ q: 'legal REVIEWER' }), (e) => e.person?.name === 'Legal reviewer'],
  ])('is filtered by %s', async (_, query, holds) => {
    const everything = await list({ limit: 100 });
    const found = await list({ ...query(), limit: 100 });
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(everything.filter(holds));
  });

  test('is filtered by day: today holds everything, yesterday and tomorrow nothing', async () => {
    const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);
    const all = (await list({ limit: 100 })).length;
    expect((await list({ from: day(0), to: day(0), limit: 100 })).length).toBe(all);
    expect(await list({ from: day(1) })).toEqual([]);
    expect(await list({ to: day(-1) })).toEqual([]);
  });

  test('goes on where the page before ended, also while new entries come', async () => {
    const everything = await list({ limit: 100 });
    const seen: JournalEntry[] = [];
    let next: number | null = null;
    do {
      const { body }: { body: { items: JournalEntry[]; next: number | null } } = await get(`/api/journal?limit=3${next ? `&before=${next}` : ''}`).expect(200);
      seen.push(...body.items);
      next = body.next;
      await served.app.get(Database).hotWrite(lead, (sql) => journalHot(sql, lead, { act: 'evidence.added', subject: 'evidence', subjectId: 'meanwhile' }));
    } while (next);
    expect(seen).toEqual(everything);
  });

  test.each([
    'group=x',
    'act=x',
    'person=x',
    'dossier=x',
    'element=x',
    'from=2026-13-01',
    'before=0',
    'before=1.5',
    'limit=0',
    'limit=101',
    `q=${'x'.repeat(201)}`,
  ])('refuses %s by name', async (query) => {
    const { body } = await get(`/api/journal?${query}`).expect(400);
    expect(body.fields[0].path).toMatch(new RegExp(`query\\.${query.split('=')[0]}`));
  });
});

describe('who may read', () => {
  const doors = ['/api/journal', '/api/journal/export', '/api/journal/verification', '/api/journal/anchors'];
  test.each(doors)('%s: leads and reviewers, nobody else', async (path) => {
    for (const who of ['lead@government', 'reviewer@government', 'lead@ngo', 'operator@servanda']) await get(path, who).expect(200);
    for (const who of ['contributor@government', 'viewer@government']) expect((await get(path, who).expect(403)).body.code).toBe('forbidden');
    await get(path, 'nobody').expect(401);
  });

  test('an organisation sees its own journal and nothing of another', async () => {
    expect(await acts({ act: 'dossier.opened' }, 'lead@ngo')).toEqual([]);
    expect(await list({ dossier }, 'lead@ngo')).toEqual([]);
    const { text } = await get('/api/journal/export', 'lead@ngo').expect(200);
    expect(text).not.toContain(lead.organisation);
    const { body } = await get('/api/journal/anchors', 'operator@servanda').expect(200);
    expect(body.organisation).not.toBe(lead.organisation);
  });

  test('only the operator anchors at will', async () => {
    const anchor = (who: string) =>
      served
        .http()
        .post('/api/operator/journal/anchors')
        .set('cookie', cookies[who] ?? '');
    expect((await anchor('lead@government').expect(403)).body.code).toBe('forbidden');
    expect((await anchor('operator@servanda').expect(200)).body.anchored).toBeGreaterThanOrEqual(3);
    expect((await acts({ limit: 1 }, 'operator@servanda'))[0]).toBe('journal.anchored');
  });
});

describe('anchors', () => {
  test('are signed by the published key and name the head; the chain verifies with them', async () => {
    await served.app.get(AnchorsService).anchor(0);
    const { body: kept } = await get('/api/journal/anchors').expect(200);
    const { body: published } = await served.http().get('/api/journal/key').expect(200);
    expect(kept.keys).toEqual(published.keys);
    expect(published.keys).toMatchObject([{ isCurrent: true, publicKey: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----/) }]);
    const der = Buffer.from(published.keys[0].publicKey.replace(/-----[^-]+-----|\n/g, ''), 'base64');
    for (const anchor of kept.anchors) expect(isSignedBy(der, anchor.text, Buffer.from(anchor.signature, 'hex'))).toBe(true);
    expect(kept.anchors.at(-1)).toMatchObject({ seq: kept.head.seq, hash: kept.head.hash });
    const { body: found } = await get('/api/journal/verification').expect(200);
    expect(found).toMatchObject({ isWhole: true, problems: [], entries: kept.head.seq, anchors: kept.anchors.length, unanchored: 0 });
  });

  test('two processes make one, not two; and none within a day', async () => {
    const second = await createApp(
      readConfig({
        ...{ APP_DATABASE_URL: served.runtimeUrl, CONTEXT_KEY: testKey, FILES_DIR: served.filesDir, LOG_LEVEL: 'silent' },
        ...{ FACTOR_KEY: Buffer.alloc(32, 1).toString('base64url'), JOURNAL_KEY: journalKey },
      }),
    );
    try {
      const [one, other] = [served.app.get(AnchorsService), second.get(AnchorsService)];
      const before = (await get('/api/journal/anchors').expect(200)).body.anchors.length;
      const made = (await Promise.all([one.anchor(0), other.anchor(0), one.anchor(0), other.anchor(0)])).reduce((sum, n) => sum + n, 0);
      const after = (await get('/api/journal/anchors').expect(200)).body.anchors.length;
      // One for each chain at a moment; a process that came later than another's anchor may have made the next.
      expect(after - before).toBeGreaterThanOrEqual(1);
      expect(after - before).toBeLessThanOrEqual(4);
      expect(made).toBeGreaterThanOrEqual(after - before);
      expect(await one.anchor(86_400_000)).toBe(0);
      expect(await other.anchor(86_400_000)).toBe(0);
      expect((await get('/api/journal/verification').expect(200)).body.isWhole).toBe(true);
    } finally {
      await second.close();
    }
  });

  test('two processes that start at once make one for each chain, and say it in their logs', async () => {
    const other = await serve();
    try {
      await seat(other);
      for (const who of ['lead@government', 'lead@ngo']) await signIn(other, `${who}.example`);
      const processes = await Promise.all([1, 2].map(() => startProcess(other, { JOURNAL_KEY: journalKey, LOG_LEVEL: 'info' })));
      const logged = () =>
        processes.flatMap(({ printed }) =>
          printed()
            .split('\n')
            .filter((line) => line.includes('"event":"anchor"'))
            .map((line) => JSON.parse(line)),
        );
      for (let tries = 0; tries < 100 && logged().length < 2; tries++) await setTimeout(50);
      const lines = logged();
      for (const { child } of processes) child.kill('SIGKILL');
      await Promise.all(processes.map(({ ended }) => ended));
      const client = new pg.Client({ connectionString: other.adminUrl });
      await client.connect();
      const { rows } = await client.query(
        "SELECT number, encode(hash, 'hex') AS hash, encode(signature, 'hex') AS signature FROM journal_anchor ORDER BY hash",
      );
      await client.end();
      expect(rows.map(({ number }) => number)).toEqual([1, 1]);
      const said = lines.map(({ number, hash, signature }) => ({ number, hash, signature }));
      expect(said.sort((a, b) => (a.hash < b.hash ? -1 : 1))).toEqual(rows);
    } finally {
      await other.stop();
    }
  });

  test('without a key there are none, and the operator is told', async () => {
    const bare = await serve();
    try {
      await seat(bare);
      const cookie = await signIn(bare, 'operator@servanda.example');
      const { body } = await bare.http().post('/api/operator/journal/anchors').set('cookie', cookie).expect(503);
      expect(body.detail).toContain('JOURNAL_KEY');
      expect((await bare.http().get('/api/journal/key').expect(200)).body).toEqual({ keys: [] });
    } finally {
      await bare.stop();
    }
  });
});

test('random histories of several writers at once: every act has its entry, in an unbroken chain', async () => {
  const db = served.app.get(Database);
  const ngo = await scopeFor(served, 'lead@ngo.example');
  const size = async (scope: Scope) => (await db.read(scope, (sql) => sql<{ n: number }>('SELECT count(*)::int AS n FROM journal_entry')))[0]?.n ?? 0;
  const act = fc.record({
    scope: fc.constantFrom(lead, ngo),
    act: fc.constantFrom(...JournalAct.options),
    data: fc
      .dictionary(fc.string({ unit: 'binary' }).filter(isText), fc.jsonValue({ stringUnit: 'grapheme' }))
      .filter((value) => isText(JSON.stringify(value))),
    isUndone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (history) => {
      const before = [await size(lead), await size(ngo)];
      await Promise.all(
        history.map(({ scope, act: name, data, isUndone }) =>
          db
            .hotWrite(scope, async (sql) => {
              await journalHot(sql, scope, { act: name, subject: 'dossier', subjectId: 'x', data });
              if (isUndone) throw new Error('undone');
            })
            .catch((error: Error) => {
              if (error.message !== 'undone') throw error;
            }),
        ),
      );
      const done = (scope: Scope) => history.filter((one) => one.scope === scope && !one.isUndone).length;
      expect([await size(lead), await size(ngo)]).toEqual([(before[0] ?? 0) + done(lead), (before[1] ?? 0) + done(ngo)]);
      for (const scope of [lead, ngo]) expect(await db.read(scope, (sql) => sql('SELECT * FROM app.journal_problems()'))).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);
/** What PostgreSQL's jsonb can hold. */
function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0') && !text.includes('\\u0000');
}

test('reads its page by index, whatever the filter', async () => {
  const superuser = new pg.Client({ connectionString: served.adminUrl });
  const runtime = new pg.Client({ connectionString: served.runtimeUrl });
  await Promise.all([superuser.connect(), runtime.connect()]);
  try {
    // As many rows as make an index worth while; planted past the trigger, for this test reads plans and no chain.
    await superuser.query("BEGIN; SET LOCAL session_replication_role = 'replica'");
    await superuser.query(
      `INSERT INTO journal_entry (organisation_id, seq, form, at_us, person_id, role, act, subject, subject_id, data, dossier, prev_hash, hash)
       SELECT $1, 100000 + n, 'v2', n, CASE WHEN n % 300 = 0 THEN $1::uuid ELSE $2 END, 'lead', CASE WHEN n % 100 = 0 THEN 'evidence.withdrawn' ELSE 'evidence.added' END, 'evidence', n::text, '{}',
         CASE WHEN n % 500 = 0 THEN 'rare' ELSE 'often' END, sha256('x'), sha256('x')
       FROM generate_series(1, 20000) n`,
      [lead.organisation, lead.person],
    );
    await superuser.query('COMMIT');
    await superuser.query('ANALYZE journal_entry');
    const indexes = async (filters: unknown[]) => {
      await runtime.query('BEGIN READ ONLY');
      await actFor(runtime, lead);
      const { rows } = await runtime.query(`EXPLAIN (FORMAT JSON) ${journalSql}`, [lead.organisation, ...filters, 51]);
      await runtime.query('ROLLBACK');
      const plan = JSON.stringify(rows[0]);
      const isScan = /"Node Type":"Seq Scan"[^{}]*"Relation Name":"journal_entry"/.test(plan);
      return [...(isScan ? ['all of it'] : []), ...[...plan.matchAll(/"Index Name":"(journal_entry\w+)"/g)].map(([, name]) => name)];
    };
    const none = Array.from({ length: 11 }, () => null);
    const filtered = (at: number, value: unknown) => none.map((one, i) => (i === at ? value : one));
    expect(await indexes(none)).toEqual(['journal_entry_pkey']);
    expect(await indexes(filtered(0, 500))).toEqual(['journal_entry_pkey']);
    expect(await indexes(filtered(1, ['evidence.withdrawn']))).toEqual(['journal_entry_by_act']);
    expect(await indexes(filtered(5, 'rare'))).toEqual(['journal_entry_by_dossier']);
    expect(await indexes(filtered(2, lead.organisation))).toEqual(['journal_entry_by_person']);
    expect(await indexes(filtered(7, '2026-01-01'))).toEqual(['journal_entry_by_moment']);
  } finally {
    await Promise.all([superuser.end(), runtime.end()]);
  }
}, 60_000);
