import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { home, reachDatabase } from '../backup/reach.mjs';
import { environment, pinnedNode, root } from '../bootstrap.mjs';
import { build } from '../build.mjs';
import { urlWith } from '../database.mjs';
import { keptSecret } from '../secrets.mjs';

build({ only: ['contract', 'catalogue', 'api'], log: () => {} });
const { admin, database, stop } = await reachDatabase();
try {
  const env = { ...environment(), ADMIN_DATABASE_URL: urlWith(admin, { database }) };
  const isGiven = ['FACTOR_KEY', 'FACTOR_KEY_FILE', 'SOURCE_KEY', 'SOURCE_KEY_FILE'].some((name) => env[name]);
  if (!isGiven) Object.assign(env, { FACTOR_KEY: keptSecret(join(home, 'secrets/factor-key')), SOURCE_KEY: keptSecret(join(home, 'secrets/source-key')) });
  const done = spawnSync(pinnedNode(), [join(root, 'apps/api/dist/reference/reseal.command.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    env,
  });
  if (done.status) console.error(`Nothing was changed: ${/^\w*Error: (.*)$/m.exec(done.stderr)?.[1] ?? done.stderr}`);
  process.exitCode = done.status ?? 1;
} finally {
  stop();
}
