// One size of data: a database of its own, filled, with our API and the yardstick serving it.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { environment, root } from '../bootstrap.mjs';
import { migrate, prepareDatabase, provideContextKeys, roles, urlWith } from '../database.mjs';
import { loadWorld } from './load.mjs';
import { quit, spawnServer } from './servers.mjs';
import { openSession } from './session.mjs';

const contextKey = 'the key of the bench, which signs its scopes';

/** A migrated database of its own with the catalogue and the invented State. */
export async function openDatabase(cluster, database) {
  const admin = cluster.url('postgres');
  await prepareDatabase(admin, database);
  await migrate(admin, database);
  await provideContextKeys(admin, database, [contextKey]);
  const adminUrl = urlWith(admin, { database });
  const load = fork(join(root, 'apps/api/dist/reference/load.js'), {
    env: { ...environment(), ADMIN_DATABASE_URL: adminUrl, SEED_DEMO: 'true' },
    stdio: 'inherit',
  });
  await new Promise((done) => load.once('exit', done));
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  await db.query(
    "INSERT INTO state (iso3, name, status, type, deposited_on, is_crc_party, has_reservation_or_declaration, source, is_invented) VALUES ('XAA', 'Republic of Aruna', 'party', 'ratification', '2003-03-31', true, false, 'Invented', true) ON CONFLICT DO NOTHING",
  );
  return { adminUrl, db };
}
/** What a server of the bench is started with: the runtime role, no limits on how often one may ask. */
export const serverEnv = (adminUrl, home) => ({
  APP_DATABASE_URL: urlWith(adminUrl, { user: roles.runtime, password: 'bench' }),
  FILES_DIR: join(home, 'files'),
  CONTEXT_KEY: contextKey,
  DATABASE_POOL: '16',
  LOG_LEVEL: 'error',
  RATE_LIMITS: 'off',
});

/** A database of `scale` dossiers with both servers on it. Call `end` when done. */
export async function openWorld({ cluster, home, scale }) {
  const { adminUrl, db } = await openDatabase(cluster, `bench_${scale}`);
  const began = performance.now();
  const world = await loadWorld(adminUrl, scale);
  console.log(
    `${scale} dossiers: ${world.evidence} pieces of evidence, ${world.judgements} judgements, ${world.citations} citations, ${world.size}; loaded in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  const { organisation, id: dossier } = world.dossiers[0];
  const cookie = await openSession(db, organisation);
  // Each request reads another dossier, of another organisation: one alone would lie in every cache, however much there is beside it.
  const readers = [];
  const step = Math.max(1, Math.floor(world.dossiers.length / 100));
  for (let i = 0; i < world.dossiers.length; i += step)
    readers.push({ id: world.dossiers[i].id, cookie: await openSession(db, world.dossiers[i].organisation) });
  const env = serverEnv(adminUrl, home);
  const ours = await spawnServer('ours.mjs', env);
  const bare = await spawnServer('bare.mjs', env);
  const end = async () => {
    await quit(ours, 'stop');
    await quit(bare, { stop: true });
    await db.end();
  };
  return { scale, ours, bare, cookie, organisation, dossier, readers, db, end };
}
