// Ministries and bodies, and the giving of elements to them and to posts.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Scope } from '../src/platform/db/scope.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let lead: Scope;
let dossier: string;
const cookies: Record<string, string> = {};
const who = {
  lead: 'lead@government.example',
  contributor: 'contributor@government.example',
  police: 'police@government.example',
  neighbour: 'lead@neighbour.example',
};
type Who = keyof typeof who;
const send = (by: Who, method: 'get' | 'post' | 'put', path: string, body?: object) =>
  served
    .http()
    [method](path)
    .set('cookie', cookies[by] ?? '')
    .send(body);
const bodyNamed = async (name: string, by: Who = 'lead') => {
  const { body } = await send(by, 'get', '/api/organisation/bodies').expect(200);
  return body.items.find((one: { name: string }) => one.name === name);
};
const element = async (by: Who, code: string) => {
  const { body } = await send(by, 'get', `/api/dossiers/${dossier}/obligations`).expect(200);
  return body.items.flatMap((o: { elements: object[] }) => o.elements).find((e: { code: string }) => e.code === code);
};
const assign = (by: Who, body: object, id = dossier) => send(by, 'post', `/api/dossiers/${id}/assignments`, body);

beforeAll(async () => {
  served = await serve();
  await seat(served);
  lead = await scopeFor(served, who.lead);
  dossier = await openedDossier(served, lead);
  for (const [name, email] of Object.entries(who)) cookies[name] = await signIn(served, email);
});
afterAll(() => served.stop());

describe('bodies', () => {
  test('the texts that memberships had are bodies, each with its members, and the session still names one', async () => {
    expect(await bodyNamed('Ministry of Justice')).toMatchObject({ shortName: '', email: null, archivedAt: null, members: 1, version: 1 });
    const session = await send('contributor', 'get', '/api/session').expect(200);
    expect(session.body.body).toBe('Ministry of Social Affairs');
  });

  test('a lead adds, renames, archives and brings back; the journal holds each act; members keep the new name', async () => {
    const added = await send('lead', 'post', '/api/organisation/bodies', {
      name: 'Office of Statistics',
      shortName: 'OS',
      email: 'OS@government.example',
    }).expect(201);
    expect(added.body).toMatchObject({ name: 'Office of Statistics', shortName: 'OS', email: 'os@government.example', members: 0 });
    const social = await bodyNamed('Ministry of Social Affairs');
    const path = `/api/organisation/bodies/${social.id}`;
    await send('lead', 'put', path, { version: 1, name: 'Ministry of the Family', shortName: 'MF' }).expect(200);
    expect((await send('contributor', 'get', '/api/session')).body.body).toBe('Ministry of the Family');
    const archived = await send('lead', 'put', path, { version: 2, name: 'Ministry of the Family', isArchived: true }).expect(200);
    expect(archived.body.archivedAt).toMatch(/^\d{4}-/);
    const back = await send('lead', 'put', path, { version: 3, name: 'Ministry of Social Affairs' }).expect(200);
    expect(back.body).toMatchObject({ version: 4, archivedAt: null });
    const admin = new pg.Client({ connectionString: served.adminUrl });
    await admin.connect();
    const { rows } = await admin.query("SELECT act FROM journal_entry WHERE organisation_id = $1 AND subject = 'body' ORDER BY seq", [lead.organisation]);
    await admin.end();
    expect(rows.map((row) => row.act)).toEqual(['body.added', 'body.revised', 'body.revised', 'body.revised']);
  });

  test('refuses others than leads, a second of the same name, a version that has passed, and an empty name', async () => {
    await send('contributor', 'post', '/api/organisation/bodies', { name: 'Mine' }).expect(403);
    const told = (await send('contributor', 'get', '/api/organisation/bodies').expect(200)).body.may;
    expect(told).toEqual({ add: { allowed: false, because: 'role' }, revise: { allowed: false, because: 'role' } });
    const justice = await bodyNamed('Ministry of Justice');
    expect((await send('lead', 'post', '/api/organisation/bodies', { name: ' Ministry of Justice ' }).expect(409)).body.code).toBe('already_exists');
    const stale = await send('lead', 'put', `/api/organisation/bodies/${justice.id}`, { version: 9, name: 'X' }).expect(409);
    expect(stale.body).toMatchObject({ code: 'stale_version', current: { name: 'Ministry of Justice' } });
    await send('lead', 'post', '/api/organisation/bodies', { name: '  ' }).expect(400);
  });

  test('keeps apart: a neighbour sees and changes none of them', async () => {
    const justice = await bodyNamed('Ministry of Justice');
    expect(await bodyNamed('Ministry of Justice', 'neighbour')).toBeUndefined();
    expect((await send('neighbour', 'put', `/api/organisation/bodies/${justice.id}`, { version: 1, name: 'X' }).expect(404)).body.code).toBe('not_found');
    await send('neighbour', 'post', '/api/organisation/bodies', { name: 'Ministry of Justice' }).expect(201);
  });
});

