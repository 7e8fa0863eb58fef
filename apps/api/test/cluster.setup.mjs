// One throw-away PostgreSQL for the whole run; a migrated template database is cloned for each test file.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, prepareDatabase, prepareRoles, provideContextKeys, urlWith } from '../../../tools/database.mjs';
import { startCluster } from '../../../tools/postgres.mjs';

export default async function setup() {
  const home = mkdtempSync(join(tmpdir(), 'servanda-test-'));
  const cluster = await startCluster({ home, durable: false, connections: 200 });
  globalThis.__cluster = { cluster, home };
  const admin = cluster.url('postgres');
  await prepareRoles(admin, 'test');
  await prepareDatabase(admin, 'template');
  await migrate(admin, 'template');
  process.env.CONTEXT_KEY = 'the key of the tests, which signs their scopes';
  await provideContextKeys(admin, 'template', [process.env.CONTEXT_KEY]);
  const { loadReferenceData } = await import('./reference-data.mjs');
  await loadReferenceData(urlWith(admin, { database: 'template' }));
  process.env.TEST_ADMIN_URL = admin;
}
