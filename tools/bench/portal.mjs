// The pages of the public beside a bare server that sends the same bytes and asks nobody. Two dossiers are published as their leads would.
import { capture, teach } from './sides.mjs';
import { inTurns } from './turns.mjs';

const everyArticle = Array.from({ length: 12 }, (_, i) => i + 1);

async function publish(at, { id, cookie }) {
  const base = `${at}/api/dossiers/${id}/publications`;
  const send = async (path, body) => {
    const answer = await fetch(path, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const first = { parts: { articles: everyArticle, reasons: true, evidence: true, files: false }, language: 'en' };
  const { findings } = await send(`${base}/preview`, first);
  const choice = { ...first, decisions: findings.map(({ key }) => ({ key, decision: 'publish' })) };
  const { sha256 } = await send(`${base}/preview`, choice);
  return (await send(base, { choice, preview: sha256 })).id;
}

/** Measures each kind of page; rows as of the doors, with the bytes of the page, and the release that was published for it. */
export async function portalRows({ scale, ours, bare, readers }, isWanted = true) {
  const at = `http://127.0.0.1:${ours.port}`;
  const release = await publish(at, readers[0]);
  if (!isWanted) return { release, rows: [] };
  await publish(at, readers[1]);
  const pages = {
    'States list': '/public',
    State: '/public/states/XAA',
    release: `/public/publications/${release}`,
    'side by side': '/public/states/XAA/obligations/8.1',
    contested: '/public/states/XAA/compare?show=all',
  };
  const rows = [];
  for (const [name, path] of Object.entries(pages)) {
    const plan = `portal-${rows.length}`;
    const { bytes } = await capture(ours, at + path);
    await teach(bare, { plan, statements: [], bytes });
    const size = {
      scale,
      ours: () => ({ port: ours.port, method: 'GET', path, headers: {} }),
      bare: () => ({ port: bare.port, method: 'GET', path: `/read/${plan}`, headers: {} }),
    };
    rows.push(...(await inTurns(name, [size], { 1: 400, 16: 2000 })));
  }
  return { release, rows };
}

const ms = (n) => n.toFixed(2);
/** The part of docs/performance.md on the pages of the public. */
export const portalReport = (rows, machine) =>
  [
    '## Public pages',
    '',
    `Measured by \`npm run bench\` (these alone: \`npm run bench -- --portal\`) on ${new Date().toISOString().slice(0, 10)}: ${machine}. The yardstick is a bare Fastify that sends the same bytes from memory and asks nobody; ours looks at the language and the query, counts the caller, and asks the database once in a second whether anything was published or withdrawn. By turns in one run; the round with the median p50 of three counts. Two dossiers of 51 elements are published.`,
    '',
    '| page | kB | connections | ours, ms p50 / p95 / p99 | bare, ms p50 / p95 / p99 | requests/s ours / bare | rate of ours | aim |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map(
      (r) =>
        `| ${r.name} | ${Math.round(r.ours.bytes / 1024)} | ${r.connections} | ${ms(r.ours.p50)} / ${ms(r.ours.p95)} / ${ms(r.ours.p99)} | ${ms(r.bare.p50)} / ${ms(r.bare.p95)} / ${ms(r.bare.p99)} | ${Math.round(r.ours.rate)} / ${Math.round(r.bare.rate)} | ${Math.round((100 * r.ours.rate) / r.bare.rate)} % | ≥ 60 % |`,
    ),
    '',
  ].join('\n');
