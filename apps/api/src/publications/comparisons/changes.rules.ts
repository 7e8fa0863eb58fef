// What is not as it was between two releases of one dossier. Pure; it says how each verdict moved, and forms no total.
import {
  type ElementChange,
  type Lane,
  LawVerdict,
  PracticeVerdict,
  type PublicRelease,
  type Release,
  type ReleaseChanges,
  type ReleaseElement,
  type ReleaseEvidence,
  type VerdictMove,
} from '@servanda/contract';
import { matrixChangesBetween } from './matrix-changes.rules.ts';

/** Places from the best; what has none on its scale (no verdict, no data) is left out. */
const places = new Map<string, number>([
  ...LawVerdict.options.map((verdict, at): [string, number] => [verdict, at]),
  ...PracticeVerdict.options.filter((verdict) => verdict !== 'no_data').map((verdict, at): [string, number] => [verdict, at]),
]);

/** How a lane moved; null where its verdict is the same. */
export function moveOf(lane: Lane, before: ReleaseElement | null, after: ReleaseElement | null): VerdictMove | null {
  const said = (element: ReleaseElement | null) => (element?.applies ? element[lane] : null);
  if (before && after && before.applies !== after.applies) return 'other';
  const [was, is] = [said(before), said(after)];
  if (was === is) return null;
  if (was === null) return 'first';
  if (is === null) return 'dropped';
  const [from, to] = [places.get(was), places.get(is)];
  if (from === undefined || to === undefined) return 'other';
  return to < from ? 'up' : 'down';
}

/** By what a piece is known in both releases, whose numbers are their own. */
const known = ({ kind, title, citation }: ReleaseEvidence) => JSON.stringify([kind, title, citation]);
type Pieces = Map<number, ReleaseEvidence>;
const piecesOf = ({ evidence }: Release): Pieces => new Map(evidence.map((piece) => [piece.ref, piece]));

/** Citations of one side that the other has not on this element, each piece once. */
function citedAlone(element: ReleaseElement | null, pieces: Pieces, other: ReleaseElement | null, otherPieces: Pieces) {
  const keyOf = (ref: number, of: Pieces) => {
    const piece = of.get(ref);
    return piece ? known(piece) : String(ref);
  };
  const met = new Set(other?.citations.map(({ ref }) => keyOf(ref, otherPieces)));
  return (element?.citations ?? []).flatMap((citation) => {
    const key = keyOf(citation.ref, pieces);
    if (met.has(key)) return [];
    met.add(key);
    return [{ ...citation, title: pieces.get(citation.ref)?.title ?? '', key }];
  });
}

const wordsOf = (element: ReleaseElement | null) =>
  element && [element.reasons, element.qualifierNote, element.ground, element.groundReason ?? ''].map((text) => text ?? '').join('\n');
const proofsOf = (element: ReleaseElement | null) =>
  element && JSON.stringify([element.lawProof, element.practiceProof, element.isAccepted, element.contributedBy ?? null]);

function changeOf(before: ReleaseElement | null, after: ReleaseElement | null, pieces: { before: Pieces; after: Pieces }): ElementChange | null {
  const head = after ?? before;
  if (!head) return null;
  const everCited = new Set([...pieces.before.values()].map(known));
  const newlyCited = citedAlone(after, pieces.after, before, pieces.before).map(({ key, ...cited }) => ({ ...cited, isNew: !everCited.has(key) }));
  const noLongerCited = citedAlone(before, pieces.before, after, pieces.after).map(({ key: _, ...cited }) => cited);
  const [law, practice] = [moveOf('law', before, after), moveOf('practice', before, after)];
  const isReworded = before !== null && after !== null && wordsOf(before) !== wordsOf(after);
  const isSame = before && after && !law && !practice && !isReworded && newlyCited.length + noLongerCited.length === 0 && proofsOf(before) === proofsOf(after);
  if (isSame) return null;
  const { code, obligation, article, citation, title } = head;
  return { code, obligation, article, citation, title, before, after, law, practice, isReworded, newlyCited, noLongerCited };
}

interface Side {
  head: PublicRelease;
  release: Release;
}
/** The two in the order of their numbers, whichever was asked for first. */
export const inOrder = (one: Side, other: Side): [Side, Side] => (one.head.number <= other.head.number ? [one, other] : [other, one]);

/** What moved from the earlier release to the later. `siblings`: every release of the dossier. */
export function changesBetween([from, to]: [Side, Side], siblings: readonly PublicRelease[], order: readonly string[]): ReleaseChanges {
  const [before, after] = [from.release, to.release];
  const pieces = { before: piecesOf(before), after: piecesOf(after) };
  const at = (release: Release) => new Map(release.elements.map((element) => [element.code, element]));
  const [old, young] = [at(before), at(after)];
  const codes = [...new Set([...order, ...old.keys(), ...young.keys()])].filter((code) => old.has(code) || young.has(code));
  const elements = codes.flatMap((code) => changeOf(old.get(code) ?? null, young.get(code) ?? null, pieces) ?? []);
  const without = (of: Release, other: Release) => {
    const there = new Set(other.evidence.map(known));
    return of.evidence.filter((piece) => !there.has(known(piece)));
  };
  const lacks = (of: Release, other: Release) => of.parts.articles.filter((article) => !other.parts.articles.includes(article));
  return {
    stateName: after.stateName,
    from: from.head,
    to: to.head,
    between: siblings.filter(({ number }) => number > from.head.number && number < to.head.number).toSorted((a, b) => a.number - b.number),
    coverage: { before: before.coverage.overall, after: after.coverage.overall },
    articles: { added: lacks(after, before), dropped: lacks(before, after) },
    hasSameCatalogue: before.catalogue.sha256 === after.catalogue.sha256,
    elements,
    unchanged: codes.length - elements.length,
    evidence: { added: without(after, before), dropped: without(before, after) },
    criminalisation: matrixChangesBetween(before.criminalisation, after.criminalisation),
  };
}