describe('who answers for an element', () => {
  test('many at once go to a body; it is shown on the checklist and the gap list, and is mine for its members', async () => {
    const social = await bodyNamed('Ministry of Social Affairs');
    const { body } = await assign('lead', { elements: ['8.1.a', '8.1.b', '8.1.b'], body: social.id }).expect(200);
    expect(body.changed).toEqual(['8.1.a', '8.1.b']);
    expect(await element('contributor', '8.1.a')).toMatchObject({ body: { name: 'Ministry of Social Affairs' }, owner: null, isMine: true });
    expect(await element('lead', '8.1.a')).toMatchObject({ isMine: false });
    expect(await element('lead', '4.1')).toMatchObject({ body: null, owner: null, isMine: false });
    const again = await assign('lead', { elements: ['8.1.a'], body: social.id }).expect(200);
    expect(again.body.changed).toEqual([]);
  });

  test('a person brings his or her body; an element given to one person is no other member’s', async () => {
    const police = await scopeFor(served, who.police);
    const social = await scopeFor(served, who.contributor);
    await assign('lead', { elements: ['10.1-1'], person: police.person }).expect(200);
    expect(await element('police', '10.1-1')).toMatchObject({ body: { name: 'Ministry of the Interior' }, owner: { id: police.person }, isMine: true });
    await assign('lead', { elements: ['8.1.b'], person: social.person }).expect(200);
    expect(await element('contributor', '8.1.b')).toMatchObject({ isMine: true });
    await assign('lead', { elements: ['8.1.b'], person: police.person }).expect(200);
    expect(await element('contributor', '8.1.b')).toMatchObject({ body: { name: 'Ministry of Social Affairs' }, isMine: false });
  });

  test('the gap list is filtered by body, by owner, by nobody and by mine', async () => {
    const social = await bodyNamed('Ministry of Social Affairs');
    const police = await scopeFor(served, who.police);
    const codes = async (by: Who, query: string) => {
      const { body } = await send(by, 'get', `/api/dossiers/${dossier}/gaps?limit=100&${query}`).expect(200);
      expect(body.total).toBe(body.items.length);
      return body.items.map((gap: { element: string }) => gap.element).sort();
    };
    expect(await codes('lead', `body=${social.id}`)).toEqual(['8.1.a', '8.1.b']);
    expect(await codes('lead', `owner=${police.person}`)).toEqual(['10.1-1', '8.1.b']);
    expect(await codes('police', 'mine=true')).toEqual(['10.1-1', '8.1.b']);
    expect(await codes('contributor', 'mine=true')).toEqual(['8.1.a']);
    expect(await codes('lead', 'body=none')).not.toContain('8.1.a');
    expect((await codes('lead', 'body=none')).length).toBe((await codes('lead', '')).length - 3);
  });

  test('the history of an element tells each step, newest first; taking away is a step too', async () => {
    await assign('lead', { elements: ['8.1.b'], body: null, person: null }).expect(200);
    const { body } = await send('contributor', 'get', `/api/dossiers/${dossier}/elements/8.1.b/assignments`).expect(200);
    expect(body.items.map((a: { number: number }) => a.number)).toEqual([4, 3, 2, 1]);
    expect(body.items[0]).toMatchObject({ body: null, person: null, cause: 'assigned', by: 'National focal point' });
    expect(body.items[3]).toMatchObject({ body: { name: 'Ministry of Social Affairs' }, person: null });
    const never = await send('contributor', 'get', `/api/dossiers/${dossier}/elements/4.1/assignments`).expect(200);
    expect(never.body).toEqual({ items: [], total: 0 });
  });

  test('twenty who assign at once leave a history without gaps', async () => {
    const social = await bodyNamed('Ministry of Social Affairs');
    await Promise.all(Array.from({ length: 20 }, (_, i) => assign('lead', { elements: ['9.1-1', '9.1-2'], body: i % 2 ? social.id : null }).expect(200)));
    for (const code of ['9.1-1', '9.1-2']) {
      const { body } = await send('lead', 'get', `/api/dossiers/${dossier}/elements/${code}/assignments`).expect(200);
      const numbers = body.items.map((a: { number: number }) => a.number);
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => numbers.length - i));
    }
  });

  test('refuses others than leads, an archived or foreign body, who is no member, an unknown element, and nothing to do', async () => {
    const justice = await bodyNamed('Ministry of Justice');
    const foreign = await bodyNamed('Ministry of Justice', 'neighbour');
    const stranger = await scopeFor(served, who.neighbour);
    await send('lead', 'put', `/api/organisation/bodies/${justice.id}`, { version: 1, name: 'Ministry of Justice', isArchived: true }).expect(200);
    expect((await assign('contributor', { elements: ['4.1'], body: null }).expect(403)).body.code).toBe('forbidden');
    for (const [path, sent] of [
      ['body', { elements: ['4.1'], body: justice.id }],
      ['body', { elements: ['4.1'], body: foreign.id }],
      ['person', { elements: ['4.1'], person: stranger.person }],
      ['elements', { elements: ['4.1', '99.1'], body: null }],
      ['elements', { elements: [], body: null }],
      ['body', { elements: ['4.1'] }],
    ] as const)
      expect((await assign('lead', sent).expect(400)).body.fields[0].path).toBe(path);
    expect(await element('lead', '4.1')).toMatchObject({ body: null, owner: null });
  });

  test('keeps apart: a foreign dossier is not there', async () => {
    expect((await assign('neighbour', { elements: ['4.1'], body: null }).expect(404)).body.code).toBe('not_found');
    await send('neighbour', 'get', `/api/dossiers/${dossier}/elements/8.1.b/assignments`).expect(404);
  });
});
