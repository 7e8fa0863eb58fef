// Whether two releases can be compared, and what hinders it where not.
import type { PublicRelease, ReleaseChanges } from '@servanda/contract';
import { changesBetween, inOrder } from './changes.rules.ts';
import { elementOrder, type TwoReleases } from './comparisons.queries.ts';

export type Compared =
  | { is: 'compared'; changes: ReleaseChanges }
  /** Nothing stands before the release. */
  | { is: 'first'; changes: ReleaseChanges }
  /** One of the two was withdrawn: what it said is no longer published. */
  | { is: 'withdrawn'; which: PublicRelease }
  /** The other is unknown, of another dossier, or the same. */
  | { is: 'unfit'; why: 'unknown' | 'foreign' | 'same' };

/** `since`: the other release, where one was named. */
export function comparedOf({ head, release, other, otherRelease, siblings, stateName }: TwoReleases, since: string | null): Compared {
  if (!release) return { is: 'withdrawn', which: head };
  if (!other) {
    if (since) return { is: 'unfit', why: 'unknown' };
    const nothing = {
      between: [],
      articles: { added: [], dropped: [] },
      elements: [],
      unchanged: 0,
      evidence: { added: [], dropped: [] },
      criminalisation: null,
    };
    return {
      is: 'first',
      changes: { stateName, from: null, to: head, coverage: { before: null, after: release.coverage.overall }, hasSameCatalogue: true, ...nothing },
    };
  }
  if (other.id === head.id) return { is: 'unfit', why: 'same' };
  if (other.dossier !== head.dossier || other.organisation.id !== head.organisation.id) return { is: 'unfit', why: 'foreign' };
  if (!otherRelease) return { is: 'withdrawn', which: other };
  const sides = inOrder({ head, release }, { head: other, release: otherRelease });
  return { is: 'compared', changes: changesBetween(sides, siblings, elementOrder) };
}
