import { CatalogueError } from './errors.ts';
import type { Line } from './lines.ts';
import { isBlank } from './lines.ts';

/** An article as it stands: its heading's lines, its title if it has one, and the lines of its body. */
export interface ArticleLines {
  number: number;
  title: string | null;
  line: number;
  /** Heading, title and any division heading above it: claimed, but no text of a provision. */
  headings: Line[];
  body: Line[];
}

export interface TreatyLines {
  front: Line[];
  articles: ArticleLines[];
  closing: Line[];
}

const HEADING = /^(?:ARTICLE|Article)\s+(\d{1,3}|[IVXLC]+)\s*(?:[.:–—-]\s*)?(.*)$/;
const DIVISION = /^(?:PART|Part|CHAPTER|Chapter|SECTION|Section)\s+(?:[IVXLC]+|\d+)\b[^.;]*$/;
const CLOSING = /^(?:\[.*\]$|IN WITNESS WHEREOF|In witness whereof|DONE (?:at|in)\b|Done (?:at|in)\b)/;
const ENUMERATOR = /^(?:\d+\.|\([\p{L}\d]{1,5}\)|\p{L}\.)\s/u;

/** Cuts repaired lines into what stands before Article 1, the articles, and what stands after the last. */
export function splitArticles(lines: Line[]): TreatyLines {
  const treaty: TreatyLines = { front: [], articles: [], closing: [] };
  let division: Line[] | null = null;
  lines.forEach((line, i) => {
    const text = line.text.trim();
    const last = treaty.articles.at(-1);
    const heading = treaty.closing.length === 0 ? readHeading(text, lines, i) : null;
    if (heading) {
      checkOrder(heading.number, line.number, treaty.articles);
      treaty.articles.push({ ...heading, line: line.number, headings: [...(division ?? []), line], body: [] });
      division = null;
    } else if (treaty.closing.length > 0 || (last && isBlank(lines[i - 1]) && CLOSING.test(text))) treaty.closing.push(line);
    else if (division || (isBlank(lines[i - 1]) && DIVISION.test(text))) division = [...(division ?? []), line];
    else (last?.body ?? treaty.front).push(line);
  });
  if (treaty.articles.length === 0) {
    throw new CatalogueError(
      lines.at(-1)?.number ?? 0,
      'The text ends and no article was found. A heading must stand on a line of its own, such as “Article 1”.',
    );
  }
  for (const article of treaty.articles) takeTitle(article);
  return treaty;
}

function readHeading(text: string, lines: Line[], i: number): { number: number; title: string | null } | null {
  const found = HEADING.exec(text);
  const number = found ? readNumber(found[1]!) : null;
  if (!found || number === null) return null;
  const before = lines[i - 1];
  const standsApart = isBlank(before) || /[.;:\]]\s*$/.test(before!.text);
  const title = found[2]!.trim();
  if (title === '') return standsApart ? { number, title: null } : null;
  const isTitle = isBlank(before) && /^\p{Lu}/u.test(title) && title.length <= 100 && !/[.,;:]$/.test(title);
  return isTitle ? { number, title } : null;
}

function checkOrder(number: number, line: number, earlier: ArticleLines[]): void {
  const same = earlier.find((article) => article.number === number);
  if (same) throw new CatalogueError(line, `Article ${number} appears a second time (first on line ${same.line}). Each article must appear once.`);
  const last = earlier.at(-1)?.number ?? 0;
  if (number === last + 1) return;
  const after = last === 0 ? 'is the first article found' : `follows Article ${last}`;
  throw new CatalogueError(line, `Article ${number} ${after}; Article ${last + 1} was expected here. Articles must stand in order, without gaps.`);
}

/** A short line under the heading, without a full stop and apart from what follows, is the article's title. */
function takeTitle(article: ArticleLines): void {
  const at = article.body.findIndex((line) => !isBlank(line));
  const text = article.body[at]?.text.trim() ?? '';
  const next = article.body[at + 1];
  const standsApart = isBlank(next) || ENUMERATOR.test(next!.text.trim());
  const following = article.body.slice(at + 1).find((line) => !isBlank(line));
  // A line that runs on in small letters is the beginning of a sentence, not a title.
  const more = following !== undefined && !/^\s*\p{Ll}(?![.)])/u.test(following.text);
  if (article.title !== null || !more || !standsApart || !/^\p{Lu}/u.test(text) || text.length > 100 || /[.,;:]$/.test(text) || ENUMERATOR.test(text)) return;
  article.title = text;
  article.headings.push(article.body[at]!);
  article.body.splice(at, 1);
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function readNumber(printed: string): number | null {
  if (/^\d+$/.test(printed)) return Number(printed);
  return readRoman(printed);
}

/** Value of a Roman numeral in capitals, or null if it is not written as one. */
export function readRoman(printed: string): number | null {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(printed) || printed === '') return null;
  return [...printed].reduce((sum, letter, i) => {
    const value = ROMAN[letter]!;
    return sum + (value < (ROMAN[printed[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}
