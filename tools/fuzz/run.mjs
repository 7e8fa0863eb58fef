import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment, pinnedNode, root } from '../bootstrap.mjs';

const longest = 20 * 60 * 1000;
const folder = join(root, '.local/fuzz');
const report = join(folder, 'figures.json');
const log = join(folder, 'jest.json');
mkdirSync(folder, { recursive: true });
for (const old of [report, log]) rmSync(old, { force: true });

// A new clone has no client of the database yet.
if (spawnSync(pinnedNode(), [join(root, 'tools/prisma.mjs'), 'generate'], { stdio: ['ignore', 'ignore', 'inherit'], env: environment() }).status !== 0)
  process.exit(1);

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js')];
const code = await new Promise((done) => {
  const child = spawn(pinnedNode(), [...jest, '--config', 'jest.fuzz.config.mjs', '--runInBand', '--silent', '--json', `--outputFile=${log}`], {
    cwd: join(root, 'apps/api'),
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...environment(), FUZZ_REPORT: report },
  });
  const end = setTimeout(() => child.kill('SIGTERM'), longest);
  child.on('exit', (c) => {
    clearTimeout(end);
    done(c ?? 1);
  });
});

if (!existsSync(report)) {
  const broken = existsSync(log) ? JSON.parse(readFileSync(log, 'utf8')).testResults.map(({ message }) => message) : ['it was ended after twenty minutes'];
  console.error(`The run did not come to its figures:\n${broken.join('\n').slice(0, 4000)}`);
  process.exit(1);
}
const found = JSON.parse(readFileSync(report, 'utf8'));
const line = (name, value, asked) => console.log(`${name.padEnd(44)} ${String(value).padEnd(22)} ${asked}`);
line('operations that were come through', `${found.reached} of ${found.operations}`, '95 % at least');
line('refusals (4xx) described and seen', `${found.seenRefusals} of ${found.documented}`, 'all');
line('answers', found.requests, `seed ${found.seed}, ${found.cases} at random for each`);
line('answers 5xx', found.fiveHundreds, '0');
line('requests without an answer', found.lost.length, '0');
line('answers unlike their description', found.faults.length, '0');
line('95 % were answered within, ms', found.p95, 'less than 300');
line('not come through', found.unreached.join(', ') || 'none', '');
line('slowest operations (95 %), ms', found.slowest.map(({ door, p95 }) => `${door} ${p95}`).join(', '), '');
if (found.wrong.length) console.error(`\n${found.wrong.slice(0, 40).join('\n')}`);
process.exit(found.wrong.length || code ? 1 : 0);
