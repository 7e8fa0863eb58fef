// The bench's data: set-based, so that a million rows take seconds. Works as the cluster's administrator.
import pg from 'pg';

/**
 * `dossiers` dossiers of 51 elements, each with 10 pieces of evidence and 5 judgements; 4 dossiers for each organisation.
 * @returns {{ dossiers: { organisation: string, id: string }[] }}
 */
export async function loadWorld(url, dossiers) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const run = (sql, values) => db.query(sql, values);
  await run('SET session_replication_role = replica');
  await run('SELECT setseed(0.42)');
  const organisations = Math.max(1, Math.round(dossiers / 4));
  await run(`INSERT INTO organisation (id, kind, name) SELECT uuidv7(), 'ngo', 'Organisation ' || n FROM generate_series(1, $1) n`, [organisations]);
  await run(
    `INSERT INTO person (id, email, name) SELECT id, 'lead@' || replace(lower(name), ' ', '-') || '.example', 'Lead auditor' FROM organisation WHERE name LIKE 'Organisation %'`,
  );
  await run(`INSERT INTO membership (organisation_id, person_id, role) SELECT id, id, 'lead' FROM organisation WHERE name LIKE 'Organisation %'`);
  await run(
    `INSERT INTO dossier (organisation_id, id, kind, iso3, title, catalogue_version, facts, opened_by, opened_at)
     SELECT o.id, uuidv7(), 'independent', 'XAA', 'Audit ' || k, (SELECT version FROM catalogue_version LIMIT 1),
       '{"extraditionConditionalOnTreaty":{"answer":null,"basis":""},"laterExtraditionTreaty":{"answer":null,"basis":""},"inPositionToAssist":{"answer":null,"basis":""}}', o.id, now() - interval '300 days'
     FROM organisation o CROSS JOIN generate_series(1, 4) k WHERE o.name LIKE 'Organisation %'`,
  );
  await run(`INSERT INTO dossier_element (organisation_id, dossier_id, element_code, applies, ground, reason)
     SELECT d.organisation_id, d.id, e.code, e.rule <> 'non-crc-parties', CASE WHEN e.rule = 'non-crc-parties' THEN 'party_to_the_crc'::ground END, CASE WHEN e.rule = 'non-crc-parties' THEN 'Party to the Convention' END
     FROM dossier d CROSS JOIN element e`);
  await run(`INSERT INTO evidence (organisation_id, id, dossier_id, kind, title, citation, originator, language, dated_on, confidentiality, summary, out_of_date_on, added_by, added_at, changed_at)
     SELECT d.organisation_id, uuidv7(), d.dossier_id,
       (enum_range(NULL::evidence_kind))[1 + k % 9], 'Piece ' || k || ' for ' || d.element_code, 'Gazette ' || k, 'Ministry ' || k % 7, 'en', date '2024-01-01' + k,
       'internal', repeat('What it shows. ', 12), CASE WHEN k % 4 = 0 THEN date '2026-01-01' END, d.organisation_id, now() - interval '200 days', now() - interval '200 days'
     FROM dossier_element d CROSS JOIN generate_series(1, 10) k`);
  await run(`INSERT INTO assessment (organisation_id, id, dossier_id, element_code, number, law, practice, as_of, reasons, qualifier_note, wording, wording_sha256, catalogue_version, author_id, author_role, recorded_at)
     SELECT d.organisation_id, uuidv7(), d.dossier_id, d.element_code, n,
       (enum_range(NULL::law_verdict))[1 + (n + e.ordinal) % 4], (enum_range(NULL::practice_verdict))[1 + (n + e.ordinal) % 5], date '2026-01-01' + n,
       repeat('The Act covers the conduct and the figures support it. ', 8), '', e.wording, e.wording_sha256, v.version, d.organisation_id, 'lead', now() - interval '100 days' + n * interval '1 day'
     FROM dossier_element d JOIN element e ON e.code = d.element_code CROSS JOIN generate_series(1, 5) n CROSS JOIN (SELECT version FROM catalogue_version LIMIT 1) v WHERE d.applies`);
  // Every judgement cites two pieces of its element; the newest all ten.
  await run(`INSERT INTO citation (organisation_id, dossier_id, assessment_id, ordinal, evidence_id, pinpoint, stance)
     SELECT a.organisation_id, a.dossier_id, a.id, p.k, p.id, 's. ' || p.k, CASE WHEN p.k % 5 = 0 THEN 'contradicts'::stance ELSE 'supports' END
     FROM assessment a JOIN (SELECT dossier_id, split_part(title, ' for ', 2) AS element_code, id, row_number() OVER (PARTITION BY dossier_id, split_part(title, ' for ', 2) ORDER BY id) AS k FROM evidence) p
       ON p.dossier_id = a.dossier_id AND p.element_code = a.element_code WHERE p.k <= CASE WHEN a.number = 5 THEN 10 ELSE 2 END`);
  await run(`INSERT INTO review (organisation_id, assessment_id, ordinal, act, reason, by_id, by_role, at)
     SELECT organisation_id, id, 1, 'submit', '', author_id, 'lead', recorded_at FROM assessment`);
  await run(`INSERT INTO current_assessment (organisation_id, dossier_id, element_code, latest_id, latest_number, latest_status, latest_author_id, latest_recorded_at, status_since, standing_id, standing_number, standing_accepted, law, practice, as_of, standing_since)
     SELECT organisation_id, dossier_id, element_code, id, number, 'submitted', author_id, recorded_at, recorded_at, id, number, false, law, practice, as_of, recorded_at FROM assessment WHERE number = 5`);
  await run('SET session_replication_role = DEFAULT');
  await run('VACUUM ANALYZE');
  const found = await run('SELECT organisation_id AS organisation, id FROM dossier ORDER BY id');
  const sizes = await run(
    'SELECT (SELECT count(*) FROM evidence)::int AS evidence, (SELECT count(*) FROM assessment)::int AS judgements, (SELECT count(*) FROM citation)::int AS citations, pg_size_pretty(pg_database_size(current_database())) AS size',
  );
  await db.end();
  return { dossiers: found.rows, ...sizes.rows[0] };
}
