// When the next letter of news goes: daily and weekly letters at seven in the morning where the person is.
import type { DigestEvery } from '@servanda/contract';

const hour = 3_600_000;
const day = 24 * hour;
const morning = 7 * hour;

/** What clocks of a zone show at a moment, as if it were UTC, in milliseconds. */
function wallOf(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** The moment at which clocks of a zone show `wall`; where they leap over it, the one that stands in its place. */
function momentOf(zone: string, wall: number): number {
  const guess = wall - (wallOf(zone, wall) - wall);
  return guess + (wall - wallOf(zone, guess));
}

/** The next turn after a moment; null where letters go at once or not at all. */
export function nextTurn(every: DigestEvery, zone: string, after: Date): Date | null {
  if (every === 'immediate' || every === 'off') return null;
  const now = wallOf(zone, after.getTime());
  let turn = Math.floor(now / day) * day + morning;
  // The first day of 1970 was a Thursday: Monday is three days before.
  if (every === 'weekly') turn -= (Math.floor(turn / day + 3) % 7) * day;
  const step = every === 'weekly' ? 7 * day : day;
  while (momentOf(zone, turn) <= after.getTime()) turn += step;
  return new Date(momentOf(zone, turn));
}
