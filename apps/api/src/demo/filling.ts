// The cells of a criminalisation matrix as its door takes them: laws and pieces by their ids.
import type { CellSource } from '@servanda/contract';
import type { Cell, Read } from './world/matrices.ts';

interface Finders {
  pieceOf: (key: string) => string;
  provisionOf: (law: string, article: string) => Promise<string>;
}

async function sourceOf(read: Read | undefined, { pieceOf, provisionOf }: Finders): Promise<CellSource | null> {
  if (!read) return null;
  if ('law' in read) return { kind: 'provision', provision: await provisionOf(read.law, read.article) };
  return 'piece' in read ? { kind: 'evidence', evidence: pieceOf(read.piece), pinpoint: read.place } : { kind: 'words', words: read.words };
}

/** The cells as a door takes them: each with its source, found by what the invented world calls it. */
export async function cellsOf(cells: readonly Cell[], finders: Finders) {
  const made: { row: string; column: string; value: Cell[2]; source: CellSource | null }[] = [];
  for (const [row, column, value, read] of cells) made.push({ row, column, value, source: await sourceOf(read, finders) });
  return made;
}
