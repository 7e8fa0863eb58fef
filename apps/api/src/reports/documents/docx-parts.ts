// The parts of the Word document: paragraphs, headings and tables with real styles, in the direction of their text.
import { BorderStyle, HeadingLevel, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import { cleanText } from './printable.ts';
import type { Said } from './said.ts';

/** A cell or a run: plain text of the document, what somebody wrote, or a code, which is left to right wherever it stands. */
export type Piece = string | Said | { code: string };
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;
const languages: Record<string, string> = { en: 'en-GB', fr: 'fr-FR' };
const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9D0D8' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const full = 9070;

/** For a document of one direction. Text is always a run's text: never a field, a link or a part of markup. */
export function partsOf(rtl: boolean) {
  const run = (piece: Piece, more: object = {}) => {
    if (typeof piece === 'string') return new TextRun({ text: cleanText(piece), rightToLeft: rtl, ...more });
    if ('code' in piece) return new TextRun({ text: rtl ? `\u200e${cleanText(piece.code)}\u200e` : cleanText(piece.code), ...more });
    const language = piece.rtl ? { bidirectional: 'ar-SA' } : { value: languages[piece.lang] ?? 'en-GB' };
    return new TextRun({ text: cleanText(piece.text), rightToLeft: piece.rtl, language, ...more });
  };
  const paragraph = (pieces: Piece[], more: object = {}, runs: object = {}) =>
    new Paragraph({ bidirectional: rtl, ...more, children: pieces.map((piece) => run(piece, runs)) });
  const heading = (level: 0 | 1 | 2 | 3, pieces: Piece[], more: object = {}) => paragraph(pieces, { heading: levels[level], ...more });
  const cell = (pieces: Piece[], width: number, isHead: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E9EEF4' } } : {}),
      children: pieces.map((piece) => paragraph([piece], { style: 'TableText' }, isHead ? { bold: true } : {})),
    });
  const row = (cells: Piece[][], widths: number[], isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((pieces, at) => cell(pieces, widths[at] ?? 1000, isHead)) });
  /** A table whose head is repeated on every page; `shares` of the width for each column. */
  const table = (head: string[], rows: Piece[][][], shares: number[]) => {
    const all = shares.reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share) => Math.round((full * share) / all));
    return new Table({
      width: { size: full, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: rtl,
      tableLook: { firstRow: true, noHBand: true, noVBand: true, firstColumn: false },
      borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
      rows: [
        row(
          head.map((word) => [word]),
          widths,
          true,
        ),
        ...rows.map((cells) => row(cells, widths, false)),
      ],
    });
  };
  return { run, paragraph, heading, table };
}
export type Parts = ReturnType<typeof partsOf>;
