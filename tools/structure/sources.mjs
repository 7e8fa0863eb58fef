import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const skipped = new Set(['node_modules', 'dist', 'generated', '.local', '.git', 'coverage']);

/** Every file below `folder` (absolute), with its path relative to `root` and its text. */
export function sources(root, folder = root, ends = /\.(ts|tsx|mjs|css|sql|prisma)$/) {
  return readdirSync(join(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sources(root, path, ends);
    return ends.test(entry.name) ? [{ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }] : [];
  });
}
