// What must hold after every fault: every acknowledged write is there exactly once, nothing is half written, the journal verifies.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import pg from 'pg';
import { differencesSql } from '../../src/assessments/rebuild-current.sql.ts';
import { Database } from '../../src/platform/db/database.ts';
import { scopeFor } from '../people.ts';
import type { Served } from '../server.ts';
import type { Acknowledged, Act } from './acknowledged.ts';

/** Every written act that carries a word of the writers, with how often it stands in its tables. */
export const writtenSql = `
SELECT 'evidence' AS kind, e.title AS word, e.id::text AS id, e.organisation_id::text AS organisation,
  (SELECT count(*)::int FROM evidence_revision r WHERE r.organisation_id = e.organisation_id AND r.evidence_id = e.id) AS parts,
  (SELECT count(*)::int FROM journal_entry j WHERE j.organisation_id = e.organisation_id AND j.act = 'evidence.added' AND j.subject_id = e.id::text) AS entries
FROM evidence e WHERE e.title ~ '^w\\d+-'
UNION ALL
SELECT 'judgement', a.reasons, a.id::text, a.organisation_id::text, 1,
  (SELECT count(*)::int FROM journal_entry j WHERE j.organisation_id = a.organisation_id AND j.subject = 'assessment' AND j.subject_id = a.id::text)
FROM assessment a WHERE a.reasons ~ '^w\\d+-'
UNION ALL
SELECT 'file', regexp_replace(f.name, '\\.txt$', ''), f.id::text, f.organisation_id::text, 1,
  (SELECT count(*)::int FROM journal_entry j WHERE j.organisation_id = f.organisation_id AND j.act = 'evidence.file_added' AND j.data->'after'->>'file' = f.id::text)
FROM evidence_file f WHERE f.name ~ '^w\\d+-'`;
/** Numbers of judgements that leave a gap or stand twice. */
const gapsSql = `
SELECT dossier_id, element_code FROM assessment GROUP BY organisation_id, dossier_id, element_code HAVING max(number) <> count(*) OR count(DISTINCT number) <> count(*)`;
const dossiersSql = `
SELECT d.id FROM dossier d WHERE (SELECT count(*) FROM dossier_element e WHERE e.organisation_id = d.organisation_id AND e.dossier_id = d.id) <> 51
  OR (SELECT count(*) FROM journal_entry j WHERE j.act = 'dossier.opened' AND j.subject_id = d.id::text) <> 1`;
const waitingSql = `
SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%' AND state_change < now() - interval '10 seconds'`;

export interface Written extends Act {
  parts: number;
  entries: number;
}

/**
 * Compares the ledger with the database, as its superuser and through the application. `open` acts whose outcome their writers never
 * learnt may stand or not, but whole. Answers how many acts were acknowledged and how many are written.
 */
export async function expectWhole(served: Served, ledger: Acknowledged, open = 0): Promise<{ acknowledged: number; written: number }> {
  const admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
  try {
    const acts = ledger.all();
    const { rows: written } = await admin.query<Written>(writtenSql);
    const byWord = new Map<string, Written[]>();
    for (const row of written) byWord.set(row.word, [...(byWord.get(row.word) ?? []), row]);
    const identity = ({ kind, word, id, organisation }: Act) => ({ kind, word, id, organisation });
    const wrong = acts.filter((act) => {
      const found = byWord.get(act.word) ?? [];
      return found.length !== 1 || found.some((row) => JSON.stringify(identity(row)) !== JSON.stringify(identity(act)));
    });
    expect({ lostOrTwiceOrForeign: wrong }).toEqual({ lostOrTwiceOrForeign: [] });
    expect({ twice: [...byWord.values()].filter((rows) => rows.length !== 1) }).toEqual({ twice: [] });
    expect({ halfWritten: written.filter((row) => row.parts !== 1 || row.entries !== 1) }).toEqual({ halfWritten: [] });
    expect(written.length).toBeLessThanOrEqual(acts.length + open);
    for (const [name, sql] of Object.entries({ gaps: gapsSql, dossiers: dossiersSql, waiting: waitingSql }))
      expect({ [name]: (await admin.query(sql)).rows }).toEqual({ [name]: [] });
    const { rows: files } = await admin.query<{ organisation: string; sha256: string }>(
      'SELECT organisation_id::text AS organisation, sha256 FROM evidence_file',
    );
    for (const { organisation, sha256 } of files) {
      const place = join(served.filesDir, 'blobs', organisation, sha256.slice(0, 2), sha256);
      expect({ place, isThere: existsSync(place) }).toEqual({ place, isThere: true });
      expect(createHash('sha256').update(readFileSync(place)).digest('hex')).toBe(sha256);
    }
    for (const email of ['lead@government.example', 'lead@ngo.example', 'lead@neighbour.example']) {
      const scope = await scopeFor(served, email);
      const found = await served.app.get(Database).read(scope, async (sql) => ({
        journal: await sql('SELECT * FROM app.journal_problems()'),
        current: await sql(differencesSql, [scope.organisation]),
      }));
      expect({ email, ...found }).toEqual({ email, journal: [], current: [] });
    }
    return { acknowledged: acts.length, written: written.length };
  } finally {
    await admin.end();
  }
}
