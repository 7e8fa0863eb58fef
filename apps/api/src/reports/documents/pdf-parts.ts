// Sets a long document part by part, so that what is held of it does not grow with its pages: first where pages end by themselves, then each part with its numbers, last the contents.
import type { Block, DocumentModel, Line } from './model.ts';
import { before, linesOfPage, type Piece, piecesOf, type Unit, unitsOf, withoutNotes } from './pdf-cut.ts';
import { JoinedPdf } from './pdf-join.ts';

interface Above {
  level: number;
  line: Line;
}
/** What the layout is told of a part. */
export interface Part {
  hasTitle: boolean;
  hasContents: boolean;
  /** Of its first page, and of the whole. */
  page: number;
  total: string;
  /** Before it: footnotes, charts, and the headings that it stands under. */
  notes: number;
  figures: number;
  above: Above[];
  /** Whether it says on which page each unit begins and ends. */
  isMarked: boolean;
  /** What the contents are of; they stand behind them on pages that are left out. */
  headings: (Above & { page: number })[];
}
/** What the layout tells of a part: where units begin and end, on which pages its headings are, and how many pages are of the contents. */
export interface Told {
  marks: [unit: number, isEnd: boolean, page: number][];
  headings: number[];
  front: number;
}
export interface Laid {
  pages: number;
  told: Told;
  pdf: () => Buffer;
}
export type Lay = (blocks: Piece[], part: Part) => Laid;
/** Pages of a part, and of the longest document that is set as a whole. */
export const usual = { part: 10, whole: 50 };

const plainPart = { hasTitle: false, hasContents: false, page: 1, total: '0', notes: 0, figures: 0, above: [], isMarked: false, headings: [] };
interface Cut {
  from: number;
  to: number;
  /** Its pages as they are counted. */
  pages: number;
}

export const isLong = ({ blocks }: DocumentModel, most: number): boolean => unitsOf(blocks).reduce((sum, { lines }) => sum + lines, 0) > most * linesOfPage;

/** `release` lets go of what was laid out before. */
export async function setInParts(document: DocumentModel, lay: Lay, release: () => Promise<void>, pagesOfPart: number): Promise<Buffer> {
  const { blocks } = document;
  const units = unitsOf(blocks);
  const hasFront = document.cover !== null || document.hasContents;
  const partAt = (from: number): Part => ({ ...plainPart, ...before(blocks, units, from), hasTitle: from === 0 && !hasFront });
  const cuts = await cutsOf(blocks, units, lay, release, pagesOfPart, partAt);
  const heads = blocks.flatMap((block) => (block.is === 'heading' ? [block] : []));
  const listed = heads.flatMap((block, at) => (block.level <= 2 ? [{ ...withoutNotes(block), at }] : []));
  const frontOf = (pages: number[], total: number) =>
    lay([], {
      ...plainPart,
      hasTitle: true,
      hasContents: document.hasContents,
      total: String(total),
      headings: listed.map((one) => ({ ...one, page: pages[one.at] ?? 1 })),
    });
  let front = hasFront ? frontOf([], 0).told.front : 0;
  await release();
  for (let round = 0; round < 4; round++) {
    const whole = new JoinedPdf();
    const total = cuts.reduce((sum, { pages }) => sum + pages, front);
    const pagesOfHeads: number[] = [];
    let page = front + 1;
    let isAsCounted = true;
    for (const cut of cuts) {
      const part = partAt(cut.from);
      const laid = lay(piecesOf(blocks, units, cut.from, cut.to), { ...part, page, total: String(total) });
      const lead = part.above.length > 0 ? 1 : 0;
      pagesOfHeads.push(...laid.told.headings.slice(part.above.length).map((at) => page - 1 + at - lead));
      isAsCounted &&= laid.pages - lead === cut.pages;
      cut.pages = laid.pages - lead;
      page += cut.pages;
      if (isAsCounted) whole.add(laid.pdf(), { from: lead, to: laid.pages, bookmarks: part.above.length });
      await release();
    }
    if (hasFront) {
      const laid = frontOf(pagesOfHeads, total);
      isAsCounted &&= laid.told.front === front;
      front = laid.told.front;
      if (isAsCounted)
        whole.add(
          laid.pdf(),
          { from: 0, to: front, bookmarks: 0 },
          true,
          listed.map(({ at }) => at),
        );
      await release();
    }
    // The space of a footnote may change what was counted: then once more with what is so.
    if (isAsCounted) return whole.finish(heads.map(({ level }) => level));
  }
  throw new Error('The parts of the PDF do not come to rest');
}

/** Cuts where a page begins with a unit, so that the pages are those of the document set as a whole. */
async function cutsOf(
  blocks: Block[],
  units: Unit[],
  lay: Lay,
  release: () => Promise<void>,
  pagesOfPart: number,
  partAt: (from: number) => Part,
): Promise<Cut[]> {
  const cuts: Cut[] = [];
  let linesOfOne = linesOfPage;
  for (let from = 0, most = pagesOfPart; from < units.length; ) {
    const part = partAt(from);
    let to = from;
    for (let lines = 0; to < units.length && (to === from || lines < most * linesOfOne); to++) lines += units[to]?.lines ?? 0;
    const lead = part.above.length > 0 ? 1 : 0;
    const laid = lay(piecesOf(blocks, units, from, to), { ...part, isMarked: true });
    const cut = to === units.length ? { unit: to - from, pages: laid.pages - lead } : cutIn(laid.told.marks, lead);
    const lines = units.slice(from, to).reduce((sum, unit) => sum + unit.lines, 0);
    await release();
    if (!cut) {
      // No page begins with a unit yet.
      most *= 2;
      continue;
    }
    linesOfOne = lines / Math.max(1, laid.pages - lead);
    most = pagesOfPart;
    cuts.push({ from, to: from + cut.unit, pages: cut.pages });
    from += cut.unit;
  }
  return cuts;
}

/** The last page that begins with a unit: the unit, and the pages before it. */
function cutIn(marks: Told['marks'], lead: number): { unit: number; pages: number } | null {
  const begins = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const [unit, isEnd, page] of marks) {
    if (!isEnd) begins.set(unit, Math.min(page, begins.get(unit) ?? page));
    ends.set(unit, Math.max(page, ends.get(unit) ?? page));
  }
  // Footnotes end later than what they belong to: all that came before must have ended.
  let last = 0;
  let cut: { unit: number; pages: number } | null = null;
  for (const [unit, page] of [...begins].toSorted(([a], [b]) => a - b)) {
    if (unit > 0 && last < page) cut = { unit, pages: page - 1 - lead };
    last = Math.max(last, ends.get(unit) ?? page);
  }
  return cut;
}
