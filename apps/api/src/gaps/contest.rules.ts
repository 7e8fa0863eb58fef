// Where published dossiers agree and differ on one element. Pure. The order is for reading: it rates no State and no organisation.
import type { Lane, LawVerdict, PracticeVerdict } from '@servanda/contract';

/** What a dossier says of an element, by its release that counts for it. */
export interface Position {
  dossier: string;
  applies: boolean;
  law: LawVerdict | null;
  practice: PracticeVerdict | null;
  /** Published pieces that it cites. */
  cited: number;
}
export type Backing = 'both' | 'one' | 'neither';
export interface LaneContest {
  kind: 'silent' | 'alone' | 'agree' | 'differ';
  /** Steps of the scale between the two furthest apart; 0 where they do not differ. */
  distance: 0 | 1 | 2 | 3;
  /** On what they differ. */
  on: 'scale' | 'applies' | 'no_data' | null;
  /** Dossiers with a verdict, or that hold that the element does not apply. */
  speaking: string[];
  /** Whether both ends, one or neither cites published evidence; null where they do not differ. */
  backing: Backing | null;
}
export interface Contest {
  law: LaneContest;
  practice: LaneContest;
  distance: LaneContest['distance'];
  backing: Backing | null;
}

/** Steps from the best. `no_data` has no place on the scale. */
const step: Record<LawVerdict | Exclude<PracticeVerdict, 'no_data'>, number> = {
  ...{ compliant: 0, largely_compliant: 1, partially_compliant: 2, non_compliant: 3 },
  ...{ effective: 0, substantial: 1, limited: 2, none: 3 },
};
const stepOf = (verdict: LawVerdict | PracticeVerdict | null): number | null => (verdict === null || verdict === 'no_data' ? null : step[verdict]);
const greatest = (n: number): LaneContest['distance'] => (n >= 3 ? 3 : n === 2 ? 2 : n === 1 ? 1 : 0);

const isBacked = (end: readonly Position[]) => end.some(({ cited }) => cited > 0);
function backingOf(one: readonly Position[], other: readonly Position[]): Backing {
  const backed = [one, other].filter(isBacked).length;
  return backed === 2 ? 'both' : backed === 1 ? 'one' : 'neither';
}

/** One lane of an element, as the release of each dossier that counts for it judges it; a dossier that says nothing of it may be left out. */
export function laneContest(lane: Lane, positions: readonly Position[]): LaneContest {
  const speaking = positions.filter((position) => !position.applies || position[lane] !== null);
  const told = { speaking: speaking.map(({ dossier }) => dossier), distance: 0, on: null, backing: null } as const;
  if (speaking.length === 0) return { ...told, kind: 'silent' };
  if (speaking.length === 1) return { ...told, kind: 'alone' };
  const within = speaking.filter(({ applies }) => applies);
  const outside = speaking.filter(({ applies }) => !applies);
  if (within.length > 0 && outside.length > 0) return { ...told, kind: 'differ', distance: 3, on: 'applies', backing: backingOf(within, outside) };
  const placed = within.flatMap((position) => {
    const at = stepOf(position[lane]);
    return at === null ? [] : [{ position, at }];
  });
  const [best, worst] = [Math.min(...placed.map(({ at }) => at)), Math.max(...placed.map(({ at }) => at))];
  const at = (end: number) => placed.filter((one) => one.at === end).map(({ position }) => position);
  if (worst > best) return { ...told, kind: 'differ', distance: greatest(worst - best), on: 'scale', backing: backingOf(at(best), at(worst)) };
  const unplaced = within.filter((position) => stepOf(position[lane]) === null);
  if (placed.length > 0 && unplaced.length > 0) return { ...told, kind: 'differ', distance: 1, on: 'no_data', backing: backingOf(at(best), unplaced) };
  return { ...told, kind: 'agree' };
}

const backings: readonly (Backing | null)[] = ['both', 'one', 'neither', null];
/** Orders by how well they are evidenced, the best first. */
export const better = (a: Backing | null, b: Backing | null) => backings.indexOf(a) - backings.indexOf(b);

/** Both lanes of an element; what counts is the lane in which they are further apart. */
export function contestOf(positions: readonly Position[]): Contest {
  const [law, practice] = [laneContest('law', positions), laneContest('practice', positions)];
  const distance = greatest(Math.max(law.distance, practice.distance));
  const furthest = [law, practice].filter((lane) => lane.kind === 'differ' && lane.distance === distance);
  return { law, practice, distance, backing: furthest.map(({ backing }) => backing).sort(better)[0] ?? null };
}

/** The order of reading: the furthest apart first, among these the best evidenced, then as they came. */
export const byContest = <T extends { contest: Contest }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => b.contest.distance - a.contest.distance || better(a.contest.backing, b.contest.backing));

export const shows = ['contested', 'agree', 'alone', 'silent', 'all'] as const;
export type Show = (typeof shows)[number];
/** Whether one of the lanes looked at is of this kind. */
export const isShown = (contest: Contest, show: Show, lane: Lane | null): boolean =>
  show === 'all' || (lane ? [contest[lane]] : [contest.law, contest.practice]).some(({ kind }) => kind === (show === 'contested' ? 'differ' : show));
