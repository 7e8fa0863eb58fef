import { createHash } from 'node:crypto';
import type { Draft } from './drafts.ts';
import { splitArticles } from './headings.ts';
import type { Line } from './lines.ts';
import { isBlank, readLines } from './lines.ts';
import { addLine, emptyPassage, spansOf } from './passage.ts';
import { readPreamble } from './preamble.ts';
import { readArticle } from './provisions.ts';
import { repairLines } from './repairs.ts';
import type { CompiledTreaty, Mark, Repair, TreatyCuration } from './types.ts';

/** A treaty read, with the drafts that still know where each character came from. */
export interface ReadTreaty extends CompiledTreaty {
  drafts: Draft[];
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Reads a treaty's plain text. Throws CatalogueError with the line that could not be read. */
export function readTreaty(source: string, curation: TreatyCuration = { displaced: [] }): ReadTreaty {
  const repairs: Repair[] = [];
  const lines = repairLines(readLines(source), curation.displaced, repairs);
  const { front, articles, closing } = splitArticles(lines);
  const { title, drafts } = readPreamble(front, source, repairs);
  const marks: Mark[] = [markOf('title', null, title, source)];
  for (const article of articles) {
    const own = readArticle(article, source, repairs);
    marks.push(markOf('heading', String(article.number), article.headings, source));
    for (const { code, label, enumerator } of own) {
      if (enumerator.text !== '') marks.push({ kind: 'enumerator', code, text: label, spans: spansOf(enumerator, source) });
    }
    drafts.push(...own);
  }
  marks.push(markOf('closing', null, closing, source));
  return {
    title: marks[0]!.text,
    articles: articles.map(({ number, title, line }) => ({ number, title, line })),
    provisions: drafts.map(({ code, parent, kind, article, label, citation, passage }) => ({
      code,
      parent,
      kind,
      article,
      label,
      citation,
      text: passage.text,
      spans: spansOf(passage, source),
      segments: passage.text === '' ? [] : [{ text: passage.text, role: 'plain', obligation: null, elements: [], ref: null }],
    })),
    repairs: repairs.sort((a, b) => a.span.start - b.span.start),
    marks: marks.filter((mark) => mark.text !== ''),
    drafts,
  };
}

/** As `readTreaty`, without the working drafts. Works for any treaty whose articles have headings of their own. */
export function compileTreaty(text: string, curation?: TreatyCuration): CompiledTreaty {
  const { title, articles, provisions, repairs, marks } = readTreaty(text, curation);
  return { title, articles, provisions, repairs, marks };
}

function markOf(kind: Mark['kind'], code: string | null, lines: Line[], source: string): Mark {
  const passage = emptyPassage();
  for (const line of lines) if (!isBlank(line)) addLine(passage, line, source, []);
  return { kind, code, text: passage.text, spans: spansOf(passage, source) };
}
