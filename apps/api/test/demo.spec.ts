import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { statesParties } from '@servanda/catalogue';
import { EvidenceKind, GapKind, StatusReport } from '@servanda/contract';
import { scopesOf } from '../src/demo/act-as.ts';
import { actor } from '../src/demo/acting.ts';
import { buildWorld } from '../src/demo/build-world.ts';
import { gatherCast } from '../src/demo/cast.ts';
import { documentOf } from '../src/demo/documents.ts';
import { recall } from '../src/demo/recall.ts';
import { timeline } from '../src/demo/timeline.ts';
import { partner } from '../src/demo/world/coalition.ts';
import { ledgers } from '../src/demo/world/ledgers.ts';
import { Database } from '../src/platform/db/database.ts';
import { asOwner } from '../src/reference/owner.ts';
import { judgesTimes } from './faults/figures.ts';
import { scopeFor, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

const seedFile = fileURLToPath(new URL('../src/demo/seed.ts', import.meta.url));
const leads = ['lead@government.example', 'lead@ngo.example', 'lead@neighbour.example'];
let served: Served;
let acts: number;
let tookMs: number;
/** First and last month of work of each lead's organisation. */
const spans: Record<string, string[]> = {
  'lead@government.example': ['2026-03', '2026-10'],
  'lead@ngo.example': ['2026-03', '2026-09'],
  'lead@neighbour.example': ['2026-06', '2026-09'],
};
const cookies = new Map<string, string>();
const dossiers = new Map<string, string>();
const get = async (who: string, path: string) =>
  (
    await served
      .http()
      .get(path)
      .set('cookie', cookies.get(who) ?? '')
      .expect(200)
  ).body;
const of = (who: string, path: string) => get(who, `/api/dossiers/${dossiers.get(who)}${path}`);

beforeAll(async () => {
  served = await serve();
  const began = performance.now();
  acts = await buildWorld(served.app, served.adminUrl);
  tookMs = performance.now() - began;
  for (const who of leads) {
    cookies.set(who, await signIn(served, who));
    const { items } = await get(who, '/api/dossiers');
    expect(items).toHaveLength(1);
    dossiers.set(who, items[0].id);
  }
}, 60_000);
afterAll(() => served.stop());

interface State {
  code: string;
  applies: boolean;
  law: string | null;
  practice: string | null;
  standingNumber: number | null;
  latestNumber: number | null;
  reviewStatus: string | null;
}
const elementsOf = async (who: string): Promise<State[]> => (await of(who, '/obligations')).items.flatMap((o: { elements: State[] }) => o.elements);

describe('the demonstration world', () => {
  test('is built within seconds, and building it again changes nothing', async () => {
    expect(acts).toBe(timeline().length);
    if (judgesTimes) expect(tookMs).toBeLessThan(15_000);
    expect(await buildWorld(served.app, served.adminUrl)).toBe(0);
    const kept = await recall(served.app.get(Database), await scopesOf(served.adminUrl));
    for (const ledger of ledgers) expect([ledger.by, kept.get(ledger)?.done]).toEqual([ledger.by, timeline().filter((one) => one.ledger === ledger).length]);
  });

  test('two thirds of the 51 elements are assessed, in every state of review, with every kind of gap', async () => {
    const states = await elementsOf('lead@government.example');
    expect(states).toHaveLength(51);
    expect(states.filter((s) => !s.applies).map((s) => s.code)).toEqual(['10.4', '12.2-2']);
    const assessed = states.filter((s) => s.standingNumber !== null).length;
    expect(assessed).toBeGreaterThanOrEqual(32);
    expect(assessed).toBeLessThanOrEqual(37);
    expect(new Set(states.map((s) => s.reviewStatus))).toEqual(new Set(['accepted', 'submitted', 'returned', 'draft', null]));
    const { byKind } = await of('lead@government.example', '/gaps?limit=100');
    for (const kind of GapKind.options) expect([kind, byKind[kind] > 0]).toEqual([kind, true]);
    const { overall } = await of('lead@government.example', '/coverage');
    for (const lane of ['law', 'practice'] as const) {
      expect(overall[lane].claimed).toBeGreaterThan(overall[lane].evidenced);
      expect(overall[lane].verified).toBeGreaterThan(0);
    }
    expect(overall.law.evidenced).toBeGreaterThan(overall.law.verified);
  });

  test('the library holds every kind of evidence, out-of-date, restricted and withdrawn pieces, and files', async () => {
    const { items, total } = await of('lead@government.example', '/evidence?limit=100');
    expect(total).toBeGreaterThanOrEqual(45);
    expect(new Set(items.map((e: { kind: string }) => e.kind))).toEqual(new Set(EvidenceKind.options));
    expect(items.filter((e: { isOutOfDate: boolean }) => e.isOutOfDate).length).toBeGreaterThanOrEqual(4);
    expect(items.filter((e: { confidentiality: string }) => e.confidentiality === 'restricted').length).toBeGreaterThanOrEqual(3);
    expect(items.filter((e: { withdrawn: object | null }) => e.withdrawn)).toHaveLength(1);
    const files = items.flatMap((e: { files: { mediaType: string }[] }) => e.files);
    expect(new Set(files.map((f: { mediaType: string }) => f.mediaType))).toEqual(new Set(['application/pdf', 'application/rtf', 'text/plain', 'text/csv']));
  });

  test('the audit judges about thirty elements and disagrees with the ministry on many of them', async () => {
    const [ministry, audit] = [await elementsOf('lead@government.example'), await elementsOf('lead@ngo.example')];
    expect(audit.filter((s) => s.standingNumber !== null).length).toBeGreaterThanOrEqual(28);
    const apart = audit.filter((a) => {
      const m = ministry.find((s) => s.code === a.code);
      const differs = (lane: 'law' | 'practice') => a[lane] !== null && m?.[lane] != null && a[lane] !== m[lane];
      return differs('law') || differs('practice');
    });
    expect(apart.length).toBeGreaterThanOrEqual(8);
    expect(apart.length).toBeLessThanOrEqual(15);
  });

  test('another NGO works in the audit as a guest, and what it gave stands there under its name', async () => {
    const host = 'lead@ngo.example';
    expect((await of(host, '/coalition')).items).toMatchObject([
      {
        ...{ organisation: { name: partner.organisation }, standing: 'joined', people: ['Clinics coordinator'], judgements: 1, evidence: 1 },
        ...{ invitedAt: '2026-09-15T08:30:00.000Z', answeredAt: '2026-09-15T13:10:00.000Z' },
      },
    ]);
    const [given] = (await of(host, '/elements/3.2/assessments')).items;
    expect(given).toMatchObject({ author: { body: partner.organisation }, citations: [{ title: expect.stringContaining('legal aid clinics') }] });
    const piece = await of(host, `/evidence/${given.citations[0].evidence}`);
    expect(piece.files).toMatchObject([{ name: 'clinics-attempt-and-complicity.txt', storedBy: `Clinics coordinator (${partner.organisation})` }]);
    cookies.set(partner.email, await signIn(served, partner.email));
    expect((await get(partner.email, `/api/dossiers/${dossiers.get(host)}`)).organisation.name).toBe('Aruna Child Rights Watch');
    expect((await get(partner.email, '/api/account/news')).items).toMatchObject([{ kind: 'coalition_invited', at: '2026-09-15T08:30:00.000Z' }]);
    const [release] = (await get(host, '/api/public/publications?state=XAA')).items.filter(
      (one: { organisation: { kind: string } }) => one.organisation.kind === 'ngo',
    );
    const { elements } = await get(host, `/api/public/publications/${release.id}.json`);
    expect(elements.filter((one: { contributedBy?: string }) => one.contributedBy)).toMatchObject([{ code: '3.2', contributedBy: partner.organisation }]);
  });

  test('its status report has all 51 rows and leaves restricted evidence out', async () => {
    const report = await of('lead@government.example', '/reports/status.json');
    expect(StatusReport.parse(report)).toEqual(report);
    expect(report.rows).toHaveLength(51);
    expect(report.restrictedEvidenceLeftOut).toBeGreaterThanOrEqual(2);
    expect(report.dataCutOff).toBe('2026-10-21T13:40:00.000Z');
    const restricted = ledgers.flatMap((l) => l.evidence.filter((p) => p.confidentiality === 'restricted').map((p) => p.title));
    for (const title of restricted) expect(JSON.stringify(report)).not.toContain(title);
  });

  test('work lies between March and October 2026 and the journals are whole', async () => {
    for (const who of leads) {
      const scope = await scopeFor(served, who);
      const db = served.app.get(Database);
      expect(await db.read(scope, (sql) => sql('SELECT * FROM app.journal_problems()'))).toEqual([]);
      const [span] = await db.read(scope, (sql) =>
        sql<{ first: Date; last: Date }>('SELECT min(recorded_at) AS first, max(recorded_at) AS last FROM assessment'),
      );
      expect([span?.first.toISOString().slice(0, 7), span?.last.toISOString().slice(0, 7)]).toEqual(spans[who]);
    }
  });
});

test('the command takes up an interrupted build where it stopped, and afterwards finds the world standing', async () => {
  const other = await serve();
  try {
    await asOwner(other.adminUrl, gatherCast);
    const scopeOf = await scopesOf(other.adminUrl);
    const act = actor(other.app, scopeOf, await recall(other.app.get(Database), scopeOf));
    for (const one of timeline().slice(0, 100)) await act(one);
    const seed = () => {
      const done = spawnSync(process.execPath, ['-C', 'development', '--import', '@oxc-node/core/register', seedFile], {
        cwd: fileURLToPath(new URL('../../..', import.meta.url)),
        env: { ...process.env, ADMIN_DATABASE_URL: other.adminUrl, APP_DATABASE_URL: other.runtimeUrl, FILES_DIR: other.filesDir, NODE_OPTIONS: '' },
        encoding: 'utf8',
      });
      return done.stdout + done.stderr;
    };
    expect(seed()).toBe(`Built the demonstration world: ${timeline().length - 100} acts of 8 people.\n`);
    expect(seed()).toBe('The demonstration world stands.\n');
    expect(await buildWorld(other.app, other.adminUrl)).toBe(0);
  } finally {
    await other.stop();
  }
}, 60_000);

describe('what the demonstration world says', () => {
  const texts = ledgers.flatMap((l) => [
    JSON.stringify(l.dossier),
    JSON.stringify(l.revised ?? ''),
    ...(l.said ?? []).map(({ text }) => text),
    ...l.evidence.flatMap((p) => [p.title, p.citation ?? '', p.originator, p.summary ?? '', ...(p.file?.lines ?? [])]),
    ...Object.values(l.judgements)
      .flat()
      .flatMap((j) => [j.reasons, j.qualifierNote ?? '', j.accepted?.reason ?? '', j.returned?.reason ?? '']),
  ]);
  const reasons = ledgers.flatMap((l) =>
    Object.values(l.judgements)
      .flat()
      .map((j) => j.reasons),
  );

  test('uses the terms of the field and names nobody', () => {
    const forbidden = [/child\s+prostitut/i, /child\s+porn/i, /prostituted child/i, /shadow report/i, /@/, /\b(Mr|Mrs|Ms|Dr)\b\.?/, /lorem/i, /\+\d{6,}/];
    for (const text of texts) for (const term of forbidden) expect(text).not.toMatch(term);
  });

  test('names no real State', () => {
    const names = statesParties.map((s) => s.name.split(/[,(]/)[0]?.trim() ?? '').filter((name) => name.length > 3);
    const real = new RegExp(`\\b(${names.map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\b`);
    for (const text of texts) expect(text).not.toMatch(real);
  });

  test('gives a reason of its own for each judgement', () => {
    expect(new Set(reasons).size).toBe(reasons.length);
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(80);
  });

  test('every piece of evidence is added before it is cited', () => {
    const added = new Map<string, string>();
    for (const act of timeline()) {
      const of = (key: string) => `${act.ledger.by} ${key}`;
      if (act.does === 'add') added.set(of(act.piece.key), act.at);
      if (act.does === 'record') for (const [key] of act.cites) expect([key, added.has(of(key))]).toEqual([key, true]);
    }
  });

  test('its PDF has every object where the cross-reference table says', () => {
    const bytes = documentOf({ name: 'x.pdf', lines: ['A line with (brackets) and a back\\slash'] }).toString('latin1');
    const places = [...bytes.matchAll(/^(\d{10}) 00000 n /gm)].map(([, place]) => Number(place));
    expect(places.length).toBe(5);
    places.forEach((place, i) => {
      expect(bytes.slice(place)).toMatch(new RegExp(`^${i + 1} 0 obj`));
    });
    expect(bytes.slice(Number(/startxref\n(\d+)/.exec(bytes)?.[1]))).toMatch(/^xref/);
  });
});
