// What becomes of sources when a reader leaves. Row-level security gives those that the leaver reads.

/** $1 organisation · $2 leaver. Rows { id }: sources that no other active member reads. */
export const aloneSql = `SELECT s.id FROM source s WHERE s.organisation_id = $1 AND s.erased_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM (SELECT DISTINCT ON (n.person_id) n.person_id, n.act FROM source_reader n WHERE n.organisation_id = s.organisation_id AND n.source_id = s.id
      ORDER BY n.person_id, n.number DESC) r
    JOIN membership m ON m.organisation_id = s.organisation_id AND m.person_id = r.person_id AND m.status = 'active'
  WHERE r.act = 'named' AND r.person_id <> $2) ORDER BY s.id`;

/** $1 organisation · $2 sources · $3 person · $4 by · $5 moment. */
export const nameReaderSql = `INSERT INTO source_reader (organisation_id, source_id, number, person_id, act, by, at)
  SELECT $1::uuid, id, 0, $3::uuid, 'named', $4::uuid, $5::timestamptz FROM unnest($2::uuid[]) AS id`;

/** $1 sources · $2 moment. */
export const eraseSourcesSql = `SELECT app.erase_source(id, 'not_needed', $2) FROM unnest($1::uuid[]) AS id`;
