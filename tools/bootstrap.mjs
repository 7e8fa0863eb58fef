// Makes a bare clone ready with nothing but Node and npm: installs the pinned packages, then says which Node to go on with.
// Uses Node's own modules only, for nothing else is there yet.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const pnpm = 'pnpm@12.21.0';
/** Arguments of npx that run the pinned package manager. */
export const goOnWithPnpm = ['--yes', pnpm];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Servanda needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs when the lockfile changed since the last time. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.servanda-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the pinned packages …');
  const args = ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'];
  const done = spawnSync('npx', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, CI: 'true' },
  });
  if (done.status !== 0) {
    console.error('The packages could not be installed. Is the npm registry reachable, and is there room on the disk?');
    process.exit(1);
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, lock);
}

/** The pinned Node from the packages where there is one for this machine, else the one that runs now. */
export function pinnedNode() {
  const bin = join(root, 'node_modules/.bin/node');
  return existsSync(bin) && spawnSync(bin, ['--version']).status === 0 ? bin : process.execPath;
}

/** Environment in which child programs find the pinned Node first. */
export const environment = () => ({ ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` });

/**
 * Calls `end` once when the program that started this one is gone. npm passes SIGTERM on to its shell only, and the shell
 * dies without a word to us: the product would go on serving with nobody to stop it. Only under npm, for a program
 * started by hand may outlive its terminal.
 */
export function endWithParent(end) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}

/** Installs, then goes on with `script` under the pinned Node, passing signals on; ends with its exit code. */
export async function goOnWith(script, args = process.argv.slice(2)) {
  install();
  const { spawn } = await import('node:child_process');
  const child = spawn(pinnedNode(), [join(root, script), ...args], { stdio: 'inherit', cwd: root, env: environment() });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  endWithParent(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
