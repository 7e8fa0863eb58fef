// Following and news: what was published reaches those who follow it, once, in the inbox and by letter; nothing else does, and nobody else sees it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contract, type Digest, type Follow, type NewsItem } from '@servanda/contract';
import pg from 'pg';
import type supertest from 'supertest';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import { Digests } from '../src/people/watching/digests.service.ts';
import { Clock } from '../src/platform/clock.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { MailDelivery } from '../src/platform/mail/delivery.ts';
import { NewsWork } from '../src/publications/news/news.work.ts';
import { Pulse } from '../src/publications/portal/pulse.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { type MailServer, startMailServer, testAuthority } from './mail-server.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { published, withdrawn } from './plant-publication.ts';
import { actFor, type Served, serve, serveOn } from './server.ts';

let served: Served;
let server: MailServer;
let superuser: pg.Client;
let government: Scope;
let neighbour: Scope;
let ngo: Scope;
let dossier: string;
const cookies: Record<string, string> = {};
const { people } = contract;

beforeAll(async () => {
  server = await startMailServer();
  served = await serve({
    SMTP_URL: `smtp://127.0.0.1:${server.port}?ca=${testAuthority}`,
    MAIL_FROM: 'post@servanda.example',
    PUBLIC_URL: 'https://servanda.example',
  });
  await seat(served);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  government = await scopeFor(served, 'lead@government.example');
  neighbour = await scopeFor(served, 'lead@neighbour.example');
  ngo = await scopeFor(served, 'lead@ngo.example');
  dossier = await openedDossier(served, government);
  for (const who of ['lead@government.example', 'viewer@government.example', 'lead@neighbour.example', 'lead@ngo.example'])
    cookies[who] = await signIn(served, who);
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
  await server.stop();
});

type Who = 'lead@government.example' | 'viewer@government.example' | 'lead@neighbour.example' | 'lead@ngo.example';
const as = (request: supertest.Test, who: Who) => request.set('cookie', cookies[who] ?? '');
const follow = (who: Who, what: object, timeZone = 'UTC') => as(served.http().put(people.follow.path), who).send({ what, timeZone });
const following = async (who: Who): Promise<{ items: Follow[]; total: number; digest: Digest }> =>
  (await as(served.http().get(people.following.path), who).expect(200)).body;
const news = async (who: Who, query = ''): Promise<{ items: NewsItem[]; total: number; unread: number }> =>
  (await as(served.http().get(`${people.news.path}${query}`), who).expect(200)).body;
