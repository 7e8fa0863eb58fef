// Golden plans: the hot reads of a dossier reach their rows by index, however large the ledger around them is.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { historySql } from '../src/assessments/history.sql.ts';
import { checklistSql } from '../src/dossiers/dossiers.sql.ts';
import { coverageSql, gapsSql } from '../src/gaps/gaps.sql.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat } from './people.ts';
import { actFor, type Served, serve } from './server.ts';

let served: Served;
let runtime: pg.Client;
let scope: Scope;
let dossier: string;
const today = '2026-11-24';

/** Copies of the dossier with 2 pieces of evidence, 3 judgements and 6 citations for each of the 51 elements. */
const copies = `
WITH copy AS (
  INSERT INTO dossier SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'title', 'Copy ' || n))).* FROM dossier d, generate_series(1, 30) n WHERE d.id = $1 RETURNING *
), element_copy AS (
  INSERT INTO dossier_element SELECT c.organisation_id, c.id, de.element_code, true, NULL, NULL FROM copy c, dossier_element de WHERE de.dossier_id = $1 RETURNING *
), piece AS (
  INSERT INTO evidence (organisation_id, id, dossier_id, kind, title, citation, originator, language, confidentiality, summary, added_by, added_at, changed_at)
  SELECT organisation_id, gen_random_uuid(), dossier_id, 'report', element_code, '', 'Ministry', 'en', 'public', '', $2, now(), now() FROM element_copy, generate_series(1, 2) RETURNING *
), judged AS (
  INSERT INTO assessment SELECT ec.organisation_id, gen_random_uuid(), ec.dossier_id, ec.element_code, n, 'compliant', 'effective', '2026-03-31', NULL, NULL, 'Known', '',
    e.wording, e.wording_sha256, '1.0.0', $2, 'contributor', NULL, now() FROM element_copy ec JOIN element e ON e.code = ec.element_code, generate_series(1, 3) n RETURNING *
), cited AS (
  INSERT INTO citation SELECT j.organisation_id, j.dossier_id, j.id, row_number() OVER (PARTITION BY j.id), p.id, '', 'supports'
  FROM judged j JOIN piece p ON p.dossier_id = j.dossier_id AND p.title = j.element_code RETURNING 1
), reviewed AS (
  INSERT INTO review SELECT organisation_id, id, 1, 'submit', '', author_id, 'contributor', now() FROM judged RETURNING 1
), given AS (
  INSERT INTO element_assignment SELECT organisation_id, dossier_id, element_code, n, NULL, $2, 'assigned', $2, now() FROM element_copy, generate_series(1, 3) n RETURNING 1
)
INSERT INTO current_assessment SELECT organisation_id, dossier_id, element_code, id, number, 'submitted', author_id, recorded_at, recorded_at, '', id, number, false, law, practice, as_of, recorded_at
FROM judged WHERE number = 3`;

beforeAll(async () => {
  served = await serve();
  await seat(served);
  const superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  for (const email of ['lead@neighbour.example', 'lead@government.example']) {
    scope = await scopeFor(served, email);
    const original = await openedDossier(served, scope);
    await superuser.query(copies, [original, scope.person]);
  }
  const { rows } = await superuser.query<{ id: string }>("SELECT id FROM dossier WHERE organisation_id = $1 AND title = 'Copy 7'", [scope.organisation]);
  dossier = rows[0]?.id ?? '';
  await superuser.query('ANALYZE');
  await superuser.end();
  runtime = new pg.Client({ connectionString: served.runtimeUrl });
  await runtime.connect();
});
afterAll(async () => {
  await runtime?.end();
  await served.stop();
});

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}
const scans = (node: Node): string[] => [
  ...(node['Relation Name'] ? [`${node['Node Type']} on ${node['Relation Name']}`] : []),
  ...(node.Plans ?? []).flatMap(scans),
];
async function explained(text: string, values: unknown[]): Promise<string[]> {
  await runtime.query('BEGIN READ ONLY');
  await actFor(runtime, scope);
  const { rows } = await runtime.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
  await runtime.query('ROLLBACK');
  return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => scans(Plan)));
}

const all = [null, null, null, null, null, 50, 0, null, null, null];
test.each([
  ['checklist', checklistSql, []],
  ['coverage', coverageSql, []],
  ['gap list', gapsSql({ sort: 'priority', direction: 'asc' }), [...all, '[]']],
  ['gap list by age', gapsSql({ sort: 'since', direction: 'desc' }), [...all, '[]']],
  ['history', historySql, () => ['3.2', null, 0, 51, scope.person, scope.session, new Date()]],
])('%s reads no table of the ledger from end to end', async (_, text, more) => {
  const found = await explained(text, [scope.organisation, dossier, today, ...(typeof more === 'function' ? more() : more)]);
  expect(found.some((scan) => scan.endsWith('current_assessment'))).toBe(true);
  expect(
    found.filter((scan) => /^Seq Scan on (assessment|citation|evidence|current_assessment|review|dossier_element|element_assignment)$/.test(scan)),
  ).toEqual([]);
});
