// A rich text as blocks of a document. Text goes on as text: no mark, link or field is made of what somebody wrote.
import { plainOf, type ReportLanguage, type RichBlock, type RichInline, type RichText } from '@servanda/contract';
import { type Block, type Cell, code, heading, type Line, own, type Run, table } from '../documents/model.ts';
import { type Typed, typed } from '../documents/said.ts';

type List = Extract<RichBlock, { type: 'bulletList' }>;
type Item = List['content'][number]['content'][number];

/** The lines of inline text; a line break begins another. */
function linesOf(content: RichInline[] | undefined, write: Typed): Line[] {
  const lines: Line[] = [[]];
  for (const inline of content ?? []) {
    const line = lines.at(-1) ?? [];
    if (inline.type === 'hardBreak') lines.push([]);
    else if (inline.type === 'footnote') line.push({ ...(line.pop() ?? own('')), note: [write(inline.attrs.text)] });
    else line.push(emphasised(write(inline.text), inline.marks ?? []));
  }
  return lines.filter((line) => line.length > 0);
}

const emphasised = (run: Run, marks: { type: 'bold' | 'italic' }[]): Run => ({
  ...run,
  ...(marks.some(({ type }) => type === 'bold') ? { strong: true } : {}),
  ...(marks.some(({ type }) => type === 'italic') ? { slanted: true } : {}),
});

/** The items of a list, those of the lists within it after them, marked by a dash for each level. */
function itemsOf(items: { content: Item[] }[], write: Typed, depth = 0): Line[] {
  return items.flatMap(({ content }) =>
    content.flatMap((inner): Line[] =>
      inner.type === 'paragraph'
        ? linesOf(inner.content, write).map((line) => (depth === 0 ? line : [own(`${'–'.repeat(depth)} `), ...line]))
        : itemsOf(inner.content, write, depth + 1),
    ),
  );
}

/** One paragraph of a report; its number stands before its first text. A heading never skips a level below that of its section. */
export function blocksOf(body: RichText, number: number, lang: ReportLanguage): Block[] {
  const write = typed(lang);
  let level = 1;
  const blocks = body.content.flatMap((block): Block[] => {
    if (block.type === 'paragraph') return linesOf(block.content, write).map((line) => ({ is: 'text', line, look: 'plain' }));
    if (block.type === 'heading') {
      const line = linesOf(block.content, write).flat();
      if (line.length === 0) return [];
      level = Math.min(level + 1, block.attrs.level + 1);
      return [heading(level === 2 ? 2 : level === 3 ? 3 : 4, line)];
    }
    if (block.type === 'table') {
      const [head, ...rows] = block.content.map((row) => row.content);
      const cells = rows.map((row) => row.map((cell): Cell => cell.content.flatMap((paragraph) => linesOf(paragraph.content, write))));
      return [
        table(
          (head ?? []).map((cell) => plainOf(cell).trim().replace(/\n+/g, ' ')),
          cells,
          (head ?? []).map(() => 1),
        ),
      ];
    }
    return [{ is: 'list', isOrdered: block.type === 'orderedList', items: itemsOf(block.content, write) }];
  });
  const first = blocks.findIndex((block) => block.is === 'text');
  if (first === -1) return blocks.length === 0 ? [] : [{ is: 'text', line: [code('')], look: 'plain', number: `${number}.` }, ...blocks];
  return blocks.map((block, at) => (at === first && block.is === 'text' ? { ...block, number: `${number}.` } : block));
}
