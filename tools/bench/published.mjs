// Two hundred States with a published dossier each, made out of one real release: its elements with other verdicts, hashed anew.
import { createHash, randomUUID } from 'node:crypto';

const law = ['compliant', 'largely_compliant', 'partially_compliant', 'non_compliant', null];
const practice = ['effective', 'substantial', 'limited', 'none', 'no_data', null];

/** Adds `count` dossiers with a release each, as an administrator; what the database derives from a release is derived by its own function. */
export async function publishMany(db, at, release, count) {
  const content = await (await fetch(`${at}/api/public/publications/${release}.json`)).json();
  const { rows: states } = await db.query('SELECT iso3, name FROM state ORDER BY iso3');
  const { rows } = await db.query('SELECT organisation_id AS organisation FROM publication WHERE id = $1', [release]);
  const made = Array.from({ length: count }, (_, i) => {
    const { iso3, name } = states[i % states.length];
    const elements = content.elements.map((element, n) => ({ ...element, law: law[(i * 7 + n) % 5], practice: practice[(i * 5 + n) % 6] }));
    const dossier = { ...content.dossier, id: randomUUID(), title: `Dossier on ${name}` };
    const text = JSON.stringify({ ...content, id: randomUUID(), number: 1, state: iso3, stateName: name, dossier, elements });
    return { text, iso3, dossier: dossier.id, id: JSON.parse(text).id, sha256: createHash('sha256').update(text).digest('hex') };
  });
  await db.query('BEGIN');
  // An administrator has no scope, by which the database would know whose positions it derives.
  await db.query("SET LOCAL session_replication_role = 'replica'");
  for (const { text, iso3, dossier, id, sha256 } of made) {
    const of = [rows[0].organisation, id];
    await db.query(
      `INSERT INTO publication (organisation_id, id, dossier_id, number, iso3, treaty, organisation_name, organisation_kind, dossier_kind, language, sha256, preview_sha256, published_at)
       VALUES ($1, $2, $3, 1, $4, 'opsc', 'An organisation', 'government', 'own', 'en', $5, $5, now())`,
      [...of, dossier, iso3, sha256],
    );
    await db.query('INSERT INTO publication_content VALUES ($1, $2, $3, $4)', [...of, text, JSON.stringify(content.coverage.overall)]);
    await db.query('INSERT INTO publication_positions VALUES ($1, $2, app.positions_in($3))', [...of, text]);
  }
  await db.query('COMMIT');
  await db.query('ANALYZE publication, publication_content, publication_positions');
  return { states: states.length, kilobytes: Math.round(made.reduce((sum, { text }) => sum + text.length, 0) / 1024) };
}
