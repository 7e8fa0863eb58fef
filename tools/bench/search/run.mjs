// One dossier of a hundred thousand pieces with half a gigabyte of text; each kind of question by turns over our door and the bare server.
// --pieces N: fewer pieces; --requests N: of each kind and side; --only KIND; --home FOLDER. The filled database stays in its folder for the next run.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../bootstrap.mjs';
import { build } from '../../build.mjs';
import { prepareRoles } from '../../database.mjs';
import { startCluster } from '../../postgres.mjs';
import { quit, spawnServer } from '../servers.mjs';
import { openSession } from '../session.mjs';
import { openDatabase, serverEnv } from '../world.mjs';
import { aim, kindInTurns } from './kinds.mjs';
import { loadTexts } from './load.mjs';
import { questions } from './questions.mjs';
import { report } from './report.mjs';

const { values } = parseArgs({
  options: { pieces: { type: 'string', default: '100000' }, requests: { type: 'string', default: '240' }, only: { type: 'string' }, home: { type: 'string' } },
});
const [pieces, requests] = [Number(values.pieces), Number(values.requests)];
const home = values.home ?? join(root, `.local/bench-search-${pieces}`);

/** The dossier that is there already, or a new one. */
async function dossierIn(db, adminUrl) {
  const kept = await db.query("SELECT organisation_id AS organisation, id AS dossier FROM dossier WHERE title = 'Search' AND facts ? 'filled'");
  if (kept.rowCount) return kept.rows[0];
  const began = performance.now();
  const filled = await loadTexts(db, adminUrl, { pieces, bytesEach: 5000, pagesEach: 2 }, console.log);
  console.log(`Loaded ${Math.round(filled.bytes / 1e6)} MB of text in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  return filled;
}

const cluster = await startCluster({ home: join(home, 'postgres'), durable: true });
const servers = [];
try {
  build({ only: ['contract', 'catalogue', 'api'] });
  await prepareRoles(cluster.url('postgres'), 'bench');
  const { adminUrl, db } = await openDatabase(cluster, 'search');
  const { organisation, dossier } = await dossierIn(db, adminUrl);
  const cookie = await openSession(db, organisation);
  const env = serverEnv(adminUrl, home);
  const ours = await spawnServer('ours.mjs', env);
  servers.push([ours, 'stop']);
  const bare = await spawnServer('bare.mjs', env);
  servers.push([bare, { stop: true }]);
  const rows = [];
  for (const [kind, asked] of Object.entries(questions))
    if (!values.only || values.only === kind) rows.push(await kindInTurns({ db, ours, bare, cookie, dossier }, kind, asked, requests));
  console.log(await report(db, rows, requests));
  if (rows.some(({ ours }) => ours.p95 > aim)) process.exitCode = 1;
  await db.end();
} finally {
  for (const [server, message] of servers) await quit(server, message);
  cluster.stop();
}
