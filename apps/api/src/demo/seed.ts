// Run at every start with demonstration data, after the reference data and before serving.
import { createApp } from '../app.ts';
import { readConfig } from '../platform/config.ts';
import { checkRuntimeRole } from '../platform/db/boot-check.ts';
import { Database } from '../platform/db/database.ts';
import { buildWorld } from './build-world.ts';

const adminUrl = process.env['ADMIN_DATABASE_URL'];
if (!adminUrl) throw new Error('ADMIN_DATABASE_URL must name the database as a role that may act as servanda_owner');
const app = await createApp(readConfig({ ...process.env, LOG_LEVEL: 'silent', WEB_DIR: undefined }));
try {
  await checkRuntimeRole(app.get(Database));
  await buildWorld(app, adminUrl, { log: console.log });
} finally {
  await app.close();
}
