// One kind of question, asked of our door and of the yardstick by turns.
import { drive, spread } from '../drive.mjs';
import { capture, teach } from '../sides.mjs';
import { processorClock } from './processor.mjs';

/** Milliseconds that 95 of 100 answers are given within. */
export const aim = 100;
const rounds = 4;

/** @returns {Promise<{ kind: string, ours: object, bare: object, processor: object }>} times of all requests of the kind, and what ours cost the processor, in milliseconds */
export async function kindInTurns({ db, ours, bare, cookie, dossier }, kind, asked, requests) {
  const path = (n) => `/api/dossiers/${dossier}/search?${new URLSearchParams(asked[n % asked.length])}`;
  const name = kind.replaceAll(' ', '-');
  for (const [n] of asked.entries())
    await teach(bare, { plan: `${name}-${n}`, ...(await capture(ours, `http://127.0.0.1:${ours.port}${path(n)}`, { headers: { cookie } })) });
  const sides = {
    ours: { times: [], next: (n) => ({ port: ours.port, method: 'GET', path: path(n), headers: { cookie } }) },
    bare: { times: [], next: (n) => ({ port: bare.port, method: 'GET', path: `/read/${name}-${n % asked.length}`, headers: {} }) },
  };
  const each = Math.ceil(requests / rounds);
  const costs = [];
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 ? [sides.bare, sides.ours] : [sides.ours, sides.bare]) {
      // Between two requests of our door nothing else is asked of it: what was spent since was spent on the one before.
      const clock = side === sides.ours ? await processorClock(db, ours.child.pid) : null;
      let before = null;
      const read = () => {
        const now = clock?.() ?? null;
        if (before !== null) costs.push(now - before);
        before = now;
      };
      const next = (n) => {
        read();
        return side.next(round * each + n);
      };
      side.times.push(...(await drive(next, { connections: 1, count: each, seconds: 60 })).times);
      read();
    }
  const row = { kind, ours: spread(sides.ours.times), bare: spread(sides.bare.times), processor: spread(costs) };
  console.log(
    `${kind}: p50 ${row.ours.p50.toFixed(1)}, p95 ${row.ours.p95.toFixed(1)} ms; processor ${row.processor.p95.toFixed(1)} ms; bare ${row.bare.p50.toFixed(1)}, ${row.bare.p95.toFixed(1)} ms`,
  );
  return row;
}
