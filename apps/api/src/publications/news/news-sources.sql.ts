// What happened in public, one source for each kind of thing; read in the public's own role, so that nothing else can ever be told.
import { moment } from '../../platform/db/moment.sql.ts';
import { statementAnchor } from '../portal/addresses.ts';

const told = (facts: string) => `jsonb_build_object('iso3', p.iso3, 'stateName', st.name, 'organisation', p.organisation_name, ${facts})`;
const ofRelease = told(`'dossierKind', p.dossier_kind, 'number', p.number, 'element', NULL, 'to', NULL, 'path', '/public/publications/' || p.id`);
const judged = (e: string) =>
  `(coalesce(${e}->>'applies', 'true'), ${['law', 'practice', 'ground', 'groundReason', 'reasons'].map((f) => `coalesce(${e}->>'${f}', '')`).join(', ')})`;

/** Elements of which a release says something else than the one before it of the same dossier that covers them, or than nothing. */
const changed = `ARRAY(SELECT e->>'code' FROM publication_content c, jsonb_array_elements(c.content::jsonb->'elements') e
    LEFT JOIN LATERAL (SELECT x FROM (SELECT b.content FROM publication q JOIN publication_content b ON b.organisation_id = q.organisation_id AND b.publication_id = q.id
        JOIN publication_positions k ON k.organisation_id = q.organisation_id AND k.publication_id = q.id AND k.positions ? (e->>'code')
        WHERE q.organisation_id = p.organisation_id AND q.dossier_id = p.dossier_id AND q.number < p.number ORDER BY q.number DESC LIMIT 1) earlier,
      jsonb_array_elements(earlier.content::jsonb->'elements') x WHERE x->>'code' = e->>'code') b ON true
    WHERE c.organisation_id = p.organisation_id AND c.publication_id = p.id AND ${judged('e')} <> ${judged('b.x')})`;
const unasked = "'{}'::text[]";

/** A kind of thing that happens in public. `elements`: whether it is asked of which elements something was said, which reads whole releases. */
type Source = (elements: boolean) => string;
const release: Source = (
  elements,
) => `SELECT CASE WHEN p.erratum_of IS NULL THEN 'release' ELSE 'erratum' END AS kind, p.id AS of, p.published_at AS at, p.iso3::text AS iso3, ARRAY[p.dossier_id] AS dossiers, ${elements ? changed : unasked} AS elements, ${ofRelease} AS told
FROM publication p JOIN state st ON st.iso3 = p.iso3`;
const withdrawal: Source = () => `SELECT 'withdrawal', p.id, w.withdrawn_at, p.iso3::text, ARRAY[p.dossier_id], ${unasked}, ${ofRelease}
FROM publication_withdrawal w JOIN publication p ON p.organisation_id = w.organisation_id AND p.id = w.publication_id JOIN state st ON st.iso3 = p.iso3`;

/** A reply, a request or an answer: of the dossier that speaks and of the one that is spoken to. An answer is given to who asked, a reply to who spoke before. */
const ofStatement = told(
  `'dossierKind', NULL, 'number', NULL, 'element', p.element_code, 'to', coalesce(b.organisation_name, r.organisation_name), 'path', '/public/states/' || p.iso3 || '/obligations/' || p.obligation_code || '#${statementAnchor('')}' || p.id`,
);
const addressed =
  'JOIN state st ON st.iso3 = p.iso3 LEFT JOIN publication r ON r.id = p.to_publication_id LEFT JOIN publication_statement b ON b.id = p.parent_id';
const statement: Source = () => `SELECT p.kind, p.id, p.published_at, p.iso3::text, ARRAY[p.dossier_id, r.dossier_id], ARRAY[p.element_code], ${ofStatement}
FROM publication_statement p ${addressed}`;
/** That it was withdrawn; which element it spoke of stays. */
const statementWithdrawal: Source = () =>
  `SELECT 'statement_withdrawal', p.id, v.withdrawn_at, p.iso3::text, ARRAY[p.dossier_id, r.dossier_id], ARRAY[p.element_code], ${ofStatement}
FROM publication_statement_withdrawal v JOIN publication_statement p ON p.organisation_id = v.organisation_id AND p.id = v.statement_id ${addressed}`;

/** Each yields kind, of, at, iso3, dossiers, elements, told; a new kind of news is one row. */
const sources: readonly Source[] = [release, withdrawal, statement, statementWithdrawal];

const happened = (elements: boolean, where: string) =>
  `SELECT n.kind, n.of, n.at, n.iso3, n.dossiers, n.elements, n.told FROM (${sources.map((source) => source(elements)).join('\nUNION ALL ')}) n WHERE ${where}`;

/** $1 after this moment · $2 how many at most · $3 from which on. Rows of PublicNews, the oldest first. */
export const happenedSql = `SELECT h.kind, h.of, ${moment('h.at')} AS at, h.iso3, h.dossiers, h.elements, h.told FROM (${happened(true, 'n.at > $1::timestamptz')}) h
ORDER BY h.at, h.of, h.kind LIMIT $2::int OFFSET $3::int`;

/** Entries of a feed: what happened last to each thing, the newest first. Rows { kind, of, at, told }. */
const feed = (elements: boolean, where: string) => `SELECT f.kind, f.of, ${moment('f.at')} AS at, f.told FROM (
  SELECT DISTINCT ON (h.of) h.kind, h.of, h.at, h.told FROM (${happened(elements, where)}) h ORDER BY h.of, h.at DESC) f ORDER BY f.at DESC, f.of LIMIT 50`;
/** Of everything. */
export const feedSql = feed(false, 'true');
/** $1 State. */
export const stateFeedSql = feed(false, 'n.iso3 = $1');
/** $1 dossier. */
export const dossierFeedSql = feed(false, '$1::uuid = ANY (n.dossiers)');
/** $1 State · $2 elements, text[] · $3 after this moment. Which elements a withdrawn release judged is out of reach: its withdrawal is told in all of its State's. */
export const elementsFeedSql = feed(true, "n.iso3 = $1 AND n.at > $3::timestamptz AND (n.elements && $2::text[] OR n.kind = 'withdrawal')");
