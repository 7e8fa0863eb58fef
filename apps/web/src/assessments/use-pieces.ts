import { contract, type Evidence } from '@servanda/contract';
import { useQueries } from '@tanstack/react-query';
import { useAsOf } from '../dossiers/as-of.ts';
import { ask } from '../platform/queries.ts';
import { type CitationValue, today } from './assess-values.ts';
import type { Cited } from './coverage-after.ts';

/** A cited piece: there, still being fetched, or not in the dossier any more. */
export type Piece = Evidence | 'fetching' | 'gone';

/** The pieces behind citations, by their id. */
export function usePieces(dossier: string, citations: readonly CitationValue[]): ReadonlyMap<string, Piece> {
  const asOf = useAsOf();
  const ids = [...new Set(citations.map(({ evidence }) => evidence))];
  return useQueries({
    queries: ids.map((evidence) => ask(contract.evidence.get, { params: { id: dossier, evidence }, query: { asOf } })),
    combine: (answers) => new Map(answers.map(({ data, isError }, i) => [ids[i] ?? '', data ?? (isError ? 'gone' : 'fetching')] as const)),
  });
}

/** Not withdrawn, in force and not out of date. */
export const isCurrent = ({ withdrawn, isOutOfDate, inForceFrom }: Pick<Evidence, 'withdrawn' | 'isOutOfDate' | 'inForceFrom'>, on: string): boolean =>
  !withdrawn && !isOutOfDate && (inForceFrom === null || inForceFrom <= on);

/** Citations as they count in coverage; what is not there counts nothing. */
export function citedAs(citations: readonly CitationValue[], pieces: ReadonlyMap<string, Piece>): Cited[] {
  return citations.flatMap(({ evidence, stance }) => {
    const piece = pieces.get(evidence);
    return piece && typeof piece === 'object' ? [{ kind: piece.kind, stance, isCurrent: isCurrent(piece, today()) }] : [];
  });
}
