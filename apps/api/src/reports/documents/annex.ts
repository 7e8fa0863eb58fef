// The annex of evidence: each piece once, numbered in the order in which it is first cited.
import type { StatusReport } from '@servanda/contract';
import { type Block, code, type Line, own, table, text } from './model.ts';
import type { Typed } from './said.ts';
import type { Words } from './words.en.ts';

/** The numbers of the pieces by their ids, and the table of them. */
export function annexOf({ rows }: StatusReport, words: Words, said: Typed): { numbers: Map<string, string>; blocks: Block[] } {
  const cited = Map.groupBy(
    rows.flatMap((row) => row.evidence.map((piece) => ({ piece, under: row.citation }))),
    ({ piece }) => piece.id,
  );
  const listed = [...cited].flatMap(([id, [first, ...more]], at) => (first ? [{ id, number: `E${at + 1}`, first, all: [first, ...more] }] : []));
  const small = (...lines: string[]): Line[] => lines.filter((line) => line !== '').map((line) => [said(line)]);
  const pieces = listed.map(({ number, first: { piece }, all }) => [
    [[code(number)]],
    [[said(piece.title)], ...small(piece.originator, piece.citation)],
    [[own(words.evidenceKind[piece.kind])], ...(piece.confidentiality === 'internal' ? [] : [[own(words.marks[piece.confidentiality])]])],
    [[code(piece.datedOn ?? '—')]],
    [[code([...new Set(all.map(({ under }) => under))].join(', '))]],
  ]);
  const head = [words.number, words.piece, words.kind, words.date, words.citedUnder];
  return {
    numbers: new Map(listed.map(({ id, number }) => [id, number])),
    blocks: pieces.length === 0 ? [text([own(words.nothingCited)])] : [table(head, pieces, [0.8, 4, 1.4, 1.4, 1.8])],
  };
}
