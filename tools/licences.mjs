// Checks that every installed package may be used beside our AGPL-3.0-or-later; prints what is used, or what is in the way.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const fitting =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0|MPL-2\.0|OFL-1\.1|Zlib|LGPL-3\.0-or-later|GPL-3\.0-or-later|AGPL-3\.0-or-later)$/;
/** Packages that only tools use and nothing of ours ships, or whose field says it in an unusual way; each with its reason. */
const reasons = {
  elkjs: 'EPL-2.0; comes with the command line of Prisma, is never loaded and not shipped',
  duck: 'says BSD; its licence file is that of BSD-2-Clause; comes with mammoth',
  'seq-queue': 'says nothing in its manifest, MIT in its text; comes with the command line of Prisma, is never loaded and not shipped',
  'humanize-number': 'says nothing in its manifest, MIT in its readme; comes with the S3 server of the tests, not shipped',
  'png-js': 'says nothing in its manifest; its licence file is that of MIT; comes with pdfkit, which makes the generated library, not shipped',
  'caniuse-lite': 'CC-BY-4.0 data of browsers, read while building',
};

/** Whether a licence expression fits: `A OR B` by one, `A AND B` by each. */
export function fits(expression) {
  const text = String(expression).replace(/^\((.*)\)$/, '$1');
  if (/\sOR\s/i.test(text)) return text.split(/\sOR\s/i).some(fits);
  if (/\sAND\s/i.test(text)) return text.split(/\sAND\s/i).every(fits);
  return fitting.test(text.trim());
}

const licenceOf = ({ license, licenses }) => (typeof license === 'string' ? license : (license?.type ?? licenses?.map?.((l) => l.type).join(' OR ')));

/** Every package in the store of this checkout: name, version, licence; each once. */
export function installed() {
  const store = join(root, 'node_modules/.pnpm');
  const found = new Map();
  for (const entry of readdirSync(store)) {
    const folder = join(store, entry, 'node_modules');
    if (entry === 'node_modules' || !existsSync(folder)) continue;
    const names = readdirSync(folder).flatMap((name) => (name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name]));
    for (const name of names) {
      const file = join(folder, name, 'package.json');
      if (!existsSync(file)) continue;
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      if (manifest.name && manifest.version && !manifest.private)
        found.set(`${manifest.name}@${manifest.version}`, { ...manifest, licence: licenceOf(manifest) });
    }
  }
  return [...found.values()];
}

if (process.argv[1]?.endsWith('licences.mjs')) {
  const packages = installed();
  const inTheWay = packages.filter(({ name, licence }) => !reasons[name] && !fits(licence));
  const counts = Map.groupBy(packages, ({ licence }) => licence ?? 'none');
  for (const [licence, all] of [...counts].sort((a, b) => b[1].length - a[1].length)) console.log(`${String(all.length).padStart(4)}  ${licence}`);
  for (const { name, version, licence } of inTheWay)
    console.error(`${name} ${version}: ${licence ?? 'no licence stated'}. Choose another package, or write the reason into tools/licences.mjs.`);
  process.exit(inTheWay.length ? 1 : 0);
}
