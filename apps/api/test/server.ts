// A served API on a database of its own, cloned from the migrated template; used by every API test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import supertest from 'supertest';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/platform/config.ts';
import { checkContext, checkRuntimeRole } from '../src/platform/db/boot-check.ts';
import { ContextSigner, type Signed } from '../src/platform/db/context.ts';
import { Database } from '../src/platform/db/database.ts';

/** The key that the template database knows. */
export const testKey = process.env['CONTEXT_KEY'] ?? '';
const admin = () => process.env['TEST_ADMIN_URL'] ?? '';
const urlOf = (database: string, user?: { name: string; password: string }) => {
  const url = new URL(admin());
  url.pathname = `/${database}`;
  if (user) Object.assign(url, { username: user.name, password: user.password });
  return url.href;
};
async function asAdmin(sql: string) {
  const client = new pg.Client({ connectionString: admin() });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

export interface Served {
  app: NestFastifyApplication;
  /** The database as its superuser: for looking behind the API in a test, never for serving. */
  adminUrl: string;
  /** The database as the runtime role. */
  runtimeUrl: string;
  filesDir: string;
  http: () => ReturnType<typeof supertest>;
  stop: () => Promise<void>;
}

/** The same on a database that stands already; its end is the caller's. */
export async function serveOn(at: { adminUrl: string; runtimeUrl: string }, filesDir: string, settings: Record<string, string> = {}): Promise<Served> {
  const usual = { CONTEXT_KEY: testKey, FACTOR_KEY: 'x'.repeat(43), SOURCE_KEY: 'y'.repeat(43), LOG_LEVEL: 'silent', RATE_LIMITS: 'off', DATABASE_POOL: '6' };
  const app = await createApp(readConfig({ APP_DATABASE_URL: at.runtimeUrl, FILES_DIR: filesDir, ...usual, ...settings }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, adminUrl: at.adminUrl, runtimeUrl: at.runtimeUrl, filesDir, http: () => supertest(app.getHttpServer()), stop: () => app.close() };
}

/** Serves the API on a free loopback port as the runtime role. Stop it in `afterAll`. */
export async function serve(settings: Record<string, string> = {}, { asSuperuser = false } = {}): Promise<Served> {
  const database = `t_${process.pid}_${Math.trunc(performance.now() * 1000)}`;
  await asAdmin(`CREATE DATABASE "${database}" TEMPLATE "template"`);
  await asAdmin(`REVOKE CONNECT, TEMPORARY ON DATABASE "${database}" FROM PUBLIC`);
  await asAdmin(`GRANT CONNECT ON DATABASE "${database}" TO servanda_app, servanda_owner`);
  const filesDir = mkdtempSync(join(tmpdir(), 'servanda-files-'));
  // Never so but to prove that a suite bites: row-level security does not hold for a superuser.
  const runtimeUrl = asSuperuser ? urlOf(database) : urlOf(database, { name: 'servanda_app', password: 'test' });
  const app = await createApp(
    readConfig({
      APP_DATABASE_URL: runtimeUrl,
      CONTEXT_KEY: testKey,
      FILES_DIR: filesDir,
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
      DATABASE_POOL: '6',
      FACTOR_KEY: 'x'.repeat(43),
      SOURCE_KEY: 'y'.repeat(43),
      ...settings,
    }),
  );
  if (!asSuperuser) await checkRuntimeRole(app.get(Database));
  await checkContext(app.get(Database));
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    app,
    adminUrl: urlOf(database),
    runtimeUrl,
    filesDir,
    http: () => supertest(app.getHttpServer()),
    stop: async () => {
      await app.close();
      await asAdmin(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      rmSync(filesDir, { recursive: true, force: true });
    },
  };
}

const signer = new ContextSigner(testKey);
/** What the API would set as `app.context` for this scope, for bare connections. */
export const contextOf = (scope: Signed): string => signer.sign(scope);
/** Sets it on a bare connection, within its transaction. */
export const actFor = (client: pg.ClientBase, scope: Signed) => client.query("SELECT set_config('app.context', $1, true)", [contextOf(scope)]);
