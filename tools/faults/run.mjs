import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { environment, pinnedNode, root } from '../bootstrap.mjs';
import { figuresOf, reliability } from './reliability.mjs';

const folder = join(root, '.local/faults');
const figures = join(folder, 'figures.jsonl');
const outcome = join(folder, 'jest.json');
mkdirSync(folder, { recursive: true });
for (const old of [figures, outcome]) rmSync(old, { force: true });

// FAULTS=usual: the figures of `npm test`, for a machine that is busy.
const size = process.env.FAULTS ?? 'large';
// `npm run faults -- pool edits`: the files of these names alone; their figures are printed, and the page stays as it is.
const chosen = process.argv.slice(2);
// A new clone has no client of the database yet.
if (spawnSync(pinnedNode(), [join(root, 'tools/prisma.mjs'), 'generate'], { stdio: ['ignore', 'ignore', 'inherit'], env: environment() }).status !== 0)
  process.exit(1);

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js')];
const code = await new Promise((done) => {
  const child = spawn(
    pinnedNode(),
    [...jest, '--config', 'jest.faults.config.mjs', '--runInBand', '--json', `--outputFile=${outcome}`, ...chosen.map((name) => `faults/${name}`)],
    {
      cwd: join(root, 'apps/api'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...environment(), FAULTS: size, FAULTS_REPORT: figures },
    },
  );
  child.on('exit', (c) => done(c ?? 1));
});
const result = existsSync(outcome) ? JSON.parse(readFileSync(outcome, 'utf8')) : null;
if (!result || code !== 0) {
  console.error('A fault broke what must hold: docs/reliability.md is left as it was.');
  process.exit(1);
}
const seconds = Math.round(result.testResults.reduce((sum, { startTime, endTime }) => sum + endTime - startTime, 0) / 1000);
const counts = { passed: result.numPassedTests, failed: result.numFailedTests, skipped: result.numPendingTests };
const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`;
const rows = readFileSync(figures, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const said = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds} s`;
if (chosen.length) console.log(`${figuresOf(rows).join('\n')}\n${said}`);
else {
  writeFileSync(join(root, 'docs/reliability.md'), reliability(rows, { machine, seconds, counts, size }));
  console.log(`${said}; docs/reliability.md is written`);
}
