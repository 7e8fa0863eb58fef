// For the production form: roles, migrations, keys and reference data on the server of DATABASE_URL, then it ends.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareBackupRole } from './backup/role.mjs';
import { markOutbox, migrate, prepareDatabase, prepareRoles, provideContextKeys, urlWith } from './database.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const admin = process.env.DATABASE_URL;
const password = process.env.APP_DATABASE_PASSWORD;
if (!admin || !password || password.length < 32) {
  console.error('DATABASE_URL (an administrator of the server) and APP_DATABASE_PASSWORD (32 characters or more, for the role servanda_app) are needed.');
  process.exit(1);
}
const secret = (name) => process.env[name] || (process.env[`${name}_FILE`] ? readFileSync(process.env[`${name}_FILE`], 'utf8').trim() : '');
const contextKey = secret('CONTEXT_KEY');
// While keys change: prepare with both, restart each API with the new one, prepare again without the old.
const before = secret('CONTEXT_KEY_PREVIOUS');
if (contextKey.length < 32 || (before && before.length < 32)) {
  console.error(
    'CONTEXT_KEY, or CONTEXT_KEY_FILE with it, is needed: 32 random characters or more, the same as the API gets. It signs the scope of each transaction.',
  );
  process.exit(1);
}
const database = decodeURIComponent(new URL(admin).pathname.slice(1)) || 'servanda';
await prepareRoles(admin, password);
await prepareDatabase(admin, database);
for (const name of await migrate(admin, database)) console.log(`migrated ${name}`);
await provideContextKeys(admin, database, [contextKey, before]);
await markOutbox(admin, database, false);
if (secret('BACKUP_DATABASE_PASSWORD')) await prepareBackupRole(admin, database, secret('BACKUP_DATABASE_PASSWORD'));
const loader = join(root, 'apps/api/dist/reference/load.js');
const done = spawnSync(process.execPath, [loader], { stdio: 'inherit', env: { ...process.env, ADMIN_DATABASE_URL: urlWith(admin, { database }) } });
process.exit(done.status ?? 1);
