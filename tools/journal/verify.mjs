// npm run journal:verify [-- FILE] [--key PUBLIC.pem …] [--anchors FILE …]
// Without a file: every chain of the local instance, or of the database that DATABASE_URL names as an administrator.
// Ends with 0: whole · 1: broken, with the first broken link of each chain · 2: cannot be read.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { anchorText, keyIdOf } from './chain.mjs';
import { checkFile, spkiOf, Unreadable } from './file.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const usage = 'npm run journal:verify [-- FILE] [--key PUBLIC.pem] [--anchors ANCHORS.json]';

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string', multiple: true }, anchors: { type: 'string', multiple: true } },
    });
    if (positionals.length > 1) throw new Error('one file at a time');
    return { file: positionals[0], keyFiles: values.key ?? [], anchorFiles: values.anchors ?? [] };
  } catch (error) {
    throw new Unreadable(`${error.message}\n${usage}`);
  }
}

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Unreadable(`${path}: ${error.message}`);
  }
};

/** Anchors as an organisation downloaded them. */
function keptAnchors(path) {
  let kept;
  try {
    kept = JSON.parse(read(path));
  } catch (error) {
    throw new Unreadable(error instanceof Unreadable ? error.message : `${path} is no JSON`);
  }
  if (typeof kept?.organisation !== 'string' || !Array.isArray(kept.anchors) || !Array.isArray(kept.keys))
    throw new Unreadable(`${path} holds no anchors of a journal`);
  const anchors = kept.anchors.map(({ text, ...anchor }) => {
    const atUs = JSON.parse(text)[5];
    if (anchorText(kept.organisation, { ...anchor, atUs }) !== text) throw new Unreadable(`${path}: anchor ${anchor.number} says something else than its text`);
    return { ...anchor, atUs };
  });
  const keys = kept.keys.map(({ publicKey }) => spkiOf(publicKey)).map((spki) => [keyIdOf(spki), spki]);
  return { organisation: kept.organisation, anchors, keys };
}

async function databaseUrl() {
  const { urlWith } = await import('../database.mjs');
  if (process.env.DATABASE_URL) {
    const url = process.env.DATABASE_URL;
    return { url: urlWith(url, { database: decodeURIComponent(new URL(url).pathname.slice(1)) || 'servanda' }), stop: () => undefined };
  }
  const home = join(process.env.SERVANDA_HOME ?? join(root, '.local'), 'postgres');
  if (!existsSync(home))
    throw new Unreadable(`There is no local instance yet (npm start makes one). For another database: DATABASE_URL=postgresql://… npm run journal:verify`);
  const { startCluster } = await import('../postgres.mjs');
  const cluster = await startCluster({ home, durable: true });
  return { url: urlWith(cluster.url('postgres'), { database: 'servanda' }), stop: cluster.adopted ? () => undefined : cluster.stop };
}

/** What else was found: at the first entry in words, and each further entry by its number, once. */
function furtherProblems([first, ...rest]) {
  const there = [...new Set(rest.filter(({ seq }) => seq === first.seq).map(({ what }) => what))].filter((what) => what !== first.what);
  const entries = [...new Set(rest.map(({ seq }) => seq))].filter((seq) => seq !== first.seq);
  const named = entries.slice(0, 10).join(', ');
  const further = entries.length > 10 ? `${named} and ${entries.length - 10} more` : named;
  return [...there.map((what) => `also there: ${what}`), ...(entries.length ? [`${entries.length === 1 ? 'and at entry' : 'and at entries'} ${further}`] : [])];
}

function tell({ organisation, name, entries, anchors, problems, keys }) {
  const who = `${name || 'An organisation that is gone'} (${organisation})`;
  const [first] = problems;
  if (!first) console.log(`whole   ${who}: ${entries} entries, ${anchors} anchors`);
  else {
    console.log(`BROKEN  ${who}: first at entry ${first.seq}: ${first.what}`);
    for (const line of furtherProblems(problems)) console.log(`        ${line}`);
  }
  if (keys?.length) console.log(`        anchors signed by ${keys.join(', ')}: compare with /api/journal/key of the instance`);
}

try {
  const { file, keyFiles, anchorFiles } = readArguments();
  const trustedKeys = keyFiles.map((path) => keyIdOf(spkiOf(read(path))));
  const trusted = trustedKeys.length ? new Set(trustedKeys) : null;
  let results;
  if (file) results = [await checkFile(file, { trusted })];
  else {
    const { checkDatabase } = await import('./database.mjs');
    const { url, stop } = await databaseUrl();
    try {
      results = await checkDatabase(url, { trusted, kept: anchorFiles.map(keptAnchors) });
    } finally {
      stop();
    }
  }
  for (const result of results) tell(result);
  const broken = results.filter(({ problems }) => problems.length).length;
  console.log(
    `${results.length} ${results.length === 1 ? 'chain' : 'chains'}, ${results.reduce((sum, { entries }) => sum + entries, 0)} entries, ${results.reduce((sum, { anchors }) => sum + anchors, 0)} anchors: ${broken ? `${broken} broken` : 'whole'}`,
  );
  process.exitCode = broken ? 1 : 0;
} catch (error) {
  console.error(error instanceof Unreadable ? error.message : `The journal cannot be read: ${error.message || error.code || error}`);
  process.exitCode = 2;
}
