// For the production form: roles, migrations and reference data on the server of DATABASE_URL, then it ends.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, prepareDatabase, prepareRoles, urlWith } from './database.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const admin = process.env.DATABASE_URL;
const password = process.env.APP_DATABASE_PASSWORD;
if (!admin || !password || password.length < 32) {
  console.error('DATABASE_URL (an administrator of the server) and APP_DATABASE_PASSWORD (32 characters or more, for the role servanda_app) are needed.');
  process.exit(1);
}
const database = decodeURIComponent(new URL(admin).pathname.slice(1)) || 'servanda';
await prepareRoles(admin, password);
await prepareDatabase(admin, database);
for (const name of await migrate(admin, database)) console.log(`migrated ${name}`);
const loader = join(root, 'apps/api/dist/reference/load.js');
const done = spawnSync(process.execPath, [loader], { stdio: 'inherit', env: { ...process.env, ADMIN_DATABASE_URL: urlWith(admin, { database }) } });
process.exit(done.status ?? 1);
