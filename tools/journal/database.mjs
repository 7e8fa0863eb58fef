// Reads every chain of a database and checks it. The hashes are computed here, with nothing but functions of PostgreSQL itself.
import pg from 'pg';
import { checkChain } from './chain.mjs';

const rowsAtOnce = 5000;
const sealed = `CASE form
  WHEN 'v1' THEN jsonb_build_array('v1', organisation_id, seq, at_us, person_id, role, act, subject, subject_id, data)
  ELSE jsonb_build_array(form, organisation_id, seq, at_us, told_us, person_id, role, session_id, key_id, act, subject, subject_id, data) END::text`;

/** Anchors kept outside the database, by organisation: `{ organisation, anchors, keys }` files as downloaded. */
export async function checkDatabase(url, { trusted = null, kept = [] } = {}) {
  const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await db.connect();
  try {
    // One snapshot, so that what is written meanwhile is seen wholly or not at all.
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: keyRows } = await db.query('SELECT id, spki FROM public.journal_key');
    const keys = new Map([...keyRows.map(({ id, spki }) => [id, spki]), ...kept.flatMap((one) => one.keys)]);
    const { rows: organisations } = await db.query(
      `SELECT o.id, o.name FROM public.organisation o
       UNION SELECT x.id, '' FROM (SELECT organisation_id AS id FROM public.journal_entry UNION SELECT organisation_id FROM public.journal_head UNION SELECT organisation_id FROM public.journal_anchor) x
         WHERE NOT EXISTS (SELECT 1 FROM public.organisation o WHERE o.id = x.id)
       ORDER BY 2, 1`,
    );
    const results = [];
    for (const { id, name } of organisations)
      results.push({ ...(await checkOne(db, id, { keys, trusted, kept: kept.filter((one) => one.organisation === id) })), name });
    return results;
  } finally {
    await db.end();
  }
}

async function checkOne(db, organisation, { keys, trusted, kept }) {
  const { rows: own } = await db.query(
    `SELECT number, seq::float8 AS seq, encode(hash, 'hex') AS hash, at_us::float8 AS "atUs", key_id AS key, encode(previous, 'hex') AS previous, encode(signature, 'hex') AS signature
     FROM public.journal_anchor WHERE organisation_id = $1 ORDER BY number`,
    [organisation],
  );
  const chain = checkChain(organisation, { keys, trusted });
  const outside = kept.flatMap((one) => one.anchors);
  const wanted = new Set([...own, ...outside].map((anchor) => anchor.seq));
  const again = outside.length ? checkChain(organisation, { keys, trusted }) : null;
  for (let after = 0; ; ) {
    const { rows } = await db.query(
      `SELECT seq::float8 AS seq, encode(prev_hash, 'hex') AS prev, encode(hash, 'hex') AS hash, ${sealed} AS sealed, form = 'redacted' AS "isRedacted",
         dossier IS NOT DISTINCT FROM CASE WHEN subject = 'dossier' THEN subject_id ELSE data ->> 'dossier' END AS repeats
       FROM public.journal_entry WHERE organisation_id = $1 AND seq > $2 ORDER BY seq LIMIT ${rowsAtOnce}`,
      [organisation, after],
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      chain.entry(row, wanted);
      again?.entry(row, wanted);
    }
    after = rows.at(-1).seq;
  }
  const { rows: heads } = await db.query(
    "SELECT seq::float8 AS seq, encode(hash, 'hex') AS hash FROM public.journal_head WHERE organisation_id = $1 AND seq > 0",
    [organisation],
  );
  const result = chain.finish(heads[0] ?? null, own);
  if (!again) return result;
  // Of the second reading only what the anchors from outside find is new.
  const found = again.finish(heads[0] ?? null, outside).problems.filter(({ what }) => what.startsWith('anchor'));
  const added = found.map((problem) => ({ ...problem, what: `kept outside: ${problem.what}` }));
  return { ...result, problems: [...result.problems, ...added].sort((a, b) => a.seq - b.seq) };
}
