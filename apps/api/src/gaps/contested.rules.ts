// Where what counts of one's own dossier and of others' differs: the gap kind "contested". Pure; how two verdicts differ is for contest.rules to say.
import type { ContestFact, Lane } from '@servanda/contract';
import { better, laneContest, type Position } from './contest.rules.ts';
import type { PublishedRow } from './contested.sql.ts';

/** A contested point as the gap list takes it in. */
export interface ContestedPoint {
  element: string;
  /** Null where it is whether the element applies at all. */
  lane: Lane | null;
  /** Since when both have been published; a moment, ISO 8601. */
  since: string;
  contest: ContestFact;
}
interface Differing extends Pick<ContestFact, 'distance' | 'on' | 'backing'> {
  by: string;
  given: string | null;
  publishedAt: string;
}

/** How the others differ in one lane from what `own` says. */
function differing(
  lane: Lane,
  own: Position,
  others: readonly (Position & { organisation: string; publishedAt: string; contributedBy: string | null })[],
): Differing[] {
  return others.flatMap((other) => {
    const { kind, on, distance, backing } = laneContest(lane, [own, other]);
    return kind === 'differ' && on && backing
      ? [{ by: other.organisation, given: other.contributedBy, publishedAt: other.publishedAt, distance, on, backing }]
      : [];
  });
}

function pointOf(element: string, lane: Lane | null, publishedAt: string, found: readonly Differing[]): ContestedPoint[] {
  const [furthest] = found.toSorted((a, b) => b.distance - a.distance || better(a.backing, b.backing));
  if (!furthest) return [];
  const { distance, on, backing } = furthest;
  const first = found.map((one) => one.publishedAt).sort()[0] ?? publishedAt;
  // Who is named twice is so with another of the coalition.
  const named = found.filter((one, i) => found.findIndex((other) => other.by === one.by && other.given === one.given) === i);
  const given = named.some((one) => one.given !== null) ? { given: named.map((one) => one.given) } : {};
  const contest = { by: named.map((one) => one.by), ...given, distance, on, backing };
  return [{ element, lane, since: first > publishedAt ? first : publishedAt, contest }];
}

/** The points on which others differ from `dossier`, each by the release that counts for the element; none where it has published nothing. */
export function contestedOf(dossier: string, published: readonly PublishedRow[]): ContestedPoint[] {
  const ours = published.find((one) => one.dossier === dossier);
  if (!ours) return [];
  const others = published.filter((one) => one !== ours);
  return ours.positions.flatMap((position) => {
    const own = { ...position, dossier };
    const beside = others.flatMap(({ positions, ...told }) => positions.filter(({ code }) => code === position.code).map((one) => ({ ...told, ...one })));
    const [law, practice] = [differing('law', own, beside), differing('practice', own, beside)];
    // Whether it applies concerns both lanes: it is told once.
    const whole = law.filter(({ on }) => on === 'applies');
    const scaled = (of: readonly Differing[]) => of.filter(({ on }) => on !== 'applies');
    const point = (lane: Lane | null, of: readonly Differing[]) => pointOf(position.code, lane, position.publishedAt, of);
    return [...point(null, whole), ...point('law', scaled(law)), ...point('practice', scaled(practice))];
  });
}
