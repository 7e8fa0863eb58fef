// Whether two kinds of requests take the same time, on a machine that does other things as well.
import { figure } from './faults/figures.ts';

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

/**
 * The distance of the medians in milliseconds, and the median of the second kind, measured in turns. While the distance is over
 * `within`, up to ten rounds of four are added up where times are judged: noise of the machine evens out, a leak does not.
 */
export async function timeApart(kinds: [(i: number) => PromiseLike<unknown>, (i: number) => PromiseLike<unknown>], within: number) {
  const times: [number[], number[]] = [[], []];
  let apart = Number.POSITIVE_INFINITY;
  for (let i = 0; i < figure(4, 40) && (i % 4 !== 0 || apart > within); i++) {
    for (const kind of [0, 1] as const) {
      const before = performance.now();
      await kinds[kind](i);
      times[kind].push(performance.now() - before);
    }
    apart = Math.abs(median(times[0]) - median(times[1]));
  }
  return { apart, median: median(times[1]) };
}
