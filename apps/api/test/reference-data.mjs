// Loads the catalogue and the States as the product does, from TypeScript sources.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs the product's own loader against a migrated database. */
export async function loadReferenceData(url) {
  const loader = fileURLToPath(new URL('../src/reference/load.ts', import.meta.url));
  const done = spawnSync(process.execPath, ['-C', 'development', '--import', '@oxc-node/core/register', loader], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { ...process.env, ADMIN_DATABASE_URL: url, SEED_DEMO: 'false', NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The reference data could not be loaded:\n${done.stdout}${done.stderr}`);
}
