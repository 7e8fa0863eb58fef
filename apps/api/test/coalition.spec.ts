// A coalition: what its guests do, what they are refused, and that they see one dossier and nothing else of their host's.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson, sha256 } from '@servanda/catalogue';
import { type Door, doors, Release, type ReleaseMatter, Statement, statementFormat } from '@servanda/contract';
import pg from 'pg';
import { checkRelease } from '../../../tools/publication/release.mjs';
import { asOwner } from '../src/reference/owner.ts';
import { bodies } from './door-bodies.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { lettersTo } from './letters.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { previewed, published } from './plant-publication.ts';
import { contextOf, type Served, serve } from './server.ts';

let served: Served;
let host: string;
let guest: string;
let colleague: string;
let other: string;
/** The shared dossier, a piece that all of it may see, and one that is restricted. */
let ids: { id: string; evidence: string; restricted: string; elsewhere: string };
let member: string;
const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';
const commission = 'Human Rights Commission of Aruna';
/** Words of the host's that no guest may ever read: its other dossier, a restricted piece, a member, an address, a body. */
const canaries = ['Canary dossier', 'Canary piece', 'canary-body', 'lead@ngo.example', 'auditor@ngo.example'];

const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;
const as = (cookie: string, method: keyof typeof verbs, path: string) => served.http()[verbs[method]](path).set('cookie', cookie);
const at = (path = '') => `/api/dossiers/${ids.id}${path}`;
const invite = (organisation = commission, cookie = host) => as(cookie, 'POST', at('/coalition')).send({ organisation });
const answer = (said: 'accept' | 'decline' | 'leave', cookie = guest) => as(cookie, 'POST', `/api/coalitions/${ids.id}/answer`).send({ answer: said });
const judgement = (more: object) => ({
  basedOn: null,
  law: 'partially_compliant',
  practice: null,
  asOf: '2026-03-31',
  reasons: 'Seen in three provinces.',
  citations: [],
  submit: true,
  ...more,
});
/** The letters of the coalition to an address, in the order in which they were queued. */
const told = async (email: string) => (await lettersTo(served, email)).filter(({ letter }) => letter.startsWith('coalition'));
const record = (cookie: string, code: string, more: object = {}) => as(cookie, 'POST', at(`/elements/${code}/assessments`)).send(judgement(more));

beforeAll(async () => {
  served = await serve();
  await seat(served);
  const lead = await scopeFor(served, 'lead@ngo.example');
  const id = await openedDossier(served, lead, 'Shared dossier');
  const elsewhere = await openedDossier(served, lead, 'Canary dossier');
  const evidence = await addedEvidence(served, lead, id, { title: 'Shared piece' });
  const restricted = await addedEvidence(served, lead, id, { title: 'Canary piece' });
  await asOwner(served.adminUrl, async (db) => {
    await db.query("SELECT set_config('app.context', $1, true)", [contextOf(lead)]);
    await db.query("UPDATE evidence SET confidentiality = 'restricted' WHERE id = $1", [restricted]);
  });
  ids = { id, evidence, restricted, elsewhere };
  [host, guest, colleague, other] = (await Promise.all(
    ['lead@ngo.example', 'lead@nhri.example', 'auditor@ngo.example', 'lead@government.example'].map((email) => signIn(served, email)),
  )) as [string, string, string, string];
  await asOwner(served.adminUrl, (db) => db.query("UPDATE person SET locale = 'fr' WHERE email = 'lead@nhri.example'"));
  await as(host, 'POST', '/api/organisation/bodies').send({ name: 'canary-body', shortName: '', email: null });
  await record(colleague, '3.2', {
    citations: [
      { evidence, pinpoint: 's. 4', stance: 'supports', passage: null },
      { evidence: restricted, pinpoint: 'Canary piece p. 1', stance: 'supports', passage: null },
    ],
  }).expect(201);
});
afterAll(() => served.stop());

