// What may be true of the provisions of one law. Pure.

/** One wording of a provision and the days on which it holds; null: not said, so without bound. */
export interface Wording {
  provision: string;
  wording: number;
  article: string;
  inForceFrom: string | null;
  inForceTo: string | null;
}

/** Ways to begin the number of an article that change nothing of it: "Article 12", "Art. 12", "s. 12" and "§ 12" are one. */
const opening = /^(?:articles?|arts?|sections?|secs?|ss?|§+|مادة|المادة)(?=[^\p{L}]|$)/u;

/** An article's number, so that two ways of writing it are known for one. */
export const articleKey = (article: string): string =>
  article
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(opening, '')
    .replace(/[\s.\u200e\u200f]/gu, '');

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const earliest = (a: string | null, b: string | null) => (a === null ? b : b === null ? a : a < b ? a : b);

/** The wordings of one provision in their order, each ending at the latest on the day before the next begins. */
const cut = (wordings: readonly Wording[]): Wording[] => {
  const ordered = [...wordings].sort((a, b) => a.wording - b.wording);
  return ordered.map((one, i) => {
    const next = ordered[i + 1]?.inForceFrom ?? null;
    return { ...one, inForceTo: earliest(one.inForceTo, next && dayBefore(next)) };
  });
};
const overlap = (a: Wording, b: Wording) =>
  (a.inForceFrom === null || b.inForceTo === null || a.inForceFrom <= b.inForceTo) &&
  (b.inForceFrom === null || a.inForceTo === null || b.inForceFrom <= a.inForceTo);

/** The other provision of the law that has the same article on some of the same days, or null. `own`: the wordings to be kept of one provision. */
export function twin(own: readonly Wording[], ofLaw: readonly Wording[]): Wording | null {
  const mine = cut(own);
  const others = Map.groupBy(
    ofLaw.filter(({ provision }) => provision !== own[0]?.provision),
    ({ provision }) => provision,
  );
  for (const wordings of others.values())
    for (const theirs of cut(wordings)) if (mine.some((one) => articleKey(one.article) === articleKey(theirs.article) && overlap(one, theirs))) return theirs;
  return null;
}

/** What is wrong with the first day of a wording after the first: it must be said and lie after that of the one before. */
export function outOfOrder(wording: Wording, before: Wording | undefined): string | null {
  if (!before) return null;
  if (wording.inForceFrom === null) return 'Say from which day the amended wording is in force';
  return before.inForceFrom !== null && wording.inForceFrom <= before.inForceFrom ? 'An amended wording comes into force after the one before it' : null;
}
