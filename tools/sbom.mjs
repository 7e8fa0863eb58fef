// npm run sbom: the bill of materials of this checkout in CycloneDX, from the lockfile, to .local/servanda.cdx.json (or the file named).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { goOnWithPnpm, root } from './bootstrap.mjs';

const file = resolve(process.argv[2] ?? join(root, '.local/servanda.cdx.json'));
mkdirSync(dirname(file), { recursive: true });
const done = spawnSync(
  'npx',
  [...goOnWithPnpm, 'sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--sbom-spec-version', '1.6', '--out', file],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
if (done.status !== 0) process.exit(done.status ?? 1);
const bill = JSON.parse(readFileSync(file, 'utf8'));
console.log(`${bill.components.length} components in ${bill.bomFormat} ${bill.specVersion}: ${file}`);
