// Loads 200 dossiers × 51 elements × 10 evidence × 5 judgements, and ten times that; measures our doors and the bare
// server in turns; prints the table and writes docs/performance.md. Bounded in count and time, loopback only.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { build } from '../build.mjs';
import { prepareRoles } from '../database.mjs';
import { startCluster } from '../postgres.mjs';
import { comparisonReport, comparisonRows, withComparisons } from './comparisons.mjs';
import { portalReport, portalRows } from './portal.mjs';
import { report } from './report.mjs';
import { readSides, writeSides } from './sides.mjs';
import { inTurns } from './turns.mjs';
import { openWorld } from './world.mjs';

/** The pages of the public alone, or their comparisons alone, on a small world; the rest of the page of figures stays. */
const comparisonsAlone = process.argv.includes('--comparisons');
const portalAlone = process.argv.includes('--portal') || comparisonsAlone;
const scales = portalAlone || process.argv.includes('--quick') ? [20] : [200, 2000];
const reads = { coverage: '/coverage', gaps: '/gaps?limit=50', checklist: '/obligations' };

const home = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
const cluster = await startCluster({ home: join(home, 'postgres'), durable: true });
const worlds = [];
const rows = [];
try {
  build({ only: ['contract', 'catalogue', 'api'] });
  const busy = loadavg()[0];
  await prepareRoles(cluster.url('postgres'), 'bench');
  for (const scale of scales) worlds.push(await openWorld({ cluster, home, scale }));
  const sizes = (sidesOf) => Promise.all(worlds.map(async (world) => ({ scale: world.scale, ...(await sidesOf(world)) })));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL 18 with its safe durability settings; load of the machine before the run ${busy.toFixed(1)}`;
  const { release, rows: pages } = await portalRows(worlds[0], !comparisonsAlone);
  const comparisons = comparisonReport(await comparisonRows(worlds[0], release), machine);
  const portal = `${portalReport(pages, machine)}\n${comparisons}`;
  const page = join(root, 'docs/performance.md');
  const kept = /\n## (?:Search|Reports)\n[\s\S]*$/.exec(readFileSync(page, 'utf8'))?.[0] ?? '';
  if (comparisonsAlone) {
    console.log(comparisons);
    writeFileSync(page, withComparisons(readFileSync(page, 'utf8'), comparisons));
  } else if (portalAlone) {
    console.log(portal);
    const doors = readFileSync(page, 'utf8').split(/\n## (?:Public pages|Search|Reports)\n/)[0] ?? '';
    writeFileSync(page, `${doors}\n${portal}${kept}`);
  }
  for (const [name, part] of Object.entries(portalAlone ? {} : reads))
    rows.push(...(await inTurns(name, await sizes((world) => readSides(world, name, part)), { 1: 200, 16: 800 })));
  if (!portalAlone) {
    rows.push(...(await inTurns('record', await sizes(writeSides), { 1: 120, 16: 400 })));
    const text = report(
      rows.sort((a, b) => a.scale - b.scale),
      machine,
    );
    console.log(text + portal);
    // The parts on search and on reports are measured for themselves and stay.
    if (scales.length > 1) writeFileSync(page, `${text}\n${portal}${kept}`);
  }
} finally {
  for (const world of worlds) await world.end();
  cluster.stop();
  rmSync(home, { recursive: true, force: true });
}
