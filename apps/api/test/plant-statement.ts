// Rows of what is said in public, for suites that need one to be there: as the owner of the tables would see them.
import pg from 'pg';
import { newId } from '../src/platform/ids.ts';

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
