// Builds what has changed: contract, catalogue, API (tsc) and web (Vite). Nothing changed: a second's work.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, install, pinnedNode, root } from './bootstrap.mjs';

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', 'generated'].includes(entry.name) ? [] : files(path);
    return [path];
  });

function fingerprint(folders) {
  const hash = createHash('sha256');
  for (const path of folders
    .map((f) => join(root, f))
    .flatMap((f) => (statSync(f).isDirectory() ? files(f) : [f]))
    .sort())
    hash.update(relative(root, path)).update(readFileSync(path));
  return hash.digest('hex');
}

const parts = [
  { name: 'contract', from: ['packages/contract', 'tsconfig.base.json'], out: 'packages/contract/dist', run: [['tsc', ['-p', 'packages/contract']]] },
  { name: 'catalogue', from: ['packages/catalogue', 'tsconfig.base.json'], out: 'packages/catalogue/dist', run: [['tsc', ['-p', 'packages/catalogue']]] },
  {
    name: 'api',
    from: ['apps/api/src', 'apps/api/tsconfig.json', 'packages/contract/src', 'packages/catalogue/src', 'prisma/schema', 'tsconfig.base.json'],
    out: 'apps/api/dist',
    run: [
      ['node', ['tools/prisma.mjs', 'generate']],
      ['tsc', ['-p', 'apps/api']],
    ],
  },
  {
    name: 'web',
    from: ['apps/web', 'packages/contract/src', 'tsconfig.base.json', 'pnpm-lock.yaml'],
    out: 'apps/web/dist',
    run: [['node', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], 'apps/web']],
  },
];

/** Builds every part (or `only` those named) whose sources changed. Throws with the tool's output where one fails. */
export function build({ log = console.log, only = null } = {}) {
  for (const part of parts.filter((p) => !only || only.includes(p.name))) {
    const stamp = join(root, '.local/built', part.name);
    const now = fingerprint(part.from);
    if (existsSync(join(root, part.out)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) continue;
    log(`Building ${part.name} …`);
    if (part.name !== 'web') rmSync(join(root, part.out), { recursive: true, force: true });
    for (const [command, args, folder = ''] of part.run) {
      const bin = command === 'node' ? pinnedNode() : join(root, 'node_modules/.bin', command);
      const done = spawnSync(bin, args, { cwd: join(root, folder), encoding: 'utf8', env: environment() });
      if (done.status !== 0) throw new Error(`${part.name} could not be built:\n${done.stdout}${done.stderr}`);
    }
    mkdirSync(join(root, '.local/built'), { recursive: true });
    writeFileSync(stamp, now);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  build();
}
