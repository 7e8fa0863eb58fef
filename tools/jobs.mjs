// The tables of the job queue: they belong to the owner role, and the runtime role works with their rows.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';

const root = fileURLToPath(new URL('..', import.meta.url));
const schema = 'jobs';
/** Queues and how often each tries; the names are those of the API's jobs. A job whose process gives no sign of life for half a minute is another's to do. */
const queues = [
  {
    name: 'evidence.text',
    options: { retryLimit: 2, retryDelay: 5, retryBackoff: true, expireInSeconds: 300, heartbeatSeconds: 30, retentionSeconds: 1_209_600 },
  },
  {
    name: 'evidence.copy',
    options: { retryLimit: 2, retryDelay: 5, retryBackoff: true, expireInSeconds: 300, heartbeatSeconds: 30, retentionSeconds: 1_209_600 },
  },
  {
    name: 'report.make',
    options: { retryLimit: 2, retryDelay: 5, retryBackoff: true, expireInSeconds: 300, heartbeatSeconds: 30, retentionSeconds: 1_209_600 },
  },
  // One waits at a time, however many processes queue it.
  { name: 'files.sweep', options: { policy: 'short', retryLimit: 2, retryDelay: 600, expireInSeconds: 10_800, retentionSeconds: 1_209_600 } },
];

/** Whether the tables stand at the version that the library works with, every queue and its rights included: then nothing is to be done. */
async function isReady(url, version) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    const { rows } = await db.query(
      `SELECT version = $1 AND has_schema_privilege('servanda_app', '${schema}', 'USAGE')
      AND NOT EXISTS (SELECT 1 FROM unnest($2::text[], $3::int[]) AS wanted(name, beat)
        WHERE NOT EXISTS (SELECT 1 FROM ${schema}.queue q WHERE q.name = wanted.name AND q.heartbeat_seconds IS NOT DISTINCT FROM wanted.beat)) AS ready FROM ${schema}.version`,
      [version, queues.map(({ name }) => name), queues.map(({ options }) => options.heartbeatSeconds ?? null)],
    );
    return rows[0]?.ready === true;
  } catch {
    return false;
  } finally {
    await db.end();
  }
}

/** Creates or migrates the queue's tables as the owner of `url`, and gives the runtime role their rows. Repeatable. */
export async function prepareJobs(url, { owner, runtime }) {
  const found = createRequire(join(root, 'apps/api/package.json')).resolve('pg-boss');
  if (await isReady(url, JSON.parse(readFileSync(new URL('../package.json', pathToFileURL(found)), 'utf8')).pgboss.schema)) return;
  const { PgBoss } = await import(pathToFileURL(found).href);
  const asOwner = new URL(url);
  asOwner.searchParams.set('options', `-c role=${owner}`);
  const boss = new PgBoss({ connectionString: asOwner.href, schema, supervise: false, schedule: false, registerInstance: false, max: 2 });
  await boss.start();
  const known = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const { name, options } of queues)
    if (!known.has(name)) await boss.createQueue(name, options);
    else if (options.heartbeatSeconds) await boss.updateQueue(name, { heartbeatSeconds: options.heartbeatSeconds });
  await boss.stop({ graceful: false });
  const db = new pg.Client({ connectionString: asOwner.href });
  await db.connect();
  await db.query(`GRANT USAGE ON SCHEMA ${schema} TO ${runtime};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${runtime};
    REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${runtime}`);
  await db.end();
}
