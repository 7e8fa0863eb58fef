// Run by hand, as `npm run files:sweep` does: takes away files that no row names, and says which rows have lost theirs.
// --report removes nothing; --sizes does not read the files; --grace-hours N: younger ones stay (24). Exit 1: a file is missing or damaged.
import { parseArgs } from 'node:util';
import { createApp } from '../app.ts';
import { Clock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { Sweep } from './sweep.ts';

const { values } = parseArgs({
  options: { report: { type: 'boolean', default: false }, sizes: { type: 'boolean', default: false }, 'grace-hours': { type: 'string', default: '24' } },
});
const hours = Number(values['grace-hours']);
if (!(hours >= 1)) throw new Error('--grace-hours must be 1 or more: a file that was kept just now may have its row on the way');

const app = await createApp(readConfig({ ...process.env, LOG_LEVEL: 'error' }));
try {
  const olderThan = new Date(app.get(Clock).now().getTime() - hours * 3_600_000);
  const swept = await app.get(Sweep).run({ olderThan, hashes: () => !values.sizes, removes: !values.report });
  const size = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MiB`;
  console.log(`${swept.files} files in the store (${size(swept.bytes)}); ${swept.named} are named by rows, ${swept.hashed} were read and hashed.`);
  console.log(
    `${swept.orphans.removed} orphans older than ${hours} hours ${values.report ? 'would be' : 'were'} removed (${size(swept.orphans.bytes)}); ${swept.orphans.left} are younger or on their way.`,
  );
  for (const name of swept.strange.slice(0, 20)) console.log(`Not ours, left alone: ${name}`);
  for (const { organisation, sha256 } of swept.missing) console.error(`MISSING: organisation ${organisation}, file ${sha256}. Restore it from a backup.`);
  for (const { organisation, sha256 } of swept.damaged) console.error(`DAMAGED: organisation ${organisation}, file ${sha256}. Restore it from a backup.`);
  if (swept.missing.length || swept.damaged.length) process.exitCode = 1;
} finally {
  await app.close();
}
