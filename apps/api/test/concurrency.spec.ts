import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Scope } from '../src/platform/db/scope.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

interface Tenant {
  cookie: string;
  scope: Scope;
  dossier: string;
  /** A word that stands in this tenant's records only. */
  canary: string;
}
let served: Served;
const tenants: Tenant[] = [];
const body = (how: object) => ({ basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: 'Section 4.', ...how });

beforeAll(async () => {
  served = await serve();
  await seat(served);
  for (const [email, canary] of [
    ['lead@government.example', 'heron'],
    ['lead@ngo.example', 'otter'],
    ['lead@neighbour.example', 'ibex'],
  ] as const) {
    const scope = await scopeFor(served, email);
    const tenant = { cookie: await signIn(served, email), scope, dossier: await openedDossier(served, scope, `Dossier ${canary}`), canary };
    const evidence = await addedEvidence(served, scope, tenant.dossier, { title: `Act ${canary}` });
    const citations = [{ evidence, pinpoint: canary }];
    for (const code of ['3.2', '3.3']) await post(tenant, code, { reasons: `Because ${canary}`, submit: true, citations }).expect(201);
    tenants.push(tenant);
  }
});
afterAll(() => served.stop());

const at = (dossier: string, code: string) => `/api/dossiers/${dossier}/elements/${code}/assessments`;
const post = (tenant: Pick<Tenant, 'cookie' | 'dossier'>, code: string, how: object) =>
  served.http().post(at(tenant.dossier, code)).set('cookie', tenant.cookie).send(body(how));

/** Does all of the work, so many at a time. */
async function inParallel<T>(width: number, work: (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const queue = work.entries();
  const worker = async () => {
    for (const [i, act] of queue) results[i] = await act();
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

describe('two people at once lose nothing', () => {
  test.each([
    ['the first judgement', '3.4', null],
    ['a later judgement', '3.2', 1],
  ] as const)('of 20 who record %s at the same instant one wins, and each other gets the winning text', async (_, code, basedOn) => {
    const [tenant] = tenants;
    if (!tenant) throw new Error('no tenant');
    const answers = await inParallel(
      20,
      Array.from({ length: 20 }, (_, i) => async () => post(tenant, code, { basedOn, reasons: `Text ${i}` })),
    );
    const won = answers.filter((a) => a.status === 201);
    expect(won).toHaveLength(1);
    for (const { status, body: problem } of answers.filter((a) => a.status !== 201)) {
      expect([status, problem.code]).toEqual([409, 'stale_version']);
      expect(problem.current).toEqual(won[0]?.body);
    }
    const { body: history } = await served.http().get(at(tenant.dossier, code)).set('cookie', tenant.cookie).expect(200);
    expect(history.total).toBe((basedOn ?? 0) + 1);
    expect(history.items[0].reasons).toBe(won[0]?.body.reasons);
  });

  test('of 10 who decide at the same instant one decides', async () => {
    const tenant = tenants[0];
    if (!tenant) throw new Error('no tenant');
    const reviewer = await signIn(served, 'reviewer@government.example');
    const decide = (act: string) => async () =>
      served
        .http()
        .post(`${at(tenant.dossier, '3.3')}/1/reviews`)
        .set('cookie', reviewer)
        .send({ act, reason: 'Decided' });
    const answers = await inParallel(
      10,
      Array.from({ length: 10 }, (_, i) => decide(i % 2 ? 'accept' : 'return')),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });
});

test('1,000 requests of three organisations, 20 at a time: not one foreign row', async () => {
  const others = (tenant: Tenant) => tenants.filter((t) => t !== tenant);
  const work = Array.from({ length: 1000 }, (_, i) => async () => {
    const tenant = tenants[i % tenants.length];
    if (!tenant) throw new Error('no tenant');
    const reads = ['coverage', 'gaps?limit=100', 'obligations', 'elements/3.3/assessments', 'evidence'];
    const asked = i % 10 === 9 ? (others(tenant)[0]?.dossier ?? '') : tenant.dossier;
    const get = (path: string) => served.http().get(path).set('cookie', tenant.cookie);
    const answer =
      i % 25 === 24
        ? await post(tenant, '9.1-1', { basedOn: 999, reasons: tenant.canary })
        : await get(i % 7 === 0 ? '/api/dossiers' : `/api/dossiers/${asked}/${reads[i % reads.length]}`);
    const isForeign = i % 25 !== 24 && i % 7 !== 0 && asked !== tenant.dossier;
    const leaked = others(tenant)
      .flatMap((o) => [o.canary, o.scope.organisation, ...(isForeign ? [] : [o.dossier])])
      .filter((word) => answer.text.includes(word));
    return { status: answer.status, expected: i % 25 === 24 ? 409 : isForeign ? 404 : 200, leaked };
  });
  const answers = await inParallel(20, work);
  expect(answers.filter((a) => a.leaked.length || a.status !== a.expected)).toEqual([]);
  expect(answers).toHaveLength(1000);
}, 120_000);
