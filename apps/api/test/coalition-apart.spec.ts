// A coalition: a guest is held to its one dossier by the database itself, and a release names who gave what.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson, sha256 } from '@servanda/catalogue';
import { Release, type ReleaseMatter, Statement, statementFormat } from '@servanda/contract';
import pg from 'pg';
import { checkRelease } from '../../../tools/publication/release.mjs';
import { asOwner } from '../src/reference/owner.ts';
import { type CoalitionStage, coalitionStage, commission, judgement } from './coalition.stage.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor } from './people.ts';
import { previewed, published } from './plant-publication.ts';
import { contextOf } from './server.ts';

let served: CoalitionStage['served'];
let ids: CoalitionStage['ids'];
let host: CoalitionStage['host'];
let other: CoalitionStage['other'];
let as: CoalitionStage['as'];
let at: CoalitionStage['at'];
let member: string;

beforeAll(async () => {
  const stage = await coalitionStage();
  ({ served, ids, host, other, as, at } = stage);
  await stage.invite().expect(201);
  await stage.answer('accept').expect(200);
  await stage.give();
  member = (await as(host, 'GET', at('/coalition')).expect(200)).body.items[0].organisation.id;
});
afterAll(() => served.stop());

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
    expect(seen).toEqual(expect.arrayContaining(['dossier 1', 'dossier_element 51', 'evidence 2']));
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
