// Isolation without the API: bare connections, as an attacker with the runtime role's password would have them.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { asOwner } from '../src/reference/owner.ts';
import { lintSql } from './isolation.sql.ts';
import { plantLeaving } from './leaving-walks.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat } from './people.ts';
import { plantJournal } from './plant-journal.ts';
import { plantOrganisations } from './plant-organisations.ts';
import { plantPublication } from './plant-publication.ts';
import { plantReport } from './plant-report.ts';
import { plantWatching } from './plant-watching.ts';
import { actFor, type Served, serve } from './server.ts';
import { plantSource } from './source-walks.ts';

let served: Served;
let runtime: pg.Client;
let superuser: pg.Client;
let government: Scope;
let neighbour: Scope;
/** Tables with organisation_id, and a row of the government's in each. */
const planted = new Map<string, object>();
const appendOnly = [
  'journal_entry',
  'journal_anchor',
  'assessment',
  'citation',
  'review',
  'evidence_revision',
  'evidence_file',
  'evidence_figures',
  'criminalisation_cell',
  'element_assignment',
  'coalition_hand',
  'national_provision_revision',
  'national_provision_element',
  'publication',
  'publication_content',
  'publication_positions',
  'publication_withdrawal',
  'publication_act',
  'publication_file',
  'publication_bytes',
  'publication_proposal',
  'publication_proposal_end',
  'publication_rule',
  'publication_statement',
  'publication_statement_content',
  'publication_statement_act',
  'publication_statement_proposal',
  'publication_statement_proposal_end',
  'publication_statement_withdrawal',
  'source',
  'source_revision',
  'source_reader',
];

