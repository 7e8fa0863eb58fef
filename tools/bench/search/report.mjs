import { cpus, loadavg, totalmem } from 'node:os';
import { aim } from './kinds.mjs';

const ms = (n) => n.toFixed(1);
const three = ({ p50, p95, p99 }) => `${ms(p50)} / ${ms(p95)} / ${ms(p99)}`;

/** The bench of search as Markdown. */
export async function report(db, rows, requests) {
  const { rows: found } = await db.query(
    `SELECT (SELECT count(*)::int FROM evidence WHERE dossier_id = d.id) AS pieces, (SELECT count(*)::int FROM evidence_page WHERE dossier_id = d.id) AS pages,
       pg_size_pretty(pg_table_size('search_text')) AS words, pg_size_pretty(pg_indexes_size('search_text')) AS indexes, pg_size_pretty(pg_total_relation_size('search_word')) AS written
     FROM dossier d WHERE title = 'Search'`,
  );
  const { pieces, pages, words, indexes, written } = found[0];
  return [
    '## Search',
    '',
    `Measured by \`npm run bench:search\` on ${new Date().toISOString().slice(0, 10)}: one dossier of ${pieces} pieces on ${pages} pages; the words of the texts take ${words}, their indexes ${indexes}, the list of words ${written}. Our door over HTTP as the runtime role under row-level security, one connection, at least ${requests} requests of each kind, by turns with the bare server, which runs the same statements. ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}; load of the machine at the end ${loadavg()[0].toFixed(1)}. Aim: p95 ≤ ${aim} ms.`,
    '',
    '| asked | ours, ms p50 / p95 / p99 | bare, ms p50 / p95 / p99 | p50 ratio | ours, processor ms p50 / p95 | within the aim |',
    '|---|--:|--:|--:|--:|---|',
    ...rows.map(
      ({ kind, ours, bare, processor }) =>
        `| ${kind} | ${three(ours)} | ${three(bare)} | ${(ours.p50 / bare.p50).toFixed(2)}× | ${ms(processor.p50)} / ${ms(processor.p95)} | ${ours.p95 <= aim ? 'yes' : 'no'} |`,
    ),
    '',
  ].join('\n');
}
