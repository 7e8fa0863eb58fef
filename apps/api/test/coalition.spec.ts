// A coalition: what its guests do and what they are refused.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Door, doors } from '@servanda/contract';
import { asOwner } from '../src/reference/owner.ts';
import { type CoalitionStage, coalitionStage, commission } from './coalition.stage.ts';
import { bodies } from './door-bodies.ts';
import { signIn } from './people.ts';

let served: CoalitionStage['served'];
let ids: CoalitionStage['ids'];
let host: CoalitionStage['host'];
let guest: CoalitionStage['guest'];
let colleague: CoalitionStage['colleague'];
let other: CoalitionStage['other'];
let as: CoalitionStage['as'];
let at: CoalitionStage['at'];
let record: CoalitionStage['record'];
let invite: CoalitionStage['invite'];
let answer: CoalitionStage['answer'];
let told: CoalitionStage['told'];
let give: CoalitionStage['give'];
let member: string;
const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';
/** Words of the host's that no guest may ever read: its other dossier, a restricted piece, a member, an address, a body. */
const canaries = ['Canary dossier', 'Canary piece', 'canary-body', 'lead@ngo.example', 'auditor@ngo.example'];

beforeAll(async () => {
  ({ served, ids, host, guest, colleague, other, as, at, record, invite, answer, told, give } = await coalitionStage());
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
    const { added, given } = await give();
    await as(guest, 'POST', at('/evidence'))
      .send({ kind: 'report', title: 'Monitoring report', originator: commission, confidentiality: 'restricted' })
      .expect(400);
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
