// The parts of the Word document: paragraphs, headings and tables with real styles, in the direction of their text.
import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  HeadingLevel,
  HeightRule,
  type ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx';
import type { Pictures } from './docx-pictures.ts';
import type { Cell, Lane, Line, Run } from './model.ts';
import { code, own } from './model.ts';
import { cleanText } from './printable.ts';
import { tagOf } from './words.ts';

type Piece = TextRun | ImageRun | FootnoteReferenceRun;
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 };
const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9D0D8' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** For a document of one direction, whose lines are so wide (twentieths of a point). Text is always a run's text: never a field, a link or a part of markup. */
export function partsOf(rtl: boolean, full: number, pictures: Pictures | null = null) {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const run = (r: Run, more: object = {}): Piece[] => {
    const weight = { ...(r.strong ? { bold: true } : {}), ...(r.slanted ? { italics: true } : {}), ...more };
    const shown = [...(r.tone && pictures ? [pictures.swatch(r.tone), new TextRun({ text: '\u00a0' })] : []), textOf(r, rtl, weight)];
    if (!r.note) return shown;
    const number = Object.keys(footnotes).length + 1;
    footnotes[number] = { children: [paragraph(r.note)] };
    return [...shown, new FootnoteReferenceRun(number)];
  };
  const paragraph = (runs: Line, more: object = {}, look: object = {}): Paragraph =>
    new Paragraph({ bidirectional: rtl, ...more, children: runs.flatMap((r) => run(r, look)) });
  const heading = (level: 1 | 2 | 3 | 4, runs: Line, more: object = {}) => paragraph(runs, { heading: levels[level], ...more });
  const cell = (lines: Cell, width: number, isHead: boolean, isNumber: boolean, isUpright = false) => {
    const look = isNumber ? { style: 'TableText', alignment: AlignmentType.END } : { style: 'TableText' };
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(isUpright ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT, margins: { left: 0, right: 0 } } : {}),
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E9EEF4' } } : {}),
      // A cell without a paragraph is one that Word repairs.
      children: (lines.length === 0 ? [[]] : lines).map((of, at) => paragraph(of, look, isHead ? { bold: true } : at > 0 ? { color: '55616F' } : {})),
    });
  };
  const row = (cells: Cell[], widths: number[], numbers: number[], isHead: boolean, isUpright = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      ...(isUpright ? { height: { value: 3000, rule: HeightRule.ATLEAST } } : {}),
      children: cells.map((lines, at) => cell(lines, widths[at] ?? 1000, isHead, numbers.includes(at), isUpright && at > 0)),
    });
  /** A table whose head is repeated on every page; `shares` of the width for each column, `numbers` the columns aligned at the end; in a dense one the heads stand upright. */
  const table = (head: string[], rows: Cell[][], shares: number[], numbers: number[] = [], isDense = false) => {
    const all = shares.reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share) => Math.round((full * share) / all));
    // Set from right to left, upright heads would be lost by some programs: their codes lie flat.
    const isUpright = isDense && !rtl;
    const top = head.map((word, at) => [[isDense && at > 0 && !isUpright ? code(word.split(' ')[0] ?? word) : own(word)]]);
    return new Table({
      width: { size: full, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: rtl,
      tableLook: { firstRow: true, noHBand: true, noVBand: true, firstColumn: false },
      borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
      rows: [row(top, widths, numbers, true, isUpright), ...rows.map((cells) => row(cells, widths, numbers, false))],
    });
  };
  /** Two tables without a paragraph between them would become one. */
  const gap = () => paragraph([], { style: 'Small' });
  /** The bar of a lane, across so much of the page; none where no pictures are drawn. */
  const bar = (lane: Lane, share: number) => new Paragraph({ bidirectional: rtl, children: pictures ? [pictures.bar(lane, full * share)] : [] });
  return { run, paragraph, heading, table, gap, bar, footnotes };
}
export type Parts = ReturnType<typeof partsOf>;

function textOf(r: Run, rtl: boolean, look: object): TextRun {
  const text = cleanText(r.text);
  if (r.as === 'own') return new TextRun({ text, rightToLeft: rtl, ...look });
  if (r.as === 'code') return new TextRun({ text: rtl ? `\u200e${text}\u200e` : text, ...look });
  const language = r.rtl ? { bidirectional: 'ar-SA' } : r.lang === 'zh' ? { eastAsia: 'zh-CN' } : { value: tagOf[r.lang || 'en'] };
  // Marks at both ends: a sign that ends it would else be set at the side where the line begins.
  const turn = r.rtl === rtl ? '' : r.rtl ? '\u200f' : '\u200e';
  return new TextRun({ text: `${turn}${text}${turn}`, rightToLeft: r.rtl, language, ...look });
}