const choose = (who: Who, every: string, timeZone = 'UTC') => as(served.http().put(people.reviseDigest.path), who).send({ every, timeZone }).expect(200);
const forgetAll = async () => {
  for (const table of ['follow', 'news', 'digest_choice', 'outbox']) await superuser.query(`DELETE FROM ${table}`);
  server.received.length = 0;
};
/** What a serving process does once in a while, and when something was published. */
async function tell(): Promise<void> {
  served.app.get(Pulse).forget();
  await served.app.get(NewsWork).tell();
}
const send = (at = new Date()) => served.app.get(Clock).at(at, () => served.app.get(Digests).sendDue());
async function deliver(): Promise<void> {
  while ((await served.app.get(MailDelivery).deliverNext()) === 'sent');
}
async function judged(scope: Scope, on: string, code: string): Promise<void> {
  const evidence = await addedEvidence(served, scope, on);
  const body = {
    basedOn: null,
    law: 'compliant' as const,
    practice: null,
    asOf: '2026-03-31',
    periodFrom: null,
    periodTo: null,
    reasons: 'Section 4.',
    qualifierNote: '',
  };
  const citations = [{ evidence, pinpoint: 's. 4', stance: 'supports' as const, passage: null }];
  await served.app.get(AssessmentsService).record(scope, { params: { id: on, code }, query: undefined, body: { ...body, citations, submit: true } });
}
let notes = 0;
const publish = (scope: Scope, of: string, more = {}) => published(served, scope, of, { note: `Told ${++notes}`, ...more });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe('following', () => {
  test('keeps a State, a dossier and an element, each once, and lets go of them', async () => {
    const state = (await follow('lead@government.example', { kind: 'state', iso3: 'XAA' }, 'Africa/Nairobi').expect(200)).body;
    expect((await follow('lead@government.example', { kind: 'state', iso3: 'XAA' }).expect(200)).body).toEqual(state);
    await follow('lead@government.example', { kind: 'dossier', dossier }).expect(200);
    await follow('lead@government.example', { kind: 'element', iso3: 'XAA', element: '3.2' }).expect(200);
    const { items, total, digest } = await following('lead@government.example');
    expect(items.map(({ kind, iso3, element }) => ({ kind, iso3, element }))).toEqual([
      { kind: 'element', iso3: 'XAA', element: '3.2' },
      { kind: 'dossier', iso3: 'XAA', element: null },
      { kind: 'state', iso3: 'XAA', element: null },
    ]);
    expect({ total, digest }).toEqual({ total: 3, digest: { every: 'daily', timeZone: 'Africa/Nairobi' } });
    expect(items[1]).toMatchObject({ dossier, title: expect.any(String), publishedBy: null });
    await as(served.http().delete(`/api/account/following/${state.id}`), 'lead@government.example').expect(204);
    expect((await following('lead@government.example')).total).toBe(2);
  });

  test('refuses what nobody may see as what is not there: a dossier of others that is not published, a State and an element that are not known', async () => {
    for (const what of [
      { kind: 'dossier', dossier },
      { kind: 'dossier', dossier: '01890a5d-ac96-774b-bcce-b302099a8057' },
      { kind: 'state', iso3: 'QQQ' },
      { kind: 'element', iso3: 'XAA', element: '3.99' },
    ])
      expect((await follow('lead@neighbour.example', what).expect(404)).body.code).toBe('not_found');
    for (const body of [{ what: { kind: 'person', person: dossier } }, { what: { kind: 'state', iso3: 'XAA' }, timeZone: 'Mars/Olympus' }])
      await as(served.http().put(people.follow.path), 'lead@neighbour.example').send(body).expect(400);
  });

  test('has its bound, said with the remedy', async () => {
    const { organisation, person } = await scopeFor(served, 'lead@ngo.example');
    await superuser.query("INSERT INTO follow SELECT $1, $2, gen_random_uuid(), 'XAA', NULL, 'x.' || i, NULL, now() FROM generate_series(1, 300) i", [
      organisation,
      person,
    ]);
    const { code, detail } = (await follow('lead@ngo.example', { kind: 'state', iso3: 'XAA' }).expect(409)).body;
    expect([code, detail]).toEqual(['wrong_state', expect.stringContaining('no longer')]);
    expect((await superuser.query('SELECT 1 FROM follow WHERE person_id = $1', [person])).rowCount).toBe(300);
  });

  test('is seen by nobody else: not by a colleague, not by the lead, not by the database under another name, not in the journal', async () => {
    const [first] = (await following('lead@government.example')).items;
    expect((await following('viewer@government.example')).items).toEqual([]);
    await as(served.http().delete(`/api/account/following/${first?.id}`), 'viewer@government.example').expect(404);
    expect((await superuser.query("SELECT 1 FROM journal_entry WHERE act ~ 'follow|news|digest'")).rowCount).toBe(0);
    // The lead reads both rows; under the name of a colleague, of nobody in particular or of a stranger the same connection reads none.
    const colleague = (await scopeFor(served, 'viewer@government.example')).person;
    const { organisation, person } = government;
    const readers = [{ organisation, person }, { organisation, person: colleague }, { organisation }, { organisation: neighbour.organisation, person }];
    const runtime = new pg.Client({ connectionString: served.runtimeUrl });
    await runtime.connect();
    const read: number[] = [];
    for (const reader of readers) {
      await runtime.query('BEGIN');
      await actFor(runtime, reader);
      read.push((await runtime.query('SELECT 1 FROM follow')).rowCount ?? 0, (await runtime.query('SELECT 1 FROM digest_choice')).rowCount ?? 0);
      await runtime.query('ROLLBACK');
    }
    await runtime.end();
    expect(read).toEqual([2, 1, 0, 0, 0, 0, 0, 0]);
  });
});

