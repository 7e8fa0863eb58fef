// Whether two kinds of requests can be told apart by their time: Mann and Whitney's test, and the distance of the medians.
import { randomInt } from 'node:crypto';

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The probability of ranks as far apart as these, or farther, where both come of one and the same; two-sided, by the normal approximation. */
export function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((value) => ({ value, of: 'a' })), ...b.map((value) => ({ value, of: 'b' }))].sort((x, y) => x.value - y.value);
  let ranksOfA = 0;
  let ties = 0;
  for (let i = 0; i < all.length; ) {
    let end = i;
    while (end < all.length && all[end]?.value === all[i]?.value) end++;
    const tied = end - i;
    ties += tied ** 3 - tied;
    // Equal values share the mean of their ranks.
    ranksOfA += all.slice(i, end).filter(({ of }) => of === 'a').length * ((i + 1 + end) / 2);
    i = end;
  }
  const [n, m] = [a.length, b.length];
  const spread = Math.sqrt(((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
  const z = Math.abs(ranksOfA - (n * (n + m + 1)) / 2) / spread;
  return upperTail(z) * 2;
}

/** Of the standard normal distribution, after Abramowitz and Stegun 26.2.17; right to seven digits. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

export interface Apart {
  p: number;
  /** Distance of the medians, in percent of the second. */
  percent: number;
}

/** Asks both kinds so many times in turns, which of them first by chance, so that whatever else the machine does meets both alike. */
export async function timesApart(ask: readonly [() => PromiseLike<unknown>, () => PromiseLike<unknown>], count: number): Promise<Apart> {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++)
    for (const kind of randomInt(2) ? ([0, 1] as const) : ([1, 0] as const)) {
      const began = performance.now();
      await ask[kind]();
      times[kind].push(performance.now() - began);
    }
  return { p: mannWhitney(...times), percent: (Math.abs(median(times[0]) - median(times[1])) / median(times[1])) * 100 };
}

/** The same up to three times: chance finds a difference once in a hundred, a leak each time. */
export async function toldApart(ask: Parameters<typeof timesApart>[0], count: number): Promise<Apart & { rounds: number }> {
  for (let rounds = 1; ; rounds++) {
    const apart = await timesApart(ask, count);
    if ((apart.p > 0.01 && apart.percent < 5) || rounds === 3) return { ...apart, rounds };
  }
}
