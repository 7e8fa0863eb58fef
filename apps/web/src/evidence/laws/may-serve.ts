// Which elements an article of a law may serve: a suggestion by what the catalogue expects as evidence. The writer decides.
import type { ElementOfObligation } from '@servanda/contract';

/** What shows that the catalogue expects a text of law for an element. */
const namesLaw = /\b(?:laws?|codes?|provisions?|articles?|statut\w+|regulations?|rules?|legislation|clauses?|constitutional)\b/i;
/** Words that stand in nearly every law and element, and so tell nothing. */
const common = new Set(
  'child children person persons other such made under over with without from into this that these those their which where when whoever shall may punished punishable article articles section sections law laws code codes act acts provision provisions rule rules crime crimes criminal offence offences date force text texts national state states committed each covering cover including list system general part purpose case cases'.split(
    ' ',
  ),
);
const stem = (word: string) => word.replace(/(?:isation|ization|ations?|ings?|ions?|ies|ed|es|al|ly|s|e|y)$/, '');
const stems = (text: string): Set<string> => new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !common.has(word)).map(stem));

type Element = Pick<ElementOfObligation, 'code' | 'title' | 'ordinal' | 'typicalEvidence'>;
export interface Offer<E extends Element> {
  element: E;
  /** What of the catalogue's typical evidence made it an offer. */
  expects: string;
}
export interface Offers<E extends Element> {
  /** Sharing words with the law or the article, the most first. */
  likely: Offer<E>[];
  /** The others for which the catalogue expects a text of law. */
  needing: Offer<E>[];
  rest: E[];
}

/** Sorts the elements by how probably an article with these words serves them. */
export function mayServe<E extends Element>(elements: readonly E[], words: string): Offers<E> {
  const known = stems(words);
  const offers: Offers<E> = { likely: [], needing: [], rest: [] };
  const shared = new Map<Offer<E>, number>();
  for (const element of elements) {
    const expected = element.typicalEvidence.filter((line) => namesLaw.test(line));
    const [first] = expected;
    if (first === undefined) {
      offers.rest.push(element);
      continue;
    }
    const inTitle = [...stems(element.title)].filter((word) => known.has(word)).length;
    const inLines = expected.map((line) => ({ line, hits: [...stems(line)].filter((word) => known.has(word)).length })).sort((a, b) => b.hits - a.hits);
    const best = inLines[0] ?? { line: first, hits: 0 };
    const offer = { element, expects: best.hits > 0 ? best.line : first };
    const weight = inTitle * 2 + best.hits;
    if (weight > 1) {
      shared.set(offer, weight);
      offers.likely.push(offer);
    } else offers.needing.push(offer);
  }
  offers.likely.sort((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0) || a.element.ordinal - b.element.ordinal);
  return offers;
}