beforeAll(async () => {
  served = await serve();
  await seat(served);
  government = await scopeFor(served, 'lead@government.example');
  neighbour = await scopeFor(served, 'lead@neighbour.example');
  const dossier = await openedDossier(served, government);
  const evidence = await addedEvidence(served, government, dossier);
  const body = {
    basedOn: null,
    law: 'compliant' as const,
    practice: null,
    asOf: '2026-03-31',
    periodFrom: null,
    periodTo: null,
    reasons: 'Section 4.',
    qualifierNote: '',
  };
  await served.app.get(AssessmentsService).record(government, {
    params: { id: dossier, code: '3.2' },
    query: undefined,
    body: { ...body, citations: [{ evidence, pinpoint: 's. 4', stance: 'supports', passage: null }], submit: true },
  });
  [runtime, superuser] = [new pg.Client({ connectionString: served.runtimeUrl }), new pg.Client({ connectionString: served.adminUrl })];
  await Promise.all([runtime.connect(), superuser.connect()]);
  const own = [government.organisation, evidence, government.person];
  await superuser.query("INSERT INTO evidence_revision VALUES ($1, $2, 99, '{}', $3, now())", own);
  await superuser.query("INSERT INTO evidence_file VALUES ($1, gen_random_uuid(), $2, 'a.pdf', 'application/pdf', 1, repeat('a', 64), $3, now())", own);
  await superuser.query(
    "INSERT INTO evidence_text (organisation_id, file_id, dossier_id, evidence_id, state, changed_at) SELECT organisation_id, id, $2, evidence_id, 'done', now() FROM evidence_file WHERE evidence_id = $1",
    [evidence, dossier],
  );
  await superuser.query(
    "INSERT INTO evidence_page SELECT organisation_id, file_id, 1, dossier_id, evidence_id, 0, 'A page' FROM evidence_text WHERE evidence_id = $1",
    [evidence],
  );
  await superuser.query("INSERT INTO evidence_opening VALUES ($1, gen_random_uuid(), $2, $3, NULL, now(), now() + interval '15 minutes')", own);
  await superuser.query("INSERT INTO arriving_file VALUES ($1, gen_random_uuid(), repeat('a', 64), now())", [government.organisation]);
  await superuser.query(
    "INSERT INTO evidence_copy (organisation_id, file_id, state, changed_at) SELECT organisation_id, id, 'waiting', now() FROM evidence_file WHERE evidence_id = $1",
    [evidence],
  );
  await superuser.query('INSERT INTO evidence_file_removal SELECT organisation_id, id, 99, now() FROM evidence_file WHERE evidence_id = $1', [evidence]);
  await superuser.query(
    "INSERT INTO invitation (organisation_id, id, email, role, token_sha256, invited_by, expires_at) VALUES ($1, gen_random_uuid(), 'new@government.example', 'viewer', sha256('x'), $2, now())",
    [government.organisation, government.person],
  );
  await superuser.query("INSERT INTO repeated_request VALUES ($1, $2, sha256('key'), sha256('request'), NULL, NULL)", [
    government.organisation,
    government.person,
  ]);
  await superuser.query('INSERT INTO national_provision VALUES ($1, gen_random_uuid(), $2, $3, 1, $4, now(), now())', [
    government.organisation,
    dossier,
    evidence,
    government.person,
  ]);
  await superuser.query(
    "INSERT INTO national_provision_revision (organisation_id, provision_id, number, change, wording, article, recorded_by, recorded_at) SELECT organisation_id, id, 1, 'added', 1, 's. 1', added_by, now() FROM national_provision",
  );
  await superuser.query("INSERT INTO national_provision_element SELECT organisation_id, provision_id, number, '3.2' FROM national_provision_revision");
  await superuser.query("INSERT INTO evidence_reference VALUES ($1, $2, 'L-1', $3, now())", [government.organisation, dossier, evidence]);
  await superuser.query("INSERT INTO evidence_request VALUES ($1, $2, $3, '3.2', 'A circular', '2026-12-01', $2, NULL, gen_random_uuid(), now())", [
    government.organisation,
    government.person,
    dossier,
  ]);
  await superuser.query("INSERT INTO evidence_request_step VALUES ($1, $2, 1, $3, 'answer', '', $4, $2, now())", [
    government.organisation,
    government.person,
    dossier,
    evidence,
  ]);
  await superuser.query("INSERT INTO evidence_figures VALUES ($1, $2, 1, $4, '[]', $3, now())", [...own, dossier]);
  await superuser.query("INSERT INTO criminalisation_cell VALUES ($1, $2, 'STATE', 'C11', 1, 'yes', NULL, NULL, '', '', $3, now())", [
    ...[government.organisation, dossier, government.person],
  ]);
  await plantSource(superuser, government, evidence);
  await plantReport(superuser, government, dossier);
  await plantPublication(served, superuser, government, dossier);
  await superuser.query(
    "INSERT INTO report_run (organisation_id, id, dossier_id, kind, format, lang, \"on\", is_draft, is_restricted_in, asked_by, asked_at, state) VALUES ($1, gen_random_uuid(), $2, 'gaps', 'html', 'en', '2026-11-27', false, false, $3, now(), 'waiting')",
    [government.organisation, dossier, government.person],
  );
  await superuser.query("INSERT INTO report_bytes VALUES ($1, repeat('a', 64), 'bytes', now())", [government.organisation]);
  await plantOrganisations(superuser, government, dossier);
  await plantJournal(superuser, government);
  await plantLeaving(superuser, government);
  await plantWatching(superuser, government);
  const { rows } = await superuser.query<{ name: string }>(
    "SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  for (const { name } of rows) {
    const found = await superuser.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM ${name} t WHERE organisation_id = $1 LIMIT 1`, [
      government.organisation,
    ]);
    if (found.rows[0]) planted.set(name, found.rows[0].row);
    else throw new Error(`plant a row in ${name}, else this suite proves nothing about it`);
  }
});
afterAll(async () => {
  await Promise.all([runtime?.end(), superuser?.end()]);
  await served.stop();
});

/** Runs statements in a transaction scoped to the organisation (null: none) and rolls back. Answers rows seen or changed, or the error's code. */
async function attempt(client: pg.Client, organisation: string | null, text: string, values: unknown[] = []): Promise<number | string> {
  await client.query('BEGIN');
  try {
    if (organisation) await actFor(client, { organisation });
    return (await client.query(text, values)).rowCount ?? 0;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? 'error') : 'error';
  } finally {
    await client.query('ROLLBACK');
  }
}
const denied = '42501';
const nothing = (answer: number | string) => answer === 0 || answer === denied;
const asStranger = () =>
  [
    ['a foreign organisation', neighbour.organisation],
    ['no organisation', null],
  ] as const;

/** Names of the tables from which a connection reads rows of the government that are not its own. */
async function tablesReadBy(client: pg.Client, organisation: string | null): Promise<string[]> {
  const read: string[] = [];
  for (const table of planted.keys())
    if (!nothing(await attempt(client, organisation, `SELECT 1 FROM ${table} WHERE organisation_id = $1`, [government.organisation]))) read.push(table);
  return read;
}

describe('the runtime role', () => {
  test('covers every tenant table', () => expect(planted.size).toBeGreaterThanOrEqual(14));

  test('reads nothing of another organisation, nor without one; the same check fails for a superuser', async () => {
    for (const [, organisation] of asStranger()) expect(await tablesReadBy(runtime, organisation)).toEqual([]);
    expect(await tablesReadBy(superuser, neighbour.organisation)).toEqual([...planted.keys()]);
  });

  test('reads its own, so that the check above is not empty for want of rights', async () => {
    const own = await tablesReadBy(runtime, government.organisation);
    // Sources are seen by a named person, not by an organisation: sources.spec. What somebody follows is seen by nobody else: watching.spec.
    // Positions are read by the public alone: comparisons.spec.
    const unseen = [
      'journal_head',
      'publication_positions',
      'session',
      'search_language',
      'search_text',
      'search_word',
      'source',
      'source_revision',
      'source_reader',
      'follow',
      'news',
      'digest_choice',
    ];
    expect(own).toEqual([...planted.keys()].filter((table) => !unseen.includes(table)));
  });

  test('changes and deletes nothing of another', async () => {
    for (const table of planted.keys())
      for (const [who, organisation] of asStranger()) {
        const { rows } = await superuser.query<{ name: string }>(
          "SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND has_column_privilege('servanda_app', attrelid, attnum, 'UPDATE')",
          [table],
        );
        for (const column of [...rows.map((row) => row.name), 'organisation_id']) {
          const answer = await attempt(runtime, organisation, `UPDATE ${table} SET ${column} = ${column} WHERE organisation_id = $1`, [
            government.organisation,
          ]);
          expect({ table, who, column, answer: nothing(answer) }).toEqual({ table, who, column, answer: true });
        }
        const gone = await attempt(runtime, organisation, `DELETE FROM ${table} WHERE organisation_id = $1`, [government.organisation]);
        // Pages are derived from files and read anew, documents from the record; a file on its way arrives; what is followed no longer leaves no trace. Nothing else is ever removed.
        const isPassing = ['arriving_file', 'evidence_page', 'report_bytes', 'follow'].includes(table);
        expect([table, isPassing ? nothing(gone) : gone]).toEqual([table, isPassing ? true : denied]);
      }
  });

  test('writes nothing into another', async () => {
    for (const [table, row] of planted) {
      // What the database derives by itself is written by nobody, and would be refused for that.
      const { rows } = await superuser.query<{ name: string }>(
        "SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
        [table],
      );
      const columns = rows.map(({ name }) => name).join(', ');
      const insert = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`;
      for (const [, organisation] of asStranger())
        expect({ table, answer: await attempt(runtime, organisation, insert, [row]) }).toEqual({ table, answer: denied });
    }
    const entry = "INSERT INTO journal_entry (organisation_id, act, subject, subject_id, data) VALUES ($1, 'forged', 'dossier', '1', '{}')";
    for (const [, organisation] of asStranger()) expect(await attempt(runtime, organisation, entry, [government.organisation])).toBe(denied);
  });

  test('cannot carry a row over into its own organisation, nor link to another’s', async () => {
    const { rows } = await superuser.query<{ id: string }>('SELECT id FROM dossier WHERE organisation_id = $1', [government.organisation]);
    const link = "INSERT INTO dossier_element (organisation_id, dossier_id, element_code, applies) VALUES ($1, $2, '3.2', true)";
    expect(await attempt(runtime, neighbour.organisation, link, [neighbour.organisation, rows[0]?.id])).toBe('23503');
    expect(await attempt(runtime, government.organisation, 'UPDATE evidence SET organisation_id = $1', [neighbour.organisation])).toBe(denied);
  });

  test('is no superuser, owns nothing, creates nothing, and takes no stronger role', async () => {
    const { rows } = await runtime.query(`SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS strong,
      EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid) OR EXISTS (SELECT 1 FROM pg_proc WHERE proowner = r.oid) AS owns,
      has_schema_privilege('public', 'CREATE') OR has_schema_privilege('app', 'CREATE') AS creates FROM pg_roles r WHERE rolname = current_user`);
    expect(rows).toEqual([{ strong: false, owns: false, creates: false }]);
    expect(await attempt(runtime, null, 'SET ROLE servanda_owner')).toBe(denied);
    expect(await attempt(runtime, null, 'ALTER TABLE dossier DISABLE ROW LEVEL SECURITY')).toBe(denied);
    expect(await attempt(runtime, government.organisation, 'SET LOCAL row_security = off')).not.toBe(1);
  });

  test('cannot read credentials, sessions or the setup code', async () => {
    for (const table of ['credential', 'session', 'setup_code', 'journal_head'])
      expect({ table, answer: await attempt(runtime, government.organisation, `SELECT 1 FROM ${table}`) }).toEqual({ table, answer: denied });
  });

  test('empties no table', async () => {
    for (const table of planted.keys()) expect(await attempt(runtime, government.organisation, `TRUNCATE ${table} CASCADE`)).toBe(denied);
  });
});

