// Comparisons over 200 published dossiers of 51 elements: the doors, which ask the database each time, beside a bare server that runs the same
// statement and sends the same bytes; the pages, which are kept, beside one that sends the same bytes and asks nobody.
import { publishMany } from './published.mjs';
import { capture, teach } from './sides.mjs';
import { inTurns } from './turns.mjs';

const dossiers = 200;
const six = 'state=FRA,ITA,ESP,PRT,DEU,AUT';

/** Rows as of the other doors, with the bytes; `release`: one that a lead has published. */
export async function comparisonRows({ ours, bare, db }, release) {
  const at = `http://127.0.0.1:${ours.port}`;
  const loaded = await publishMany(db, at, release, dossiers);
  const asked = [
    { name: 'door: all States × all elements', path: '/api/public/comparisons/elements', isDoor: true },
    { name: 'door: one element, all States', path: '/api/public/comparisons/elements/8.1.e', isDoor: true },
    { name: 'door: six States', path: `/api/public/comparisons/states?${six}`, isDoor: true },
    { name: 'page: all States × all elements', path: '/public/elements' },
    { name: 'page: one element, all States', path: '/public/elements/8.1.e' },
    { name: 'page: six States', path: `/public/compare?${six}` },
  ];
  const rows = [];
  for (const { name, path, isDoor = false } of asked) {
    const plan = `comparison-${rows.length}`;
    const { bytes, statements } = await capture(ours, at + path);
    await teach(bare, { plan, statements: isDoor ? statements : [], bytes });
    const size = {
      scale: dossiers,
      ours: () => ({ port: ours.port, method: 'GET', path, headers: {} }),
      bare: () => ({ port: bare.port, method: 'GET', path: `/read/${plan}`, headers: {} }),
    };
    const measured = await inTurns(name, [size], isDoor ? { 1: 100, 16: 300 } : { 1: 300, 16: 1500 });
    rows.push(...measured.map((row) => ({ ...row, isDoor, statements: isDoor ? statements.filter(({ text }) => /FROM/.test(text)).length : 0 })));
  }
  return { rows, ...loaded };
}

const ms = (n) => n.toFixed(2);
/** The part of docs/performance.md on comparisons. */
export const comparisonReport = ({ rows, states, kilobytes }, machine) =>
  [
    '### Comparisons',
    '',
    `Measured by \`npm run bench -- --portal\` (these alone: \`npm run bench -- --comparisons\`) on ${new Date().toISOString().slice(0, 10)}: ${machine}. ${dossiers} published dossiers of 51 elements on ${states} States, ${kilobytes} kB of frozen releases. A door asks the database at each request; its yardstick runs the same statement in the same role and sends the same bytes. A page is made once and kept; its yardstick sends the same bytes from memory.`,
    '',
    '| comparison | kB | connections | ours, ms p50 / p95 / p99 | bare, ms p50 / p95 / p99 | p50 ratio | rate of ours | aim |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map(
      (r) =>
        `| ${r.name} | ${Math.round(r.ours.bytes / 1024)} | ${r.connections} | ${ms(r.ours.p50)} / ${ms(r.ours.p95)} / ${ms(r.ours.p99)} | ${ms(r.bare.p50)} / ${ms(r.bare.p95)} / ${ms(r.bare.p99)} | ${(r.ours.p50 / r.bare.p50).toFixed(2)}× | ${Math.round((100 * r.ours.rate) / r.bare.rate)} % | ${r.isDoor ? 'p50 ≤ 2.5×' : 'rate ≥ 60 %'} |`,
    ),
    '',
  ].join('\n');
/** The page of figures with this part in its place. */
export function withComparisons(page, part) {
  const without = page.replace(/\n### Comparisons\n[\s\S]*?(?=\n## |$)/, '');
  return /\n## Search\n/.test(without) ? without.replace(/\n## Search\n/, `\n${part}\n## Search\n`) : `${without}\n${part}`;
}