describe('an organisation is asked in', () => {
  test('by its name and by nobody but a lead auditor; who may not be asked is answered like who is not there', async () => {
    const [government, nobody] = [await invite('Government of Aruna').expect(400), await invite('No such organisation').expect(400)];
    expect([government.body.fields, government.body.code]).toEqual([nobody.body.fields, nobody.body.code]);
    await invite('Aruna Child Rights Watch').expect(400);
    await invite(commission, colleague).expect(403);
    await as(other, 'POST', at('/coalition')).send({ organisation: commission }).expect(403);
    await as(guest, 'POST', at('/coalition')).send({ organisation: commission }).expect(404);
  });

  test('is told, sees nothing yet, declines and is asked again', async () => {
    const { body } = await invite(' human rights commission of aruna ').expect(201);
    member = body.items[0].organisation.id;
    expect(body.items).toMatchObject([{ organisation: { name: commission }, standing: 'invited', judgements: 0 }]);
    await invite().expect(409);
    expect((await as(guest, 'GET', '/api/coalitions').expect(200)).body.items).toMatchObject([
      { dossier: ids.id, title: 'Shared dossier', host: { name: 'Aruna Child Rights Watch' }, standing: 'invited', may: { answer: { allowed: true } } },
    ]);
    await as(guest, 'GET', at()).expect(404);
    await answer('accept', await signIn(served, 'expert@nhri.example')).expect(403);
    await answer('accept', other).expect(403);
    await answer('leave').expect(404);
    expect((await answer('decline').expect(200)).body.standing).toBe('declined');
    await answer('accept').expect(404);
    await invite().expect(201);
    expect((await as(host, 'DELETE', at(`/coalition/${member}`)).expect(200)).body.items).toMatchObject([{ standing: 'taken_back' }]);
    await answer('accept').expect(404);
    await invite().expect(201);
    await answer('accept').expect(200);
    expect((await as(host, 'GET', at('/coalition')).expect(200)).body.items).toMatchObject([{ standing: 'joined', may: { end: { allowed: true } } }]);
  });

  test('shows the second factor that the host asks of its own members', async () => {
    const rule = 'INSERT INTO sign_in_rule (organisation_id, second_factor_from, changed_at) SELECT organisation_id, now(), now() FROM dossier WHERE id = $1';
    await asOwner(served.adminUrl, (db) => db.query(rule, [ids.id]));
    expect((await as(guest, 'GET', at()).expect(403)).body.code).toBe('second_factor_missing');
    await as(guest, 'GET', '/api/coalitions').expect(200);
    const prove =
      "UPDATE session_proof SET methods = $1 WHERE session_id IN (SELECT s.id FROM session s JOIN person p ON p.id = s.person_id WHERE p.email = 'lead@nhri.example')";
    await asOwner(served.adminUrl, (db) => db.query(prove, [['password', 'totp']]));
    await as(guest, 'GET', at()).expect(200);
    await asOwner(served.adminUrl, async (db) => {
      await db.query(prove, [['password']]);
      await db.query('DELETE FROM sign_in_rule');
    });
  });

  test('each step is told to the leads of the other, in their language, with the title and nothing else of the dossier', async () => {
    const asked = await told('lead@nhri.example');
    expect(asked.map(({ letter, locale }) => `${letter} ${locale}`)).toEqual([
      ...['coalitionInvited fr', 'coalitionInvited fr', 'coalitionEnded fr', 'coalitionInvited fr'],
    ]);
    const [first, , ended] = asked;
    expect(first?.subject).toBe(`Aruna Child Rights Watch invite ${commission} dans une coalition`);
    expect(first?.text).toMatch(/dans son dossier « Shared dossier »[\s\S]*\/dossiers#shared-dossiers/);
    expect(ended?.text).toContain('a repris son invitation dans la coalition de son dossier « Shared dossier »');
    const answers = await told('lead@ngo.example');
    expect(answers.map(({ subject }) => subject)).toEqual([
      `${commission} has declined to work in “Shared dossier”`,
      `${commission} now works in “Shared dossier”`,
    ]);
    expect(answers[1]?.text).toContain(`/dossiers/${ids.id}/coalition`);
    for (const { text, html } of [...asked, ...answers])
      expect([...canaries, 'Shared piece', 'Lead auditor'].filter((word) => `${text}${html}`.includes(word))).toEqual([]);
    for (const email of ['auditor@ngo.example', 'expert@nhri.example', 'lead@government.example']) expect([email, await told(email)]).toEqual([email, []]);

    const news = async (cookie: string) => (await as(cookie, 'GET', '/api/account/news').expect(200)).body;
    const inbox = await news(guest);
    expect(inbox.items).toMatchObject([
      {
        kind: 'coalition_invited',
        organisation: 'Aruna Child Rights Watch',
        title: 'Shared dossier',
        because: ['coalition'],
        path: '/dossiers#shared-dossiers',
      },
      { kind: 'coalition_taken_back', path: '/dossiers' },
    ]);
    expect((await news(host)).items.map(({ kind }: { kind: string }) => kind)).toEqual(['coalition_joined', 'coalition_declined']);
    expect([inbox.unread, (await news(colleague)).total]).toEqual([2, 0]);
  });
});

describe('a guest', () => {
  test('reads the dossier, with the names of those who wrote in it', async () => {
    const { body } = await as(guest, 'GET', at()).expect(200);
    expect(body).toMatchObject({ title: 'Shared dossier', organisation: { name: 'Aruna Child Rights Watch' } });
    expect(
      Object.entries(body.may)
        .filter(([, may]) => (may as { allowed: boolean }).allowed)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['addEvidence', 'recordAssessment']);
    const { body: history } = await as(guest, 'GET', at('/elements/3.2/assessments')).expect(200);
    expect(history.items).toMatchObject([{ author: { name: 'Auditor' }, citations: [{ title: 'Shared piece' }] }]);
    expect((await as(guest, 'GET', at('/evidence')).expect(200)).body.items).toMatchObject([{ title: 'Shared piece' }]);
    await as(guest, 'GET', at(`/evidence/${ids.restricted}`)).expect(404);
  });

  test('adds a piece, cites it and judges; each is attributed to person and organisation, and journalled by reference', async () => {
    const piece = { kind: 'report', title: 'Monitoring report', originator: commission };
    const { body: added } = await as(guest, 'POST', at('/evidence')).send(piece).expect(201);
    await as(guest, 'POST', at('/evidence'))
      .send({ ...piece, confidentiality: 'restricted' })
      .expect(400);
    const citations = [ids.evidence, added.id].map((evidence) => ({ evidence, pinpoint: 'p. 3', stance: 'supports', passage: null }));
    const { body: given } = await record(guest, '8.4', { citations }).expect(201);
    expect(given).toMatchObject({ status: 'submitted', author: { role: 'contributor', body: commission } });
    const { body: seen } = await as(host, 'GET', at('/elements/8.4/assessments')).expect(200);
    expect(seen.items).toMatchObject([{ author: { name: 'Commissioner for children', body: commission }, citations: [{}, { title: 'Monitoring report' }] }]);
    expect((await as(host, 'GET', at(`/evidence/${added.id}`)).expect(200)).body.addedBy).toBe(`Commissioner for children (${commission})`);
    expect((await as(host, 'GET', at('/coalition')).expect(200)).body.items).toMatchObject([
      { people: ['Commissioner for children'], judgements: 1, evidence: 1 },
    ]);
    const entries = await asOwner(
      served.adminUrl,
      async (db) => (await db.query("SELECT act, person_id, role, data FROM journal_entry WHERE dossier = $1 AND data ? 'for' ORDER BY seq", [ids.id])).rows,
    );
    const [{ id: person }] = await asOwner(served.adminUrl, async (db) => (await db.query("SELECT id FROM person WHERE email = 'lead@nhri.example'")).rows);
    expect(entries).toMatchObject([
      { act: 'evidence.added', person_id: person, role: 'contributor', data: { for: member } },
      { act: 'assessment.recorded_and_submitted', person_id: person, data: { for: member } },
    ]);
    const { body: journal } = await as(host, 'GET', '/api/journal').expect(200);
    expect(journal.items[0].person.name).toBe(`Commissioner for children (${commission})`);
    expect((await as(host, 'GET', '/api/journal/verification').expect(200)).body).toMatchObject({ problems: [] });
  });

  test('neither accepts nor publishes nor invites, and is no guest with a key or in another dossier', async () => {
    await as(guest, 'POST', at('/elements/3.2/assessments/1/reviews')).send({ act: 'accept', reason: '' }).expect(403);
    await as(guest, 'POST', at('/coalition')).send({ organisation: commission }).expect(404);
    await as(guest, 'GET', `/api/dossiers/${ids.elsewhere}`).expect(404);
    await as(await signIn(served, 'expert@nhri.example'), 'GET', at()).expect(200);
    await as(other, 'GET', at()).expect(404);
  });

  const withDossier = doors.filter((door) => door.access === 'session' && door.path.startsWith('/api/dossiers/{id}'));
  const filled: Record<string, string> = { code: '3.2', number: '1', kind: 'gaps', format: 'html' };
  const pathOf = (door: Door, id: string) =>
    door.path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'id' ? id : name === 'evidence' ? ids.evidence : (filled[name] ?? unknownId)));
  const knock = async (door: Door, id: string) => {
    const request = as(guest, door.method, pathOf(door, id));
    const sent = await (door.accepts ? request.attach('file', Buffer.from('text'), 'note.txt') : door.input.body ? request.send(bodies[door.name]) : request);
    return { status: sent.status, code: sent.body?.code ?? null, text: sent.text ?? '' };
  };
  test.each(withDossier.filter((door) => !door.guests).map((door): [string, Door] => [`${door.method} ${door.path}`, door]))(
    'finds nothing behind %s',
    async (_, door) => {
      const [shared, none] = [await knock(door, ids.id), await knock(door, unknownId)];
      expect([shared.status, shared.code]).toEqual([none.status, none.code]);
      expect(shared.status).toBeGreaterThanOrEqual(400);
    },
  );

  test('reads no word of the host’s beside the dossier behind any door that opens', async () => {
    const open = withDossier.filter((door) => door.guests);
    expect(open.map(({ name }) => name).sort()).toEqual([
      ...[
        'assessments.history',
        'assessments.record',
        'assessments.review',
        'dossiers.assignments',
        'dossiers.coalition',
        'dossiers.get',
        'dossiers.obligations',
      ],
      ...[
        'evidence.add',
        'evidence.addFile',
        'evidence.file',
        'evidence.get',
        'evidence.list',
        'evidence.nationalProvisions',
        'evidence.requests',
        'evidence.revisions',
        'evidence.text',
      ],
      ...['gaps.coverage', 'gaps.list'],
    ]);
    for (const door of open) {
      const { status, text } = await knock(door, ids.id);
      expect([door.name, status < 500, canaries.filter((word) => text.includes(word))]).toEqual([door.name, true, []]);
      expect([door.name, (await knock(door, ids.elsewhere)).status]).toEqual([door.name, (await knock(door, unknownId)).status]);
    }
    for (const path of ['/api/dossiers', '/api/coalitions', '/api/organisation/members', '/api/organisation/bodies', '/api/journal', '/api/brief']) {
      const [mine, hosts] = [await as(guest, 'GET', path), await as(host, 'GET', path)];
      expect([path, mine.status, canaries.filter((word) => mine.text.includes(word))]).toEqual([path, 200, []]);
      if (path.endsWith('dossiers')) expect(hosts.text).toContain('Canary dossier');
    }
  });
});