describe('what is only ever added', () => {
  const changes = (table: string) => [`UPDATE ${table} SET organisation_id = organisation_id`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`];
  test.each(appendOnly)('%s refuses changes even by its owner and by a superuser', async (table) => {
    for (const change of changes(table)) expect({ change, answer: await attempt(superuser, null, change) }).toEqual({ change, answer: denied });
    for (const change of changes(table)) {
      const answer = await asOwner(served.adminUrl, (owner) => attempt(owner, government.organisation, change));
      expect({ change, answer: nothing(answer) }).toEqual({ change, answer: true });
    }
    for (const change of changes(table)) expect(await attempt(runtime, government.organisation, change)).toBe(denied);
  });
});

describe('the journal', () => {
  const problems = async (organisation: string) => {
    await runtime.query('BEGIN');
    await actFor(runtime, { organisation });
    const { rows } = await runtime.query<{ seq: string; problem: string }>('SELECT seq::int, problem FROM app.journal_problems()');
    await runtime.query('ROLLBACK');
    return rows;
  };

  test('takes its place, moment and hash from nobody', async () => {
    for (const column of ['seq', 'hash', 'prev_hash', 'at_us', 'told_us', 'form', 'person_id', 'role', 'session_id', 'key_id']) {
      const forged = `INSERT INTO journal_entry (organisation_id, act, subject, data, ${column}) VALUES ($1, 'forged', 'dossier', '{}', NULL)`;
      expect({ column, answer: await attempt(runtime, government.organisation, forged, [government.organisation]) }).toEqual({ column, answer: denied });
    }
  });

  test('verifies while whole, and names an entry that was tampered with, cut out or rehashed', async () => {
    expect(await problems(government.organisation)).toEqual([]);
    const tamper = async (sql: string) => {
      await superuser.query(`BEGIN; SET LOCAL session_replication_role = replica; CREATE TABLE kept AS SELECT * FROM journal_entry`);
      await superuser.query(sql, [government.organisation]);
      await superuser.query('COMMIT');
      const found = await problems(government.organisation);
      await superuser.query(
        'BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM journal_entry; INSERT INTO journal_entry SELECT * FROM kept; DROP TABLE kept; COMMIT',
      );
      return found;
    };
    expect(await tamper(`UPDATE journal_entry SET data = '{"after": {"law": "compliant"}}' WHERE organisation_id = $1 AND seq = 1`)).toEqual([
      { seq: 1, problem: 'entry_changed' },
    ]);
    expect(await tamper('DELETE FROM journal_entry WHERE organisation_id = $1 AND seq = 1')).toMatchObject([{ seq: 2, problem: 'link_broken' }]);
    const rehashed = `UPDATE journal_entry e SET act = 'other', hash = app.journal_hash(jsonb_populate_record(e, '{"act": "other"}')) WHERE organisation_id = $1 AND seq = 1`;
    expect(await tamper(rehashed)).toMatchObject([{ seq: 2, problem: 'link_broken' }]);
    expect(await problems(government.organisation)).toEqual([]);
  });
});

describe('the catalogue of the database', () => {
  const lint = async () => (await superuser.query<{ problem: string; object: string }>(lintSql)).rows;

  test('shows no hole', async () => expect(await lint()).toEqual([]));

  test.each([
    ['a tenant table without row-level security', 'ALTER TABLE dossier DISABLE ROW LEVEL SECURITY', 'dossier'],
    ['a tenant table whose owner slips past', 'ALTER TABLE evidence NO FORCE ROW LEVEL SECURITY', 'evidence'],
    [
      'a policy that calls a function for each row',
      'CREATE POLICY slow ON review FOR SELECT TO servanda_app USING (organisation_id = app.organisation())',
      'review slow',
    ],
    ['a policy that lets everything in', 'CREATE POLICY wide ON review FOR INSERT TO servanda_app WITH CHECK (true)', 'review wide'],
    [
      'a key that leaves out the organisation',
      'ALTER TABLE evidence ADD UNIQUE (id); ALTER TABLE citation ADD CONSTRAINT loose FOREIGN KEY (evidence_id) REFERENCES evidence (id)',
      'citation loose',
    ],
    ['a tenant table without index on the organisation', 'CREATE TABLE stray (organisation_id uuid NOT NULL); GRANT SELECT ON stray TO servanda_app', 'stray'],
    [
      'a definer function with an open search path',
      'ALTER FUNCTION app.session_of RESET search_path',
      'app.session_of(bytea,timestamp with time zone,interval)',
    ],
    ['a definer function of a superuser', 'ALTER FUNCTION app.credential_of OWNER TO CURRENT_USER', 'app.credential_of(text)'],
    ['a policy that asks for something else', 'CREATE POLICY other ON review FOR SELECT TO servanda_app USING (by_id = (SELECT app.person()))', 'review other'],
    ['a right without a policy', 'DROP POLICY review_add ON review', 'review INSERT'],
    ['a change of what is only added', 'GRANT UPDATE (act) ON journal_entry TO servanda_app', 'journal_entry'],
    ['a key within reach', 'GRANT SELECT (id) ON app.context_key TO servanda_app', 'id'],
    [
      'another function that reads the key',
      "CREATE FUNCTION app.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT count(*) FROM app.context_key'",
      'app.peek()',
    ],
    [
      'an organisation from a plain setting',
      "CREATE OR REPLACE FUNCTION app.organisation() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.organisation', true), '')::uuid $$",
      'app.organisation()',
    ],
    [
      'a policy on a plain setting',
      "CREATE POLICY plain ON review FOR SELECT TO servanda_app USING (organisation_id = (SELECT current_setting('app.o')::uuid))",
      'review plain',
    ],
    [
      'a definer function that does as it is told',
      "CREATE FUNCTION app.anyone(who uuid) RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT password_hash FROM credential WHERE person_id = who'; REVOKE EXECUTE ON FUNCTION app.anyone FROM PUBLIC; GRANT EXECUTE ON FUNCTION app.anyone TO servanda_app",
      'app.anyone(uuid)',
    ],
    ['temporary tables for anyone', 'GRANT TEMPORARY ON DATABASE template TO PUBLIC', 'template'],
    ['a view that looks past the policies', 'CREATE VIEW peek AS SELECT * FROM dossier; GRANT SELECT ON peek TO servanda_app', 'peek'],
  ])('the check bites: %s', async (_, hole, object) => {
    await superuser.query('BEGIN');
    try {
      await superuser.query(hole);
      expect((await lint()).map((row) => row.object)).toContain(object);
    } finally {
      await superuser.query('ROLLBACK');
    }
  });
});
