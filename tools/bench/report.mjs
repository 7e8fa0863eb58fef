const ms = (n) => n.toFixed(2);
const times = (a, b) => `${(a / b).toFixed(2)}×`;

/** The bench as Markdown: each door beside the yardstick, then the growth with ten times the data. */
export function report(rows, machine) {
  const table = rows.map(
    (r) =>
      `| ${r.name} | ${r.scale} | ${r.connections} | ${ms(r.ours.p50)} / ${ms(r.ours.p95)} / ${ms(r.ours.p99)} | ${ms(r.bare.p50)} / ${ms(r.bare.p95)} / ${ms(r.bare.p99)} | ${Math.round(r.ours.rate)} / ${Math.round(r.bare.rate)} | ${times(r.ours.p50, r.bare.p50)} | ${r.connections === 1 ? '≤ 2.5×' : '≤ 3×'} |`,
  );
  const small = Math.min(...rows.map((r) => r.scale));
  const growth = rows
    .filter((r) => r.scale !== small)
    .map((r) => {
      const before = rows.find((s) => s.scale === small && s.name === r.name && s.connections === r.connections);
      return `| ${r.name} | ${r.connections} | ${times(r.ours.p50, before.ours.p50)} | ${times(r.bare.p50, before.bare.p50)} | ≤ 1.3× |`;
    });
  return [
    '# Performance',
    '',
    `Measured by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. The yardstick is bare Fastify + pg: the same statements through the same row-level-security transaction as the same role, the same bytes; it has no session, no validation, no permissions. Both sides and both sizes of data by turns in one run, on the cores that also drive the load; the round with the median p50 of three counts. Compare columns: absolute times drift with the machine.`,
    '',
    'Each dossier holds 51 elements with 10 pieces of evidence and 5 judgements each. Each read is of another dossier, a hundred in turn.',
    '',
    '| door | dossiers | connections | ours, ms p50 / p95 / p99 | bare, ms p50 / p95 / p99 | requests/s ours / bare | p50 ratio | aim |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...table,
    '',
    ...(growth.length ? ['## Ten times the data', '', '| door | connections | ours | bare | aim |', '|---|--:|--:|--:|--:|', ...growth, ''] : []),
  ].join('\n');
}
