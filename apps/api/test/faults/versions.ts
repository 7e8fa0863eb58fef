// Earlier versions of this program, made ready from its own history: those that knew one migration less, and one less again.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../drill.ts';

const git = (args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const migrationsOf = (commit: string) => git(['ls-tree', '--name-only', commit, 'prisma/migrations/']);

/** The newest commits, oldest first, each of which knows fewer migrations than the next, or those that VERSIONS names; none without a history. */
export function earlierCommits(count: number): string[] {
  const named = process.env['VERSIONS'];
  if (named) return named.split(',');
  const found: string[] = [];
  try {
    let next = migrationsOf('HEAD');
    for (const commit of git(['log', '--first-parent', '--format=%H', '-400']).split('\n')) {
      const names = migrationsOf(commit);
      if (found.length === count) break;
      if (names !== next) found.unshift(commit);
      next = names;
    }
  } catch {
    return [];
  }
  return found;
}

/** Runs a program of that version, of text given; its own packages, its own migrations. */
export function within(version: string, flags: string[], text: string): void {
  const done = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', text], {
    cwd: version,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (done.status !== 0) throw new Error(`${version}:\n${done.stdout}${done.stderr}`);
}

/** Lays that commit out in a folder, with its packages and its client of the database. */
export function layOut(commit: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  execFileSync('git', ['archive', '--format=tar', '-o', join(folder, 'version.tar'), commit], { cwd: root });
  execFileSync('tar', ['-xf', 'version.tar'], { cwd: folder });
  within(folder, [], "import { install } from './tools/bootstrap.mjs'; install();");
  const generated = spawnSync(join(folder, 'node_modules/.bin/node'), ['tools/prisma.mjs', 'generate'], { cwd: folder, encoding: 'utf8' });
  if (generated.status !== 0) throw new Error(generated.stdout + generated.stderr);
  return folder;
}
