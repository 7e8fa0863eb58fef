// Whatever organisations record, publish, withdraw, reply, ask and answer: everything public tells what stands and was said, and nothing else; and no
// organisation hears more of another than anyone does. PUBLICATION_RUNS goes through more worlds, PUBLICATION_SEED through others.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { doors, Release } from '@servanda/contract';
import fc from 'fast-check';
import pg from 'pg';
import { LeavingJob } from '../src/people/leaving/leaving.job.ts';
import { newId } from '../src/platform/ids.ts';
import { everyAddress, publicDoors, type Things, told } from './everything-public.ts';
import { judgesTimes } from './faults/figures.ts';
import { codes, GeneratedWorld, type Ledger, type Step, step, wordsIn } from './generated-publications.ts';
import { seat } from './people.ts';
import { type Served, serve } from './server.ts';

const runs = Number(process.env['PUBLICATION_RUNS'] ?? 3);
const seed = Number(process.env['PUBLICATION_SEED'] ?? 7);
let served: Served;
let superuser: pg.Client;
let world: GeneratedWorld;

beforeAll(async () => {
  served = await serve();
  await seat(served);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  world = new GeneratedWorld(served, superuser);
  await world.found('government', 'XAA');
  await world.found('ngo', 'XAA');
  await world.found('nhri', 'XAA');
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

const things = (some: Partial<Things> = {}): Things => ({
  // The newest of each kind: what is older has been gone through by earlier runs.
  publication: [...world.released.keys()].slice(-5),
  statement: [...world.said.keys()].slice(-5),
  ...{ iso3: ['XAA', 'XAB'], code: codes, file: [newId()] },
  ...some,
});
const read = (path: string) => told(served, path);
const without = (text: string, ...ids: string[]) => ids.reduce((left, id) => left.replaceAll(id, ''), text).replace(/"requestId":"[^"]*"/, '');
const sorted = (words: Iterable<string>) => [...new Set(words)].sort();

/** What every world has besides: both of the first organisations publish, one asks and replies, and the other answers. */
function exchange(nth: number): Step[] {
  const parts = { articles: [3, 4, 8], reasons: true, evidence: true, files: true, matrix: nth % 2 === 1 };
  const said = { nth: 0, code: '4.1' } as const;
  return [
    ...[0, 1].flatMap((of): Step[] => [
      { does: 'record', of, code: '4.1', law: of === nth % 2 ? 'compliant' : 'non_compliant', confidentiality: 'public', isDraft: false },
      { does: 'publish', of, ...parts },
    ]),
    { does: 'join', of: nth, other: nth },
    { does: 'request', of: 1, ...said },
    { does: 'reply', of: nth % 2, ...said },
    { does: 'wait', of: 0, ...said },
    { does: 'answer', nth: 0, declines: nth % 2 === 0 },
  ];
}

/** Every address that there is tells public words alone; the fixed doors together tell all of them. */
async function nothingElseIsTold(): Promise<void> {
  const shown = world.shown();
  expect([...shown].filter((word) => world.secret.has(word))).toEqual([]);
  const answers = [];
  for (const path of everyAddress(things())) answers.push(await read(path));
  for (const { path, text, headers } of answers) expect([path, wordsIn(text + headers).filter((word) => !shown.has(word))]).toEqual([path, []]);
  const fixed = ['/api/public/publications?limit=100'];
  for (const id of world.released.keys()) fixed.push(`/api/public/publications/${id}.json`);
  for (const id of world.said.keys()) fixed.push(`/api/public/statements/${id}.json`);
  const all: string[] = [];
  for (const path of fixed) all.push(...wordsIn((await read(path)).text));
  expect(sorted(all)).toEqual(sorted(shown));
}

/** Each release that stands is what its preview showed, with its hash; a withdrawn one is a tombstone. */
async function releasesEqualTheirPreviews(): Promise<void> {
  for (const [id, { matter, isWithdrawn }] of world.released) {
    const { status, text } = await read(`/api/public/publications/${id}.json`);
    expect([id, status]).toEqual([id, isWithdrawn ? 410 : 200]);
    if (isWithdrawn) continue;
    const { format: _f, id: _i, number: _n, publishedAt: _p, publisher: _r, seal: _s, ...same } = Release.parse(JSON.parse(text));
    expect(same).toEqual(matter);
  }
}

/** Lists and comparisons count what stands. */
async function countsAreOfWhatStands(): Promise<void> {
  expect(JSON.parse((await read('/api/public/publications?limit=1')).text).total).toBe(world.released.size);
  const standing = world.standing().map(([, one]) => one);
  const { dossiers, items } = JSON.parse((await read('/api/public/comparisons/elements')).text);
  expect(dossiers).toBe(new Set(standing.map(({ ledger }) => ledger.dossier)).size);
  for (const code of codes) {
    // Of each dossier the newest release counts that covers the element.
    const covering = standing.filter(({ matter }) => matter.parts.articles.includes(Number(code.split('.')[0])));
    const counting = new Map(covering.map(({ ledger, matter }) => [ledger.dossier, matter]));
    const verdicts = [...counting.values()].flatMap(({ elements }) => elements.filter((one) => one.code === code && one.law !== null).map(({ law }) => law));
    const { law } = items.find((one: { code: string }) => one.code === code).counts;
    for (const verdict of ['compliant', 'non_compliant'])
      expect([code, verdict, law[verdict] ?? 0]).toEqual([code, verdict, verdicts.filter((one) => one === verdict).length]);
  }
}

/** What exists in secret sounds like what does not exist, at every public door and page that names a thing; and is not found by its word. */
async function secretsSoundUnknown(hidden: string, secret: string): Promise<void> {
  const unknown = newId();
  const of = (id: string) => everyAddress(things({ publication: [id], statement: [id], file: [id] })).filter((path) => path.includes(id));
  const [theirs, nobodys] = [of(hidden), of(unknown)];
  expect(theirs.length).toBeGreaterThan(publicDoors.filter(({ path }) => /publication|statement/.test(path)).length / 2);
  for (const [i, path] of theirs.entries()) {
    const [heard, other] = [await read(path), await read(nobodys[i] ?? '')];
    expect([path, heard.status, without(heard.text, hidden)]).toEqual([path, 404, without(other.text, unknown)]);
  }
  const found = async (q: string) => without((await read(`/public?q=${q}`)).text, q);
  expect(await found(secret)).toBe(await found(secret.replace('canary', 'nobody')));
}

/**
 * An organisation hears, at every door that reads and in every table and file of text that leaves, its own words and public ones, and of a dossier in
 * whose coalition it is what guests may read; of any other, nothing, as of one that nobody has.
 */
async function organisationsKeepApart(own: Ledger, other: Ledger): Promise<void> {
  const [shown, kind] = [world.shown(), own.scope.organisationKind];
  const known = world.coalitions.heardBy(own);
  const strange = (text: string) => wordsIn(text).filter((word) => !own.words.has(word) && !shown.has(word) && !known.has(word));
  const isGuest = world.coalitions.isGuest(own, other);
  const reading = doors.filter(({ access, method, allows, media, path }) => {
    const isAboutDossier = !/\{(?!id\})/.test(path) && (path.startsWith('/api/dossiers') || !path.includes('{'));
    const isRead = !media || (/json|csv|html/.test(media) && path.includes('{id}'));
    return access === 'session' && method === 'GET' && isRead && isAboutDossier && allows?.roles.includes('lead') && allows.kinds.includes(kind);
  });
  expect(reading.length).toBeGreaterThan(20);
  const ask = async (path: string) => served.http().get(path).set('cookie', own.cookie).buffer(true);
  const unknown = newId();
  for (const { path, guests } of reading) {
    const { text = '' } = await ask(path.replace('{id}', own.dossier));
    expect([path, strange(text)]).toEqual([path, []]);
    if (!path.includes('{id}')) continue;
    // A guest of its coalition reads the dossier at the doors that open to guests, and none of what is kept from them.
    if (guests && isGuest) {
      const shared = await ask(path.replace('{id}', other.dossier));
      expect([path, shared.status === 404, strange(shared.text ?? '')]).toEqual([path, false, []]);
      continue;
    }
    const [heard, nobodys] = [await ask(path.replace('{id}', other.dossier)), await ask(path.replace('{id}', unknown))];
    expect([path, heard.status, without(heard.text, other.dossier)]).toEqual([path, nobodys.status, without(nobodys.text, unknown)]);
  }
}

test('nothing unpublished crosses by anything public, and no organisation hears more of another', async () => {
  let nth = 0;
  let coalitions = false;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      for (const one of [...steps, ...exchange(nth)]) await world.take(one);
      coalitions ||= world.coalitions.hasGuests();
      await nothingElseIsTold();
      await releasesEqualTheirPreviews();
      await countsAreOfWhatStands();
      const [own, other] = [world.ledgers[nth % world.ledgers.length], world.ledgers[(nth + 1) % world.ledgers.length]];
      if (!own || !other) throw new Error('nobody has been founded');
      const secret = [...own.words].find((word) => !world.shown().has(word)) ?? 'canary0x';
      await secretsSoundUnknown(world.hidden[nth % world.hidden.length] ?? newId(), secret);
      await organisationsKeepApart(own, other);
      for (const host of world.ledgers)
        for (const guest of world.ledgers.filter((ledger) => world.coalitions.isGuest(ledger, host)).slice(0, 1)) {
          await organisationsKeepApart(guest, host);
          await organisationsKeepApart(host, guest);
        }
      nth++;
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  expect(coalitions).toBe(true);
  expect([...world.said.values()].map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reply', 'request', 'answer']));
}, 600_000);

test.each([
  ['a release', () => world.hidden[0], (id: string) => `/api/public/publications/${id}.json`],
  ['the page of a release', () => world.hidden[0], (id: string) => `/public/publications/${id}`],
  ['a dossier of somebody else', () => world.ledgers[1]?.dossier, (id: string) => `/api/dossiers/${id}`],
])('%s that is not there is refused as soon as one that is somebody’s secret', async (_, secret, path) => {
  const took: Record<string, number[]> = { hidden: [], unknown: [] };
  const cookie = world.ledgers[0]?.cookie ?? '';
  for (let i = 0; i < 25; i++)
    for (const [what, id] of [
      ['hidden', secret() ?? ''],
      ['unknown', newId()],
    ] as const) {
      const began = performance.now();
      await served.http().get(path(id)).set('cookie', cookie).expect(404);
      took[what]?.push(performance.now() - began);
    }
  const median = (all: number[] = []) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const [hidden, unknown] = [median(took['hidden']), median(took['unknown'])];
  if (judgesTimes) expect(Math.abs(hidden - unknown)).toBeLessThan(3 + 2 * Math.min(hidden, unknown));
});

test('somebody who goes, and an organisation that goes, leave what was published and said as it was, and whose', async () => {
  const leaving = world.ledgers.find(
    (ledger) => [...world.said.values()].some((said) => said.ledger === ledger) && world.standing().some(([, one]) => one.ledger === ledger),
  );
  if (!leaving) throw new Error('nobody has published and said something');
  const bytes = async () => {
    const paths = [
      ...[...world.released.keys()].map((id) => `/api/public/publications/${id}.json`),
      ...[...world.said.keys()].map((id) => `/api/public/statements/${id}.json`),
    ];
    const all: [string, string][] = [];
    for (const path of [...paths, '/api/public/publications?limit=100'])
      all.push([
        path,
        createHash('sha256')
          .update(without((await read(path)).text))
          .digest('hex'),
      ]);
    return all;
  };
  const before = await bytes();
  // The person who published it is gone from the organisation, then the organisation from the instance.
  await superuser.query(
    "INSERT INTO membership (organisation_id, person_id, role, status) SELECT $1, id, 'lead', 'active' FROM person WHERE email = 'lead@nhri.example'",
    [leaving.scope.organisation],
  );
  await superuser.query("UPDATE membership SET status = 'left' WHERE organisation_id = $1 AND person_id = $2", [
    leaving.scope.organisation,
    leaving.scope.person,
  ]);
  expect(await bytes()).toEqual(before);
  await superuser.query(
    "INSERT INTO organisation_leaving (organisation_id, id, asked_by, asked_at, due_at) VALUES ($1, $2, $3, now() - interval '31 days', now() - interval '1 day')",
    [...[leaving.scope.organisation, newId(), leaving.scope.person]],
  );
  await served.app.get(LeavingJob).carryOut();
  expect((await superuser.query('SELECT 1 FROM person WHERE id = $1', [leaving.scope.person])).rowCount).toBe(0);
  expect((await superuser.query('SELECT 1 FROM dossier WHERE organisation_id = $1', [leaving.scope.organisation])).rowCount).toBe(0);
  expect(await bytes()).toEqual(before);
  await nothingElseIsTold();
  const [id] = world.standing().find(([, one]) => one.ledger === leaving) ?? [];
  expect((await read(`/public/publications/${id}`)).text).toContain(leaving.name);
});
