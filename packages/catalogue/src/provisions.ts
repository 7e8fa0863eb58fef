import type { Draft } from './drafts.ts';
import { citationOf } from './drafts.ts';
import type { Enumerator, EnumeratorForm } from './enumerators.ts';
import { formsOf, KIND_OF, placeOf, readEnumerator } from './enumerators.ts';
import { CatalogueError } from './errors.ts';
import type { ArticleLines } from './headings.ts';
import type { Line } from './lines.ts';
import { cutLine, isBlank } from './lines.ts';
import { addLine, emptyPassage } from './passage.ts';
import type { Repair } from './types.ts';

/** A list that is open while an article is read: its form and how many entries it has had. */
interface OpenList {
  form: EnumeratorForm;
  owner: Draft;
  count: number;
}

/** Reads an article's body into the article, its paragraphs, points, subpoints and items, in order. */
export function readArticle(article: ArticleLines, source: string, repairs: Repair[]): Draft[] {
  const root = begin(`${article.number}`, null, article, article.headings.at(-1)?.number ?? article.line);
  root.label = `Article ${article.number}`;
  const drafts = [root];
  let lists: OpenList[] = [];
  let current = root;
  article.body.forEach((line, i) => {
    if (isBlank(line)) return;
    const enumerator = readEnumerator(line.text);
    const opened = enumerator ? place(enumerator, line, current, lists) : null;
    if (enumerator && opened) {
      lists = opened;
      const list = lists.at(-1)!;
      current = begin(`${list.owner.code}.${enumerator.name}`, list.owner, article, line.number);
      Object.assign(current, { kind: KIND_OF[list.form], label: enumerator.label, enumerator: enumeratorAt(line, enumerator) });
      drafts.push(current);
    } else if (beginsParagraph(line, isBlank(article.body[i - 1]), current, drafts)) {
      current = unnumbered(lists, drafts, article, line);
      lists = [];
      drafts.push(current);
    }
    addLine(current.passage, cutLine(line, opened ? enumerator!.width : 0), source, repairs);
  });
  for (const draft of drafts) draft.citation ||= citationOf(draft.code, draft.kind);
  if (drafts.every((draft) => draft.passage.text === '')) throw new CatalogueError(article.line, `Article ${article.number} has a heading and no text.`);
  return drafts;
}

/**
 * The lists that are open once this enumerator has been read: the innermost list of which it is the next
 * entry, else a new list if it is a first entry. Null if it is no enumerator but words of a sentence.
 */
function place(enumerator: Enumerator, line: Line, current: Draft, lists: OpenList[]): OpenList[] | null {
  const forms = formsOf(enumerator);
  const opensChild = /[:—–-]$/.test(current.passage.text) || current.passage.text === '';
  const first = forms.find((form) => placeOf(enumerator.name, form) === 1 && !lists.some((list) => list.form === form));
  if (opensChild && first) return [...lists, { form: first, owner: current, count: 1 }];
  for (let depth = lists.length - 1; depth >= 0; depth -= 1) {
    const list = lists[depth]!;
    if (forms.includes(list.form) && placeOf(enumerator.name, list.form) === list.count + 1)
      return [...lists.slice(0, depth), { ...list, count: list.count + 1 }];
  }
  const isSentence = current.passage.text !== '' && !/[.;:,]$/.test(current.passage.text);
  if (isSentence) return null;
  if (first) return [...lists, { form: first, owner: current, count: 1 }];
  const list = lists.findLast((open) => forms.includes(open.form));
  const expected = list ? `entry ${list.count + 1} of this list` : 'the first entry of a list';
  throw new CatalogueError(
    line.number,
    `“${enumerator.label}” stands where ${expected} was expected (in Article ${current.article}). An entry is missing or out of order.`,
  );
}

function begin(code: string, parent: Draft | null, article: ArticleLines, line: number): Draft {
  const kind = parent ? 'paragraph' : 'article';
  return {
    code,
    parent: parent?.code ?? null,
    kind,
    article: article.number,
    label: '',
    citation: '',
    line,
    passage: emptyPassage(),
    enumerator: emptyPassage(),
  };
}

function enumeratorAt(line: Line, { label }: Enumerator) {
  const from = line.text.indexOf(label);
  return { text: label, at: line.at.slice(from, from + label.length) };
}

/** Unnumbered words after a blank line begin a paragraph of their own only where a sentence has ended before. */
function beginsParagraph(line: Line, afterBlank: boolean, current: Draft, drafts: Draft[]): boolean {
  return afterBlank && (drafts.length > 1 || current.passage.text !== '') && /[.;]$/.test(current.passage.text) && /^\s*\p{Lu}/u.test(line.text);
}

/** A further unnumbered paragraph of an article (`4.2`), or the closing words of a paragraph after its points (`2.1.end`). */
function unnumbered(lists: OpenList[], drafts: Draft[], article: ArticleLines, line: Line): Draft {
  const root = drafts[0]!;
  const numbered = lists.find((list) => list.form === 'number');
  const owner = numbered ? drafts.findLast((draft) => draft.kind === 'paragraph' && draft.parent === root.code)! : root;
  if (!numbered && !lists.length) return begin(`${root.code}.${drafts.filter((draft) => draft.parent === root.code).length + 2}`, root, article, line.number);
  const ends = drafts.filter((draft) => draft.code.startsWith(`${owner.code}.end`)).length;
  const closing = begin(`${owner.code}.end${ends === 0 ? '' : ends + 1}`, owner, article, line.number);
  closing.citation = `${citationOf(owner.code, owner.kind)}, closing words`;
  return closing;
}
