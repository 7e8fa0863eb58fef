// The annex of evidence: each piece once, numbered in the order in which it is first cited.
import type { StatusReport } from '@servanda/contract';
import type { typed } from './said.ts';
import type { Words } from './words.en.ts';

export function annexOf({ rows }: StatusReport, words: Words, said: ReturnType<typeof typed>) {
  const cited = Map.groupBy(
    rows.flatMap((row) => row.evidence.map((piece) => ({ piece, under: row.citation }))),
    ({ piece }) => piece.id,
  );
  const listed = [...cited].flatMap(([id, [first, ...more]], at) => (first ? [{ id, number: `E${at + 1}`, first, all: [first, ...more] }] : []));
  return {
    numbers: new Map(listed.map(({ id, number }) => [id, number])),
    pieces: listed.map(({ number, first: { piece }, all }) => ({
      number,
      title: said(piece.title),
      originator: said(piece.originator),
      citation: said(piece.citation),
      kind: words.evidenceKind[piece.kind],
      date: piece.datedOn ?? '—',
      under: [...new Set(all.map(({ under }) => under))].join(', '),
    })),
  };
}
