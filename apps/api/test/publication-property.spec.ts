// Whatever organisations record, publish and withdraw: the public's doors tell what the previews of standing releases showed, and nothing else.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Release, type ReleaseMatter } from '@servanda/contract';
import fc from 'fast-check';
import pg from 'pg';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { Publications } from '../src/publications/publications.service.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat } from './people.ts';
import { filled } from './plant-matrix.ts';
import { previewed, withdrawn } from './plant-publication.ts';
import { type Served, serve } from './server.ts';

interface Ledger {
  scope: Scope;
  dossier: string;
  /** Judgements recorded by element. */
  recorded: Map<string, number>;
  /** Version of its criminalisation matrix. */
  filled: number;
}
let served: Served;
let superuser: pg.Client;
const ledgers: Ledger[] = [];
/** Matter of the releases that stand, by id, as their previews showed it. */
const standing = new Map<string, { ledger: Ledger; matter: ReleaseMatter }>();
/** Words that nobody may ever read in public. */
const secret = new Set<string>();
let words = 0;
const word = (isSecret: boolean): string => {
  const made = `canary${++words}x`;
  if (isSecret) secret.add(made);
  return made;
};
const wordsIn = (text: string): string[] => [...new Set(text.match(/canary\d+x/g) ?? [])];

beforeAll(async () => {
  served = await serve();
  await seat(served);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  for (const email of ['lead@government.example', 'lead@ngo.example']) {
    const scope = await scopeFor(served, email);
    // The NGO keeps a ledger on the same State.
    ledgers.push({ scope, dossier: await openedDossier(served, { ...scope, iso3: 'XAA' }), recorded: new Map(), filled: 0 });
  }
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

const which = fc.nat({ max: 1 });
const step = fc.oneof(
  fc.record({
    does: fc.constant('record' as const),
    of: which,
    code: fc.constantFrom('3.2', '4.1', '8.1.e'),
    confidentiality: fc.constantFrom('public', 'internal', 'restricted'),
    isDraft: fc.boolean(),
  }),
  fc.record({
    does: fc.constant('publish' as const),
    of: which,
    articles: fc.subarray([3, 4, 8], { minLength: 1 }),
    reasons: fc.boolean(),
    evidence: fc.boolean(),
    files: fc.boolean(),
    matrix: fc.boolean(),
  }),
  fc.record({
    does: fc.constant('fill' as const),
    of: which,
    column: fc.constantFrom('C01', 'C02'),
    confidentiality: fc.constantFrom('public', 'internal', 'restricted', null),
  }),
  fc.record({ does: fc.constant('withdraw' as const), nth: fc.nat() }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function record({ scope, dossier, recorded }: Ledger, { code, confidentiality, isDraft }: Extract<Step, { does: 'record' }>): Promise<void> {
  const evidence = await addedEvidence(served, scope, dossier, { title: word(confidentiality !== 'public') });
  await superuser.query('UPDATE evidence SET confidentiality = $2::confidentiality WHERE id = $1', [evidence, confidentiality]);
  const before = recorded.get(code) ?? 0;
  const judgement = {
    law: 'compliant' as const,
    practice: null,
    asOf: '2026-03-31',
    periodFrom: null,
    periodTo: null,
    reasons: word(isDraft),
    qualifierNote: '',
  };
  await served.app.get(AssessmentsService).record(scope, {
    params: { id: dossier, code },
    query: undefined,
    body: { ...judgement, basedOn: before || null, citations: [{ evidence, pinpoint: 's. 4', stance: 'supports', passage: null }], submit: !isDraft },
  });
  recorded.set(code, before + 1);
}

/** A cell read from a piece, or from words of its own where there is none. */
async function fill(ledger: Ledger, { column, confidentiality }: Extract<Step, { does: 'fill' }>): Promise<void> {
  const { scope, dossier } = ledger;
  const evidence = confidentiality ? await addedEvidence(served, scope, dossier, { title: word(confidentiality !== 'public') }) : null;
  await superuser.query('UPDATE evidence SET confidentiality = $2::confidentiality WHERE id = $1', [evidence, confidentiality]);
  const source = evidence
    ? { kind: 'evidence' as const, evidence, pinpoint: word(confidentiality !== 'public') }
    : { kind: 'words' as const, words: word(false) };
  ledger.filled = await filled(served, scope, dossier, [{ row: 'STATE', column, value: 'partly', source }], ledger.filled);
}

async function publish(ledger: Ledger, { articles, reasons, evidence, files, matrix }: Extract<Step, { does: 'publish' }>): Promise<void> {
  const { scope, dossier } = ledger;
  const { choice, preview } = await previewed(served, scope, dossier, {
    parts: { articles, reasons, evidence, files, ...(matrix ? { criminalisation: true as const } : {}) },
    note: word(false),
  });
  const body = { choice, preview: preview.sha256 };
  const { id } = await served.app.get(Publications).publish(scope, { params: { id: dossier }, query: undefined, body });
  standing.set(id, { ledger, matter: preview.matter });
}

async function take(one: Step): Promise<void> {
  if (one.does === 'withdraw') {
    const [id, release] = [...standing][one.nth % Math.max(1, standing.size)] ?? [];
    if (!id || !release) return;
    await withdrawn(served, release.ledger.scope, release.ledger.dossier, id);
    standing.delete(id);
    return;
  }
  const ledger = ledgers[one.of];
  if (!ledger) throw new Error('no such ledger');
  await (one.does === 'record' ? record(ledger, one) : one.does === 'fill' ? fill(ledger, one) : publish(ledger, one));
}

async function everythingPublic(): Promise<string> {
  const ask = async (path: string) => (await served.http().get(path)).text;
  const list = await ask('/api/public/publications?limit=100');
  const items: { id: string }[] = JSON.parse(list).items;
  const releases = await Promise.all(items.map(({ id }) => ask(`/api/public/publications/${id}.json`)));
  const elements = ['3.2', '4.1', '8.1.e'].flatMap((code) => [`elements/${code}`, `elements/${code}/dossiers.csv`]);
  const comparisons = ['states?state=XAA', 'states.csv?state=XAA', 'elements', ...elements].map((path) => ask(`/api/public/comparisons/${path}`));
  const changes = items.flatMap(({ id }) => [ask(`/api/public/publications/${id}/changes`), ask(`/api/public/publications/${id}/changes.csv`)]);
  return [list, await ask('/api/public/states/XAA'), ...releases, ...(await Promise.all([...comparisons, ...changes]))].join('\n');
}

test('nothing unpublished crosses by any public door, and each release equals its preview', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      for (const one of steps) await take(one);
      const shown = [...standing.values()].flatMap(({ matter }) => wordsIn(JSON.stringify(matter)));
      expect(wordsIn(await everythingPublic()).sort()).toEqual([...new Set(shown)].sort());
      expect(shown.filter((told) => secret.has(told))).toEqual([]);
      for (const [id, { matter }] of standing) {
        const {
          format: _f,
          id: _i,
          number: _n,
          publishedAt: _p,
          publisher: _r,
          seal: _s,
          ...told
        } = Release.parse((await served.http().get(`/api/public/publications/${id}.json`).expect(200)).body);
        expect(told).toEqual(matter);
      }
    }),
    { numRuns: 6, seed: 7, endOnFailure: true },
  );
}, 60_000);