describe('the database, without the API', () => {
  let runtime: pg.Client;
  beforeAll(async () => {
    runtime = new pg.Client({ connectionString: served.runtimeUrl });
    await runtime.connect();
  });
  afterAll(() => runtime.end());
  const scopeOfGuest = async () => {
    const [home, lead] = [await scopeFor(served, 'lead@nhri.example'), await scopeFor(served, 'lead@ngo.example')];
    return { ...home, organisation: lead.organisation, role: 'contributor' as const, guest: { dossier: ids.id, home: home.organisation } };
  };
  async function attempt(statements: string[], context: string): Promise<number | string> {
    await runtime.query('BEGIN');
    try {
      await runtime.query("SELECT set_config('app.context', $1, true)", [context]);
      let rows = 0;
      for (const sql of statements) rows = (await runtime.query(sql)).rowCount ?? 0;
      return rows;
    } catch (error) {
      return error instanceof pg.DatabaseError ? (error.code ?? 'error') : 'error';
    } finally {
      await runtime.query('ROLLBACK');
    }
  }
  const asGuest = 'SET LOCAL ROLE servanda_guest';

  test('shows a guest rows of the one dossier, and of every other table nothing', async () => {
    const context = contextOf(await scopeOfGuest());
    const tables = await asOwner(
      served.adminUrl,
      async (db) =>
        (
          await db.query(
            "SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1",
          )
        ).rows,
    );
    const seen: string[] = [];
    for (const { name } of tables) {
      const rows = await attempt([asGuest, `SELECT 1 FROM ${name}`], context);
      if (rows !== 0 && rows !== '42501') seen.push(`${name} ${rows}`);
    }
    const names = seen.map((line) => line.split(' ')[0]);
    expect(names).toEqual([
      'assessment',
      'citation',
      'coalition_hand',
      'coalition_member',
      'current_assessment',
      'dossier',
      'dossier_element',
      'dossier_revision',
      'evidence',
      'evidence_revision',
      'review',
    ]);
    expect(seen).toEqual(expect.arrayContaining(['dossier 1', 'dossier_element 51', 'evidence 3']));
    expect(await attempt([asGuest, 'SELECT email FROM person'], context)).toBe('42501');
    expect(await attempt([asGuest, 'SELECT name FROM person'], context)).toBe(3);
    expect(await attempt([asGuest, 'SELECT name FROM organisation'], context)).toBe(2);
  });

  test('shows a guest nothing at all in the role of members, nor by a function that asks for the organisation', async () => {
    const context = contextOf(await scopeOfGuest());
    for (const table of ['dossier', 'evidence', 'membership', 'person', 'organisation', 'journal_entry', 'body'])
      expect([table, await attempt([`SELECT 1 FROM ${table}`], context)]).toEqual([table, 0]);
    expect(await attempt([asGuest, 'RESET ROLE', 'SELECT 1 FROM dossier'], context)).toBe(0);
    expect(await attempt(["SELECT app.session_of('\\x00', now(), '1 hour')"], context)).toBe('42501');
    expect(await attempt([`SELECT app.invite_to_coalition('${ids.id}', 'x') ->> 'refused' WHERE false`], context)).toBe(0);
  });

  test('lets a guest change, accept, forge or reach another dossier in no way', async () => {
    const scope = await scopeOfGuest();
    const context = contextOf(scope);
    const denied = '42501';
    expect(await attempt([asGuest, 'UPDATE evidence SET version = version + 1'], context)).toBe(denied);
    expect(await attempt([asGuest, "UPDATE dossier SET title = 'x'"], context)).toBe(denied);
    expect(await attempt([asGuest, 'DELETE FROM evidence'], context)).toBe(denied);
    const review = `INSERT INTO review SELECT a.organisation_id, a.id, 9, 'accept', '', '${scope.person}', 'contributor', now() FROM assessment a LIMIT 1`;
    expect(await attempt([asGuest, review], context)).toBe(denied);
    const entry = (dossier: string) =>
      `INSERT INTO journal_entry (organisation_id, act, subject, subject_id, data) VALUES ('${scope.organisation}', 'evidence.added', 'evidence', 'x', '{"dossier": "${dossier}"}')`;
    expect([await attempt([asGuest, entry(ids.elsewhere)], context), await attempt([asGuest, entry(ids.id)], context)]).toEqual([denied, 1]);
    const moved = contextOf({ ...scope, guest: { dossier: ids.elsewhere, home: scope.guest.home } }).split('|');
    const forged = [...context.split('|').slice(0, 9), moved[9], ...context.split('|').slice(10)].join('|');
    expect(await attempt([asGuest, 'SELECT 1 FROM dossier'], forged)).toBe('28000');
    const member = { ...scope, organisation: scope.guest.home, guest: undefined };
    expect(await attempt([asGuest, 'SELECT 1 FROM dossier'], contextOf(member))).toBe(0);
  });
});

