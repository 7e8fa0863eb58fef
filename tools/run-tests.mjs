// Type-check, lint, structure, unit, API and browser suites; ends with `N passed, N failed`, counted from the runners' own reports.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { environment, pinnedNode, root } from './bootstrap.mjs';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';

const node = pinnedNode();
const only = process.argv.slice(2);
const reports = join(root, '.local/test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
/** Milliseconds that one suite may take at most. */
const longest = 25 * 60_000;
const tally = { passed: 0, failed: 0 };
const wanted = (name) => !only.length || only.includes(name);

function note(name, ok, output = '', seconds = 0) {
  tally[ok ? 'passed' : 'failed']++;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}${seconds ? `  (${seconds.toFixed(1)} s)` : ''}`);
  if (!ok && output) console.log(output);
}

/** One command that is right when it exits 0. */
async function check(name, command, args) {
  if (!wanted(name.split(' ')[0])) return;
  const began = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((done) => child.once('close', done).once('error', done));
  note(name, code === 0, Buffer.concat(said).toString(), (performance.now() - began) / 1000);
}

/** One Jest suite; its tests are counted one by one from Jest's own report. */
async function jest(name, folder, args = [], env = {}) {
  if (!wanted(name)) return;
  const report = join(reports, `${name}.json`);
  const began = performance.now();
  const code = await new Promise((done) => {
    const child = spawn(
      node,
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        join(root, 'node_modules/jest/bin/jest.js'),
        '--json',
        `--outputFile=${report}`,
        '--silent',
        ...args,
      ],
      { cwd: join(root, folder), stdio: ['ignore', 'ignore', 'inherit'], env: { ...environment(), ...env } },
    );
    // A runner that hangs is a failure of its own, never a run without an end.
    const limit = setTimeout(() => child.kill('SIGKILL'), longest);
    child.on('exit', (c) => {
      clearTimeout(limit);
      done(c ?? 1);
    });
  });
  if (!existsSync(report)) return note(name, false, 'The runner left no report.');
  const result = JSON.parse(readFileSync(report, 'utf8'));
  tally.passed += result.numPassedTests;
  tally.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (result.numPassedTests === 0 || (code !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0)) tally.failed++;
  console.log(
    `${code === 0 ? 'ok  ' : 'FAIL'} ${name}: ${result.numPassedTests} passed, ${result.numFailedTests} failed, ${result.numPendingTests} skipped  (${((performance.now() - began) / 1000).toFixed(1)} s)`,
  );
  if (performance.now() - began > 60_000) console.log(`     longest: ${longestFiles(result.testResults)}`);
}

/** The files that took longest, so that whoever adds to a suite sees where its time goes. */
function longestFiles(files) {
  const took = files.map((file) => ({ name: basename(file.name, '.spec.ts'), seconds: (file.endTime - file.startTime) / 1000 }));
  const first = took.sort((a, b) => b.seconds - a.seconds).slice(0, 12);
  return first.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`).join(', ');
}

const bin = (name) => join(root, 'node_modules/.bin', name);
try {
  build({ log: () => {} });
  note('build', true);
} catch (error) {
  note('build', false, error.message);
}
// What needs one core each goes in two lanes; the suites after them use both cores themselves.
await Promise.all([
  (async () => {
    await check('types of the API and its tests', bin('tsc'), ['-p', 'apps/api/tsconfig.test.json']);
    await check('types of the web app', bin('tsc'), ['-p', 'apps/web']);
    await check('types of the browser tests', bin('tsc'), ['-p', 'e2e']);
    await check('promises left alone', bin('oxlint'), ['--type-aware', '--config', '.oxlintrc.json', 'apps', 'packages', 'e2e']);
    await check('lint and format', bin('biome'), ['check', '--error-on-warnings', '.']);
    await check('structure of the house', node, ['tools/check.mjs']);
    await check('licences of what is installed', node, ['tools/licences.mjs']);
    await check('compose file', node, ['tools/check-compose.mjs']);
  })(),
  (async () => {
    await jest('contract', 'packages/contract', ['--runInBand']);
    await jest('catalogue', 'packages/catalogue', ['--runInBand']);
    await jest('web', 'apps/web', ['--runInBand']);
  })(),
]);
// Holds the product to the time it may take to be there again, and so runs by itself.
await jest('tools', 'tools', ['--runInBand']);
await jest('api', 'apps/api', ['--maxWorkers=2']);
// The faults wait for what they kill, and the stories for what a page shows: neither keeps two cores busy by itself.
const chromium = wanted('browser') ? findChromium() : '';
await Promise.all([
  jest('faults', 'apps/api', ['--runInBand', '--config', 'jest.faults.config.mjs']),
  jest('browser', 'e2e', ['--maxWorkers=2'], { CHROMIUM: chromium }),
]);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed ? 1 : 0);
