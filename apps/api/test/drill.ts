// An instance backed up and restored by the two commands, as an operator runs them, and what is compared afterwards.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const drillKey = 'a key for the drills, long enough';
export const admin = process.env['TEST_ADMIN_URL'] ?? '';

export interface Target {
  url: string;
  filesDir: string;
}
export interface Ended {
  code: number | null;
  said: string;
}

export const atDatabase = (database: string, user?: [string, string]) => {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  if (user) [url.username, url.password] = user;
  return url.href;
};
export async function query<Row extends object = object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query<Row>(text, values).finally(() => client.end())).rows;
}

/** Instances that do not exist yet, and their end. */
export function targets(folder: () => string) {
  const made: string[] = [];
  return {
    target: (name: string): Target => {
      const database = `t_restored_${process.pid}_${name}`;
      made.push(database);
      return { url: atDatabase(database), filesDir: join(folder(), `files-${name}`) };
    },
    drop: async () => {
      for (const name of made) await query(admin, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

/** One of the two commands, as an operator runs it. */
export const command = (tool: 'backup' | 'restore', args: string[], { url, filesDir }: Target, env: Record<string, string> = {}) =>
  new Promise<Ended>((done) => {
    const child = spawn(process.execPath, [join(root, `tools/${tool}.mjs`), ...args], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, FILES_DIR: filesDir, BACKUP_KEY: drillKey, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('exit', (code) => done({ code, said }));
  });

/** Each table's rows, as the hash of their sorted JSON; what the two instances may differ in is left out. */
export async function fingerprint(url: string, without: Record<string, string[]> = {}): Promise<Record<string, string>> {
  const tables = await query<{ schema: string; name: string }>(
    url,
    "SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'app') AND c.relkind = 'r' AND c.relname NOT IN ('outbox', 'instance', 'context_key', '_prisma_migrations') ORDER BY 1, 2",
  );
  const prints: Record<string, string> = {};
  for (const { schema, name } of tables) {
    const bare = (without[name] ?? []).map((column) => ` - '${column}'`).join('');
    const [row] = await query<{ print: string }>(
      url,
      `SELECT count(*) || ' ' || coalesce(encode(sha256(convert_to(string_agg(row::text, E'\\n' ORDER BY row::text), 'UTF8')), 'hex'), '') AS print FROM (SELECT to_jsonb(t)${bare} AS row FROM "${schema}"."${name}" t) rows`,
    );
    prints[name] = row?.print ?? '';
  }
  return prints;
}
export function filesIn(place: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(join(place, 'blobs'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(place.length), createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  return found;
}
