// The annex of evidence: each piece once, numbered in the order in which it is first cited.
import type { DocumentLanguage, StatusReport } from '@servanda/contract';
import { places } from './citations.ts';
import { dayIn } from './days.ts';
import { type Block, code, type Line, own, table, text } from './model.ts';
import type { Typed } from './said.ts';
import type { Words } from './words.en.ts';

/** Each piece once, with its number and the citations of the treaty under which it is cited. */
export function piecesOf({ rows }: StatusReport) {
  const cited = Map.groupBy(
    rows.flatMap((row) => row.evidence.map((piece) => ({ piece, under: row.citation }))),
    ({ piece }) => piece.id,
  );
  const firsts = [...cited.values()].flatMap((all) => (all[0] ? [{ piece: all[0].piece, under: [...new Set(all.map(({ under }) => under))] }] : []));
  return firsts.map((one, at) => ({ number: `E${at + 1}`, ...one }));
}

/** The numbers of the pieces by their ids, and the table of them. */
export function annexOf(report: StatusReport, words: Words, said: Typed, lang: DocumentLanguage): { numbers: Map<string, string>; blocks: Block[] } {
  const pieces = piecesOf(report);
  const small = (...lines: string[]): Line[] => lines.filter((line) => line !== '').map((line) => [said(line)]);
  const rows = pieces.map(({ number, piece, under }) => [
    [[code(number)]],
    [[said(piece.title)], ...small(piece.originator, piece.citation)],
    [[own(words.evidenceKind[piece.kind])], ...(piece.confidentiality === 'internal' ? [] : [[own(words.marks[piece.confidentiality])]])],
    [[dayIn(piece.datedOn, lang)]],
    [[places(under, lang)]],
  ]);
  const head = [words.number, words.piece, words.kind, words.date, words.citedUnder];
  return {
    numbers: new Map(pieces.map(({ number, piece }) => [piece.id, number])),
    blocks: rows.length === 0 ? [text([own(words.nothingCited)])] : [table(head, rows, [0.7, 4, 1.4, 1.6, 1.8])],
  };
}