describe('news', () => {
  beforeAll(forgetAll);

  test('of a release come to those who follow its State, its dossier or what it says of an element, once each; to others not', async () => {
    await follow('lead@neighbour.example', { kind: 'state', iso3: 'XAA' }).expect(200);
    await follow('lead@government.example', { kind: 'dossier', dossier }).expect(200);
    await follow('viewer@government.example', { kind: 'element', iso3: 'XAA', element: '3.2' }).expect(200);
    await follow('lead@ngo.example', { kind: 'element', iso3: 'XAA', element: '8.1.e' }).expect(200);
    const release = await publish(government, dossier);
    await tell();
    await tell();
    const path = `/public/publications/${release.id}`;
    const { items, total, unread } = await news('lead@neighbour.example');
    expect({ total, unread }).toEqual({ total: 1, unread: 1 });
    expect(items[0]).toMatchObject({ kind: 'release', iso3: 'XAA', number: release.number, path, isRead: false, because: ['state'], to: null, element: null });
    expect(Date.parse(items[0]?.at ?? '')).toBe(Date.parse(release.publishedAt));
    expect((await news('lead@government.example')).items).toMatchObject([{ path, because: ['dossier'] }]);
    // Nothing is judged in this dossier: for who follows an element nothing has happened.
    expect((await news('viewer@government.example')).total + (await news('lead@ngo.example')).total).toBe(0);
  });

  test('of a withdrawal follow the release; what was published before somebody followed is no news', async () => {
    const first = await publish(government, dossier);
    await follow('viewer@government.example', { kind: 'state', iso3: 'XAA' }).expect(200);
    await withdrawn(served, government, dossier, first.id);
    await tell();
    expect((await news('viewer@government.example')).items.map(({ kind }) => kind)).toEqual(['withdrawal']);
    expect((await news('lead@neighbour.example')).items.map(({ kind }) => kind)).toEqual(['withdrawal', 'release', 'release']);
  });

  test('of an element come where a release says something else of it than the one before, and where it is withdrawn', async () => {
    await follow('lead@ngo.example', { kind: 'element', iso3: 'XAA', element: '4.1' }).expect(200);
    const told = async () => {
      await tell();
      return (await news('lead@ngo.example')).items.map(({ kind, because }) => [kind, ...because]);
    };
    await judged(government, dossier, '8.1.e');
    await publish(government, dossier);
    expect(await told()).toEqual([['release', '8.1.e']]);
    const same = await publish(government, dossier);
    expect(await told()).toEqual([['release', '8.1.e']]);
    await judged(government, dossier, '4.1');
    const next = await publish(government, dossier);
    expect(await told()).toEqual([
      ['release', '4.1'],
      ['release', '8.1.e'],
    ]);
    for (const { id } of [same, next]) await withdrawn(served, government, dossier, id);
    expect(await told()).toEqual([
      ['withdrawal', '4.1'],
      ['release', '4.1'],
      ['release', '8.1.e'],
    ]);
  });

  test('of what organisations say to each other come to who follows the element, the State, or the dossier that is spoken to', async () => {
    const theirs = await openedDossier(served, { ...ngo, iso3: 'XAA' }, 'An audit of Aruna');
    const to = (await publish(government, dossier)).id;
    await tell();
    await forgetAll();
    await follow('lead@government.example', { kind: 'dossier', dossier }).expect(200);
    await follow('viewer@government.example', { kind: 'element', iso3: 'XAA', element: '8.1.e' }).expect(200);
    await follow('lead@neighbour.example', { kind: 'element', iso3: 'XAA', element: '3.2' }).expect(200);
    await as(served.http().post(`/api/dossiers/${theirs}/statements`), 'lead@ngo.example')
      .send({ kind: 'request', to, element: '8.1.e', text: 'Which regulation brings it into force?' })
      .expect(201);
    await tell();
    const [asked] = (await news('lead@government.example')).items;
    expect(asked).toMatchObject({
      kind: 'request',
      element: '8.1.e',
      because: ['dossier'],
      path: expect.stringMatching(/^\/public\/states\/XAA\/obligations\/8\.1#s-/),
    });
    expect((await news('viewer@government.example')).items).toMatchObject([{ kind: 'request', because: ['8.1.e'], to: asked?.to }]);
    expect((await news('lead@neighbour.example')).total).toBe(0);
    expect(JSON.stringify((await superuser.query('SELECT told FROM news')).rows)).not.toContain('Which regulation');
    const page = (
      await served
        .http()
        .get(asked?.path ?? '')
        .expect(200)
    ).text;
    expect(page).toContain(`id="${asked?.path.split('#')[1]}"`);
    const feed = (await served.http().get('/public/states/XAA/obligations/8.1/feed.atom').expect(200)).text;
    expect(feed).toContain('<category term="request"/>');
    await forgetAll();
    await follow('lead@neighbour.example', { kind: 'state', iso3: 'XAA' }).expect(200);
    for (let i = 0; i < 3; i++) await publish(government, dossier);
    await tell();
  });

  test('are read one by one or all, are unread again, and are paged', async () => {
    const { items } = await news('lead@neighbour.example', '?limit=2');
    expect(items).toHaveLength(2);
    const mark = (body: object) => as(served.http().put(people.markNews.path), 'lead@neighbour.example').send(body).expect(200);
    expect((await mark({ ids: [items[0]?.id] })).body).toEqual({ unread: 2 });
    expect((await news('lead@neighbour.example', '?unread=true')).total).toBe(2);
    expect((await mark({ ids: null })).body).toEqual({ unread: 0 });
    expect((await mark({ ids: [items[1]?.id], isRead: false })).body).toEqual({ unread: 1 });
    expect((await as(served.http().get(people.unreadNews.path), 'lead@neighbour.example').expect(200)).body).toEqual({ unread: 1 });
    expect((await news('lead@neighbour.example', '?limit=1&offset=2')).items).toHaveLength(1);
    // Another's news cannot be marked, nor told from what is not there.
    await follow('viewer@government.example', { kind: 'state', iso3: 'XAA' }).expect(200);
    await publish(government, dossier);
    await tell();
    const own = (await news('viewer@government.example')).items[0]?.id;
    await mark({ ids: [own] });
    expect((await news('viewer@government.example')).unread).toBe(1);
  });

  test('are told once by two processes at once, and by one that has just begun', async () => {
    const before = (await news('lead@neighbour.example')).total;
    const other = await serveOn(served, served.filesDir);
    try {
      await publish(government, dossier);
      served.app.get(Pulse).forget();
      await Promise.all([served.app.get(NewsWork).tell(), other.app.get(NewsWork).tell()]);
    } finally {
      await other.stop();
    }
    expect((await news('lead@neighbour.example')).total).toBe(before + 1);
  });

  test('never tell of what is not published: a proposal, a draft, another’s working dossier', async () => {
    const before = (await superuser.query('SELECT count(*)::int AS n FROM news')).rows[0].n;
    await openedDossier(served, neighbour);
    await tell();
    expect((await superuser.query('SELECT count(*)::int AS n FROM news')).rows[0].n).toBe(before);
    expect(JSON.stringify((await superuser.query('SELECT told FROM news')).rows)).not.toMatch(/Told \d/);
  });
});

describe('a letter of news', () => {
  beforeAll(forgetAll);

  test('goes at once to who asked for it, with title and link alone, in text and HTML, and can be stopped with one click', async () => {
    await follow('lead@neighbour.example', { kind: 'state', iso3: 'XAA' }).expect(200);
    await choose('lead@neighbour.example', 'immediate');
    const release = await publish(government, dossier);
    await tell();
    expect([await send(), await send()]).toEqual([1, 0]);
    await deliver();
    expect(server.received).toHaveLength(1);
    const [{ mail, to, raw }] = server.received as [MailServer['received'][0]];
    const { rows } = await superuser.query('SELECT name FROM organisation WHERE id = $1', [government.organisation]);
    const { rows: states } = await superuser.query("SELECT name FROM state WHERE iso3 = 'XAA'");
    expect({ to, subject: mail.subject }).toEqual({
      to: ['lead@neighbour.example'],
      subject: `${rows[0].name} published release ${release.number} on ${states[0].name}`,
    });
    const link = `https://servanda.example/public/publications/${release.id}`;
    expect([mail.text?.includes(link), String(mail.html).includes(`href="${link}"`)]).toEqual([true, true]);
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    // What the mail program sends when the button is pressed: no cookie, no origin, a form.
    const address = new URL(/List-Unsubscribe: <(\S+)>/.exec(raw.replaceAll(/\r\n\s+/g, ' '))?.[1] ?? '');
    const press = () => served.http().post(`${address.pathname}${address.search}`).type('form').send('List-Unsubscribe=One-Click');
    await press().expect(204);
    await press().expect(204);
    expect((await following('lead@neighbour.example')).digest.every).toBe('off');
    await publish(government, dossier);
    await tell();
    expect(await send()).toBe(0);
    expect((await news('lead@neighbour.example')).total).toBe(2);
    // The link for people leads to a page and carries the same right in its fragment, which no server is sent.
    expect(mail.text?.split(/\s/)).toContain(`https://servanda.example/letters/stop#${address.searchParams.get('token')}`);
  });

  test.each(['', 'x', 'A'.repeat(86)])('is stopped by no link that is not ours: %j', async (token) => {
    const { body } = await served.http().post(`${people.stopDigest.path}?token=${token}`).expect(410);
    expect(body.code).toBe('link_unusable');
  });

  test('comes daily or weekly in the morning of where the person is, holds what is unread, and none where there is nothing', async () => {
    await forgetAll();
    await follow('lead@neighbour.example', { kind: 'state', iso3: 'XAA' }, 'Asia/Kathmandu').expect(200);
    await publish(government, dossier);
    await publish(government, dossier);
    await tell();
    expect(await send()).toBe(0);
    expect(await send(inDays(1.01))).toBe(1);
    await deliver();
    expect(server.received.map(({ mail }) => mail.subject)).toEqual(['News of what you follow (2)']);
    // The next turn comes with nothing to tell.
    expect(await send(inDays(2.02))).toBe(1);
    await choose('lead@neighbour.example', 'weekly', 'America/Lima');
    await publish(government, dossier);
    await tell();
    await as(served.http().put(people.markNews.path), 'lead@neighbour.example').send({ ids: null }).expect(200);
    expect(await send(inDays(8))).toBe(1);
    await deliver();
    expect(server.received).toHaveLength(1);
  });

  test('is in the person’s language', async () => {
    await forgetAll();
    await superuser.query("UPDATE person SET locale = 'ar' WHERE email = 'lead@neighbour.example'");
    await follow('lead@neighbour.example', { kind: 'state', iso3: 'XAA' }).expect(200);
    await choose('lead@neighbour.example', 'immediate');
    await publish(government, dossier);
    await tell();
    await send();
    await deliver();
    const mail = server.received[0]?.mail;
    expect(mail?.subject).toMatch(/^نشرت /);
    expect(mail?.html).toContain('<html lang="ar" dir="rtl">');
    await superuser.query("UPDATE person SET locale = NULL WHERE email = 'lead@neighbour.example'");
  });

  test('is sent once by many processes at once, and by one that died before it was queued', async () => {
    await forgetAll();
    await follow('lead@neighbour.example', { kind: 'state', iso3: 'XAA' }).expect(200);
    await choose('lead@neighbour.example', 'immediate');
    await publish(government, dossier);
    await tell();
    // One that dies between reading what is due and the one statement that sends leaves everything as it was.
    await superuser.query('SET ROLE servanda_owner');
    expect((await superuser.query('SELECT * FROM app.digests_due(now(), 10)')).rowCount).toBe(1);
    await superuser.query('RESET ROLE');
    await Promise.all(Array.from({ length: 8 }, () => send()));
    expect((await superuser.query("SELECT 1 FROM outbox WHERE letter = 'newsDigest'")).rowCount).toBe(1);
    expect(await send()).toBe(0);
  });

  test('is not sent to who left or waits outside, and whoever leaves takes it all along', async () => {
    await forgetAll();
    await follow('viewer@government.example', { kind: 'state', iso3: 'XAA' }).expect(200);
    await choose('viewer@government.example', 'immediate');
    await publish(government, dossier);
    await tell();
    const viewer = (await superuser.query<{ id: string }>("SELECT id FROM person WHERE email = 'viewer@government.example'")).rows[0]?.id;
    const become = (status: string) => superuser.query('UPDATE membership SET status = $2 WHERE person_id = $1', [viewer, status]);
    await become('suspended');
    expect(await send()).toBe(0);
    await become('left');
    for (const table of ['follow', 'news', 'digest_choice'])
      expect({ table, rows: (await superuser.query(`SELECT 1 FROM ${table} WHERE person_id = $1`, [viewer])).rowCount }).toEqual({ table, rows: 0 });
  });
});
