// What happened in public, one source for each kind of thing; read in the public's own role, so that nothing else can ever be told.
import { moment } from '../../platform/db/moment.sql.ts';

const told = (facts: string) => `jsonb_build_object('iso3', p.iso3, 'stateName', st.name, 'organisation', p.organisation_name, ${facts})`;
const judged = (e: string) =>
  `(coalesce(${e}->>'applies', 'true'), ${['law', 'practice', 'ground', 'groundReason', 'reasons'].map((f) => `coalesce(${e}->>'${f}', '')`).join(', ')})`;

/** Elements of which a release says something else than the one before it of the same dossier, or than nothing. */
const changed = `ARRAY(SELECT e->>'code' FROM publication_content c, jsonb_array_elements(c.content::jsonb->'elements') e
    LEFT JOIN LATERAL (SELECT x FROM (SELECT b.content FROM publication q JOIN publication_content b ON b.organisation_id = q.organisation_id AND b.publication_id = q.id
        WHERE q.organisation_id = p.organisation_id AND q.dossier_id = p.dossier_id AND q.number < p.number ORDER BY q.number DESC LIMIT 1) earlier,
      jsonb_array_elements(earlier.content::jsonb->'elements') x WHERE x->>'code' = e->>'code') b ON true
    WHERE c.organisation_id = p.organisation_id AND c.publication_id = p.id AND ${judged('e')} <> ${judged('b.x')})`;

const release = `SELECT CASE WHEN p.erratum_of IS NULL THEN 'release' ELSE 'erratum' END AS kind, p.id AS of, p.published_at AS at, p.iso3::text, ARRAY[p.dossier_id] AS dossiers, ${changed} AS elements,
  ${told(`'dossierKind', p.dossier_kind, 'number', p.number, 'element', NULL, 'to', NULL, 'path', '/public/publications/' || p.id`)} AS told
FROM publication p JOIN state st ON st.iso3 = p.iso3 WHERE p.published_at > $1::timestamptz`;

const withdrawal = `SELECT 'withdrawal', p.id, w.withdrawn_at, p.iso3::text, ARRAY[p.dossier_id], '{}'::text[],
  ${told(`'dossierKind', p.dossier_kind, 'number', p.number, 'element', NULL, 'to', NULL, 'path', '/public/publications/' || p.id`)}
FROM publication_withdrawal w JOIN publication p ON p.organisation_id = w.organisation_id AND p.id = w.publication_id JOIN state st ON st.iso3 = p.iso3 WHERE w.withdrawn_at > $1::timestamptz`;

/** Each yields kind, of, at, iso3, dossiers, elements, told of what happened after $1; a new kind of news is one row. */
const sources = [release, withdrawal];

/** $1 after this moment · $2 how many at most · $3 from which on. Rows of PublicNews, the oldest first. */
export const happenedSql = `SELECT n.kind, n.of, ${moment('n.at')} AS at, n.iso3, n.dossiers, n.elements, n.told FROM (${sources.join('\nUNION ALL ')}) n
ORDER BY n.at, n.of, n.kind LIMIT $2::int OFFSET $3::int`;
