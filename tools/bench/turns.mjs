import { drive } from './drive.mjs';

const rounds = 3;
const middle = (list) => [...list].sort((a, b) => a.p50 - b.p50)[Math.floor(list.length / 2)];

/**
 * Every side of every size by turns, so that all drift alike; of each, the round with the median p50 counts.
 * @param {{ scale: number, ours: Function, bare: Function }[]} sizes
 * @param {Record<number, number>} counts requests for each number of connections
 */
export async function inTurns(name, sizes, counts) {
  const measured = [];
  for (const [connections, count] of Object.entries(counts).map(([c, n]) => [Number(c), n])) {
    const sides = sizes.flatMap(({ scale, ours, bare }) => [
      { scale, of: 'ours', next: ours, rounds: [] },
      { scale, of: 'bare', next: bare, rounds: [] },
    ]);
    for (const { next } of sides) await drive(next, { connections, count: Math.ceil(count / 5) });
    for (let round = 0; round < rounds; round++)
      for (const side of round % 2 ? sides.toReversed() : sides) side.rounds.push(await drive(side.next, { connections, count }));
    const of = (scale, which) => middle(sides.find((side) => side.scale === scale && side.of === which).rounds);
    for (const { scale } of sizes) {
      const [ours, bare] = [of(scale, 'ours'), of(scale, 'bare')];
      measured.push({ name, scale, connections, ours, bare });
      console.log(`${name}, ${scale} dossiers, ${connections} connections: p50 ${ours.p50.toFixed(2)} ms against ${bare.p50.toFixed(2)} ms`);
    }
  }
  return measured;
}
