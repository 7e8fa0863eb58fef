// Rows of what is said in public, for suites that need one to be there: as the owner of the tables would see them.
import pg from 'pg';
import { newId } from '../src/platform/ids.ts';
import { freezeStatement } from '../src/publications/statements/statements.rules.ts';

interface Whose {
  organisation: string;
  person: string;
  dossier: string;
}

/** Works beside every policy. */
export async function asSuperuser<T>(connectionString: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

/** A statement of theirs, with who said it; returns its id. */
export async function plantStatement(superuser: pg.Client, { organisation, person, dossier }: Whose): Promise<string> {
  const id = newId();
  await superuser.query(
    "INSERT INTO publication_statement VALUES ($1, $2, $3, 'reply', 'XAA', '4.1', '4.1', $2, $2, NULL, 'Government of Aruna', 'government', encode(sha256('{}'), 'hex'), now())",
    [organisation, id, dossier],
  );
  await superuser.query("INSERT INTO publication_statement_content VALUES ($1, $2, '{}')", [organisation, id]);
  await superuser.query("INSERT INTO publication_statement_act VALUES ($1, $2, 'published', $3, now())", [organisation, id, person]);
  return id;
}

/** A reply to a release that waits for a second person; returns its id. */
export async function plantSaying(superuser: pg.Client, { organisation, person, dossier }: Whose, to: string, text = 'Section 4 says so.'): Promise<string> {
  const id = newId();
  const said = { kind: 'reply', to, element: '4.1', parent: null, stand: 'disagree', text, confirmed: [] };
  await superuser.query("INSERT INTO publication_statement_proposal VALUES ($1, $2, $3, $4, $5, 'lead', now())", [
    ...[organisation, id, dossier],
    ...[JSON.stringify(said), person],
  ]);
  return id;
}

/** A reply of theirs to a release, whole as one that was said; returns its id. One to a release of their own names nobody's, for nobody replies to oneself. */
export async function plantSaid(superuser: pg.Client, { organisation, dossier }: Omit<Whose, 'person'>, to: string): Promise<string> {
  const [id, now] = [newId(), new Date().toISOString()];
  const { rows } = await superuser.query(
    `SELECT number, sha256, iso3, CASE WHEN organisation_id = $2 THEN gen_random_uuid() ELSE organisation_id END AS whose, organisation_name, organisation_kind FROM publication WHERE id = $1`,
    [to, organisation],
  );
  const [{ number, sha256: toSha256, iso3, whose, organisation_name: name, organisation_kind: kind }] = rows;
  const about = { publication: to, number, sha256: toSha256, organisation: { id: whose, name, kind } };
  const { content, sha256 } = freezeStatement({
    ...{ id, kind: 'reply', publishedAt: now, state: iso3, treaty: 'opsc', obligation: '4.1', element: '4.1', dossier, to: about, parent: null },
    ...{ organisation: { id: organisation, name, kind }, publisher: { role: 'lead', confirmedBy: null } },
    ...{ stand: 'disagree', ground: null, evidence: null, text: 'Section 4 says so.' },
  });
  await superuser.query("INSERT INTO publication_statement VALUES ($1, $2, $3, 'reply', $4, '4.1', '4.1', $5, $6, NULL, $7, $8, $9, $10)", [
    ...[organisation, id, dossier, iso3, whose, to],
    ...[name, kind, sha256, now],
  ]);
  await superuser.query('INSERT INTO publication_statement_content VALUES ($1, $2, $3)', [organisation, id, content]);
  return id;
}