describe('who leaves or is removed', () => {
  test('sees the dossier no more; what was given stays, attributed', async () => {
    await answer('leave').expect(200);
    await as(guest, 'GET', at()).expect(404);
    await record(guest, '8.5').expect(404);
    const given = async () => (await as(host, 'GET', at('/elements/8.4/assessments')).expect(200)).body.items[0];
    expect(await given()).toMatchObject({
      author: { name: 'Commissioner for children', body: commission },
      reasons: 'Seen in three provinces.',
    });
    await invite().expect(201);
    await answer('accept').expect(200);
    await as(guest, 'GET', at()).expect(200);
    expect((await as(host, 'DELETE', at(`/coalition/${member}`)).expect(200)).body.items).toMatchObject([{ standing: 'removed', judgements: 1 }]);
    await as(guest, 'GET', at()).expect(404);
    await as(host, 'DELETE', at(`/coalition/${member}`)).expect(404);
    const acts = async (cookie: string) => {
      const { body } = await as(cookie, 'GET', '/api/journal?limit=100').expect(200);
      return body.items
        .map(({ act }: { act: string }) => act)
        .filter((act: string) => act.startsWith('coalition.'))
        .reverse();
    };
    const both = ['coalition.declined', 'coalition.taken_back', 'coalition.joined', 'coalition.left', 'coalition.joined', 'coalition.removed'];
    expect((await acts(host)).filter((act: string) => act !== 'coalition.invited')).toEqual(both);
    expect(await acts(guest)).toEqual(both);
    const [left, removed] = [(await told('lead@ngo.example')).map(({ subject }) => subject), (await told('lead@nhri.example')).at(-1)];
    expect(left.filter((subject) => subject === `${commission} has left “Shared dossier”`)).toHaveLength(1);
    expect([removed?.letter, removed?.subject]).toEqual([
      'coalitionEnded',
      'Aruna Child Rights Watch a mis fin à la participation de votre organisation : « Shared dossier »',
    ]);
    // Also when nobody of the organisation is left.
    await asOwner(served.adminUrl, (db) => db.query("UPDATE person SET name = 'Deleted' WHERE email = 'lead@nhri.example'"));
    expect((await given()).author).toMatchObject({ name: 'Commissioner for children', body: commission });
  });
});

