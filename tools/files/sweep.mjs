// The sweep on the local instance or the one of DATABASE_URL; with APP_DATABASE_URL it is the settings of the API that count.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { filesFolder, home, reachDatabase } from '../backup/reach.mjs';
import { environment, root } from '../bootstrap.mjs';
import { build } from '../build.mjs';
import { roles, urlWith } from '../database.mjs';
import { keptSecret } from '../secrets.mjs';

let stop = () => undefined;
try {
  const env = environment();
  if (!env.APP_DATABASE_URL) {
    const reached = await reachDatabase();
    stop = reached.stop;
    const user = { database: reached.database, user: roles.runtime, password: keptSecret(join(home, 'secrets/runtime-role')) };
    Object.assign(env, { APP_DATABASE_URL: urlWith(reached.admin, user), FILES_DIR: filesFolder });
    env.CONTEXT_KEY ??= keptSecret(join(home, 'secrets/context-key'));
  }
  build({ log: () => undefined, only: ['contract', 'catalogue', 'api'] });
  const command = [join(root, 'apps/api/dist/evidence/sweep.command.js'), ...process.argv.slice(2)];
  process.exitCode = await new Promise((done) => {
    spawn(process.execPath, ['--enable-source-maps', ...command], { env, stdio: 'inherit' }).on('exit', (code) => done(code ?? 1));
  });
} catch (error) {
  console.error(error?.stack ?? String(error));
  process.exitCode = 1;
} finally {
  stop();
}
