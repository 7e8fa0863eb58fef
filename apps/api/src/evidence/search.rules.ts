import { mostSearchWords } from '@servanda/contract';
import { plainPieces } from '../platform/text/plain-words.ts';

/** Words that stand next to each other; a single word is a phrase of one. `prefix`: the last one only begins so; `begun`: it may be half typed. */
export interface SearchTerm {
  words: string[];
  prefix: boolean;
  begun: boolean;
}

/** What somebody asks, as terms: words, `"phrases"`, `begin*`; what is written together ("l'enfant", "3(1)") stands together. The last word outside of quotes is one that somebody is typing. */
export function termsOf(q: string): SearchTerm[] {
  const asked = [...q.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]?(\*?)|[^\s"“”„«»]+/g)];
  const terms = asked.map((part) => {
    const said = part[1] ?? part[0];
    const prefix = part[1] === undefined ? /[\p{L}\p{N}]{2}\*$/u.test(said) : part[2] === '*';
    return { words: plainPieces(said).map(({ plain }) => plain), prefix, begun: part === asked.at(-1) && part[1] === undefined && !prefix };
  });
  let left = mostSearchWords;
  return terms.flatMap(({ words, prefix, begun }) => {
    const kept = words.slice(0, left);
    left -= kept.length;
    const isWhole = kept.length === words.length;
    return kept.length ? [{ words: kept, prefix: prefix && isWhole, begun: begun && isWhole }] : [];
  });
}
