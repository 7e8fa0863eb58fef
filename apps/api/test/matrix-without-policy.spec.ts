// Row-level security alone: the matrix of foreign things again, on a build whose policies are switched off; then with
// services that are mistaken about whom they work for; and the same as superuser, where it must fail.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { belief, switches, switchOffPolicies } from './matrix/without-policy.ts';

const policies = await switchOffPolicies();
const { serve } = await import('./server.ts');
const { makeWorld } = await import('./matrix/world.ts');
const { attackWith, strangersOn } = await import('./matrix/attack.ts');
const { ledgers } = await import('./matrix/cast.ts');
const { fingerprint } = await import('./matrix/fingerprint.ts');
const { isOnThing, rowOf, sessionDoors, wrong } = await import('./matrix/walk.ts');
type Tenant = (typeof ledgers)[number];
type World = Awaited<ReturnType<typeof makeWorld>>;

// Refused statements are faults here, and meant.
const quiet = { LOG_LEVEL: 'silent' };

test('every policy of the product is switched off here, and nothing in the product can do that', () => {
  expect(policies.length).toBeGreaterThanOrEqual(6);
  expect(switches()).toEqual([]);
});

describe('as the runtime role', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await serve(quiet));
  });
  afterAll(() => world?.served.stop());

  test('the policies are off indeed: a viewer does what only a lead may', async () => {
    const viewer = world.knockers.find((k) => k.tenant === 'aruna' && k.role === 'viewer');
    const answer = await fetch(`${world.origin}/api/organisation/bodies`, {
      method: 'POST',
      headers: { ...viewer?.identity, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Ministry that a viewer added' }),
    });
    expect(answer.status).toBe(201);
  });

  test('what is foreign is not there, for anyone, through any door; nothing of it changes', async () => {
    const before = await fingerprint(world);
    const tried = [];
    for (const door of sessionDoors.filter(isOnThing)) tried.push(...(await strangersOn(world, door)));
    expect(wrong(tried)).toEqual([]);
    expect(await fingerprint(world)).toEqual(before);
    console.log(`without policies: ${tried.length} requests for foreign things`);
  }, 240_000);

  test('a service that believes to work for another organisation reads and changes nothing of it', async () => {
    const before = await fingerprint(world);
    const { tried, leaks } = await attackWith(world, belief, sessionDoors);
    expect(leaks).toEqual([]);
    expect(await fingerprint(world)).toEqual(before);
    console.log(`mistaken services: ${tried} requests`);
  }, 120_000);
});

describe('as superuser, to whom row-level security does not apply', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await serve(quiet, { asSuperuser: true }));
  });
  afterAll(() => world?.served.stop());

  test('the same attack finds strangers’ words behind every reading door: the suite bites', async () => {
    const reading = sessionDoors.filter((door) => door.method === 'GET');
    const { leaks } = await attackWith(world, belief, reading);
    const leaking = new Set(leaks.map(({ door }) => door));
    // What speaks of the session, the account or the own post alone begins with the person and not with the organisation.
    const ofThePerson = ['people.whoAmI', 'people.confirmation', 'people.factors', 'people.sessions', 'reports.brief', 'reports.briefJson'];
    // Search and twins ask functions of the owner, which take the organisation from the signed scope alone; the attack forges everything but that.
    const bySignedScope = ['evidence.search', 'evidence.twins'];
    // What a job makes is made in the scope of its run; the attack forges that of the request alone. The doors of the record behind it are here.
    const byJob = ['reports.statusOscal'];
    expect(
      reading
        .map((door) => door.name)
        .filter((name) => !leaking.has(name) && ![...bySignedScope, ...byJob].includes(name) && !rowOf({ name }).mute && !ofThePerson.includes(name)),
    ).toEqual([]);
  });

  test('and changes what is theirs', async () => {
    const before = await fingerprint(world);
    await attackWith(
      world,
      belief,
      sessionDoors.filter((door) => door.method !== 'GET'),
    );
    const after = await fingerprint(world);
    const changed = (tenant: Tenant) => Object.keys(after[tenant] ?? {}).filter((table) => before[tenant]?.[table] !== after[tenant]?.[table]);
    for (const tenant of ledgers) expect(changed(tenant)).toEqual(expect.arrayContaining(['body', 'dossier', 'evidence', 'membership']));
  });
});
