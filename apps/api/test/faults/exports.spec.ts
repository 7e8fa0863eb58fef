// R14: ten large exports of each kind at once from a process with a heap of 256 MB: it lives on, and every answer is whole.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { canonicalJson } from '@servanda/catalogue';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { Database } from '../../src/platform/db/database.ts';
import type { Scope } from '../../src/platform/db/scope.ts';
import { journalHot } from '../../src/platform/journal/journal.ts';
import { openedDossier } from '../ledger.ts';
import { scopeFor, seat, signIn } from '../people.ts';
import { type Running, startProcess } from '../process.ts';
import { type Served, serve } from '../server.ts';
import { figure, report, rounded, within } from './figures.ts';

const pieces = figure(500, 5000);
const atOnce = 10;
/** A judgement cites at most a hundred. */
const cited = figure(10, 100);

let served: Served;
let running: Running;
let cookie: string;
let dossier: string;

beforeAll(
  async () => {
    served = await serve({ LOG_LEVEL: 'silent' });
    await seat(served);
    const lead = await scopeFor(served, 'lead@government.example');
    dossier = await openedDossier(served, lead);
    await plantPieces(lead);
    running = await startProcess(served, { LOG_LEVEL: 'fatal' }, ['--max-old-space-size=256']);
    cookie = await signIn(served, 'lead@government.example');
    await judge(lead);
  },
  within(60, 300),
);
afterAll(async () => {
  running?.child.kill('SIGKILL');
  await served?.stop();
});

/** Pieces with a summary each, in one statement: adding them one by one is not what is measured. */
const plantPieces = (lead: Scope) =>
  served.app.get(Database).hotWrite(lead, async (sql) => {
    await sql(
      `INSERT INTO evidence (organisation_id, id, dossier_id, kind, title, citation, originator, originator_kind, language, confidentiality, summary, added_by, added_at, changed_at)
       SELECT $1, gen_random_uuid(), $2, 'law', 'Act ' || n, 'Gazette ' || n, 'Parliament', 'court', 'en', 'public', repeat('What it shows. ', 20), $3, now(), now() FROM generate_series(1, $4::int) n`,
      [lead.organisation, dossier, lead.person, pieces],
    );
    await sql(
      `INSERT INTO evidence_revision (organisation_id, evidence_id, number, content, recorded_by, recorded_at)
       SELECT organisation_id, id, 1, jsonb_build_object('kind', kind, 'title', title, 'citation', citation, 'originator', originator, 'language', language, 'confidentiality', confidentiality, 'summary', summary), added_by, added_at
       FROM evidence WHERE dossier_id = $1`,
      [dossier],
    );
    for (let i = 0; i < pieces; i++) await journalHot(sql, lead, { act: 'evidence.added', subject: 'evidence', subjectId: String(i), data: { dossier } });
  });

/** Judges elements until every piece is cited. */
async function judge(lead: Scope): Promise<void> {
  const db = served.app.get(Database);
  const rows = await db.read(lead, (sql) => sql<{ id: string }>('SELECT id FROM evidence WHERE dossier_id = $1 ORDER BY id', [dossier]));
  const elements = await db.read(lead, (sql) =>
    sql<{ code: string }>('SELECT element_code AS code FROM dossier_element WHERE dossier_id = $1 AND applies ORDER BY element_code', [dossier]),
  );
  for (const [i, { code }] of elements.entries()) {
    const citations = rows.slice(i * cited, (i + 1) * cited).map(({ id }) => ({ evidence: id, pinpoint: 's. 1', stance: 'supports' }));
    const body = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'The words of the Act. '.repeat(20), submit: true, citations };
    await served.http().post(`/api/dossiers/${dossier}/elements/${code}/assessments`).set('cookie', cookie).send(body).expect(201);
  }
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
/** Ten of the same at once; each answer is read to its end. */
const tenOf = (path: string): Promise<Buffer[]> =>
  Promise.all(
    Array.from({ length: atOnce }, async () => {
      const answer = await fetch(running.at + path, { headers: { cookie } });
      expect([path, answer.status]).toEqual([path, 200]);
      return Buffer.from(await answer.arrayBuffer());
    }),
  );
const same = (answers: Buffer[]) => new Set(answers.map(sha256)).size;
/** The most memory that the process has held, in MB. */
const peak = () => rounded(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${running.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);

test(
  `${pieces} rows, ten at once, of each export`,
  async () => {
    const began = performance.now();
    const json = await tenOf(`/api/dossiers/${dossier}/reports/status.json`);
    const csv = await tenOf(`/api/dossiers/${dossier}/reports/status.csv`);
    const journal = await tenOf('/api/journal/export');
    const archive = await tenOf('/api/organisation/export');
    const seconds = rounded((performance.now() - began) / 1000);

    const { sha256: told, ...content } = JSON.parse(json[0]?.toString('utf8') ?? '');
    const listed = content.rows.reduce((sum: number, row: { evidence: unknown[] }) => sum + row.evidence.length, 0);
    expect([same(json), told, listed >= Math.min(pieces, content.rows.length * cited) * 0.9]).toEqual([1, sha256(canonicalJson(content)), true]);
    expect([same(csv), parse(csv[0] ?? '', { bom: true, columns: true }).length]).toEqual([1, content.rows.length]);
    for (const one of journal) {
      const lines = one.toString('utf8').trimEnd().split('\n');
      const last: { kind: string; entries: number; anchors: number } = JSON.parse(lines.at(-1) ?? '');
      expect([last.kind, lines.length - 2 - last.anchors]).toEqual(['end', last.entries]);
      expect(last.entries).toBeGreaterThan(pieces);
    }
    for (const one of archive) {
      const parts = unzipSync(one);
      const manifest: { tables: { name: string; rows: number; files: { path: string; sha256: string }[] }[] } = JSON.parse(
        Buffer.from(parts['manifest.json'] ?? []).toString('utf8'),
      );
      expect(manifest.tables.find(({ name }) => name === 'evidence')?.rows).toBe(pieces);
      for (const { path, sha256: hash } of manifest.tables.flatMap(({ files }) => files))
        expect([path, sha256(Buffer.from(parts[path] ?? []))]).toEqual([path, hash]);
    }
    expect([running.child.exitCode, running.printed()]).toEqual([null, '']);
    expect((await fetch(`${running.at}/api/health/ready`)).status).toBe(200);
    report('R14 large exports with a heap of 256 MB', {
      ...{ rows: pieces, 'at once': atOnce, exports: 'status JSON and CSV, journal, whole organisation', answers: 4 * atOnce, 'cut or different': 0 },
      ...{ 'process ended': 0, 'most memory held, MB': peak(), seconds },
    });
  },
  within(60, 300),
);
