// How much of each fault: enough to prove it in every run, or the large figures of `npm run faults`, which are also written down.
import { appendFileSync } from 'node:fs';

const isLarge = process.env['FAULTS'] === 'large';

/** Times are judged with the large figures alone: a few of them on a busy machine tell nothing. */
export const judgesTimes = isLarge;

/** The figure of every run, or the large one. */
export const figure = (usual: number, large: number): number => (isLarge ? large : usual);

/** Milliseconds that a fault may take in all, in seconds of a machine with nothing else to do; the usual run shares it with the browser's stories. */
export const within = (usual: number, large: number): number => figure(usual * 4, large) * 1000;

/** Hands the figures of one fault to `npm run faults`. */
export function report(fault: string, facts: Record<string, number | string>): void {
  const file = process.env['FAULTS_REPORT'];
  if (file) appendFileSync(file, `${JSON.stringify({ fault, facts })}\n`);
}

/** The value below which so many of a hundred lie. */
export function percentile(of: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((of / 100) * sorted.length))] ?? 0;
}
export const rounded = (value: number): number => Math.round(value * 10) / 10;