describe('a release of the host', () => {
  const givenIn = ({ elements }: Pick<ReleaseMatter, 'elements'>) =>
    elements.flatMap(({ code, contributedBy }) => (contributedBy ? [`${code} ${contributedBy}`] : []));
  const read = async (path: string): Promise<string> => (await served.http().get(path).expect(200)).text;
  const problemsOf = async (text: string) =>
    (await checkRelease(Buffer.from(text), undefined, [{ Release, Statement, statementFormat }, { canonicalJson }])).problems;

  test('names the organisation that gave a judgement, as it was called then, and never the person', async () => {
    const scope = await scopeFor(served, 'lead@ngo.example');
    const first = await published(served, scope, ids.id, { decisions: [{ key: 'not_reviewed', decision: 'leave_out' }] });
    await as(host, 'POST', at('/elements/8.4/assessments/1/reviews')).send({ act: 'accept', reason: '' }).expect(201);
    const renamed = await asOwner(served.adminUrl, (db) => db.query("UPDATE organisation SET name = 'Office of the Ombudsman' WHERE id = $1", [member]));
    expect(renamed.rowCount).toBe(1);
    const { preview } = await previewed(served, scope, ids.id);
    expect(givenIn(preview.matter)).toEqual([`8.4 ${commission}`]);

    const { id } = await published(served, scope, ids.id);
    const text = await read(`/api/public/publications/${id}.json`);
    const release = Release.parse(JSON.parse(text));
    expect([release.format, givenIn(release), await problemsOf(text)]).toEqual(['urn:servanda:schema:release:3', [`8.4 ${commission}`], []]);
    const named = `Judged in the coalition by <b><bdi>${commission}</bdi></b>`;
    const obligation = release.elements.find(({ code }) => code === '8.4')?.obligation;
    for (const path of [`/public/publications/${id}`, `/public/states/XAA/obligations/${obligation}`, `/public/publications/${id}/changes`]) {
      const page = await read(path);
      expect([path, page.split(named).length - 1]).toEqual([path, 1]);
      expect(page).not.toContain('Commissioner for children');
    }
    const row = (await read(`/public/publications/${id}/elements.csv`)).split(/\r?\n/).find((line) => line.startsWith('"8.4"'));
    expect(row?.split(',').at(-1)).toBe(`"${commission}"`);
    expect(text).not.toMatch(/Commissioner for children|Ombudsman/);

    // Where dossiers stand side by side the giver is named too, on the pages and in the data.
    const times = async (path: string, words: string) => (await read(path)).split(words).length - 1;
    const [givenBy, partner] = [`given by <bdi>${commission}</bdi>`, `in coalition with <bdi>${commission}</bdi>`];
    const compared = '/public/compare?state=XAA';
    expect([await times(compared, givenBy), await times(compared, partner)]).toEqual([2, 1]);
    expect([await times('/public/elements/8.4', givenBy), await times('/public/elements/3.2', givenBy)]).toEqual([1, 0]);
    expect([await times('/public/states/XAA/compare?show=all', givenBy), await times('/public/states/XAA/compare?show=all', partner)]).toEqual([1, 1]);
    for (const path of ['/public/states/XAA', `/public/publications/${id}`]) expect([path, await times(path, partner)]).toEqual([path, 1]);
    const ofElement = JSON.parse(await read('/api/public/comparisons/elements/8.4'));
    expect(ofElement.items).toMatchObject([{ organisation: 'Aruna Child Rights Watch', position: { contributedBy: commission } }]);
    expect(await read('/api/public/comparisons/states.csv?state=XAA')).toContain(`,"${commission}",`);

    // And who reads that another published otherwise reads of whom it came.
    const government = await scopeFor(served, 'lead@government.example');
    const theirs = await openedDossier(served, government);
    await as(other, 'POST', `/api/dossiers/${theirs}/elements/8.4/assessments`)
      .send(judgement({ law: 'compliant' }))
      .expect(201);
    await published(served, government, theirs);
    const { body: gaps } = await as(other, 'GET', `/api/dossiers/${theirs}/gaps?kind=contested`).expect(200);
    expect(gaps.items).toMatchObject([{ element: '8.4', facts: { contest: { by: ['Aruna Child Rights Watch'], given: [commission] } } }]);
    expect(gaps.items[0].why).toContain(`Contested by Aruna Child Rights Watch (given by ${commission})`);
    const { body: contested } = await as(other, 'GET', `/api/dossiers/${theirs}/contested`).expect(200);
    expect(contested.points[0].positions.map(({ contributedBy = null }) => contributedBy)).toEqual([null, commission]);

    // A release in which nobody else is named stays in the format that it had, and neither passes for the other.
    const old = await read(`/api/public/publications/${first.id}.json`);
    expect([JSON.parse(old).format, await problemsOf(old), old.includes('contributedBy')]).toEqual(['urn:servanda:schema:release:1', [], false]);
    const { seal: _, ...forged } = { ...JSON.parse(text), format: 'urn:servanda:schema:release:1' };
    expect(await problemsOf(canonicalJson({ ...forged, seal: sha256(canonicalJson(forged)) }))).toEqual(['format: is not the format of what stands here']);
  });
});
