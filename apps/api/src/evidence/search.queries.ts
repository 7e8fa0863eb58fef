import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received, Returned, SearchFound, SearchHit } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { bareWord, plainPieces } from '../platform/text/plain-words.ts';
import { pattern } from './evidence.queries.ts';
import { marksIn, passageOf, type Wanted } from './search.marks.ts';
import { type SearchTerm, termsOf } from './search.rules.ts';
import { originatorsSql, searchSql } from './search.sql.ts';

type Answer = Returned<typeof contract.evidence.search>;
type Piece = NonNullable<SearchFound['evidence']>;
type Terms = readonly (readonly Wanted[])[];
interface Part {
  term: number;
  token: string;
  isPrefix: boolean;
  written: string[];
}
interface Hit extends Pick<SearchHit, 'source' | 'element' | 'page' | 'hasPages' | 'file'> {
  text: string | null;
}
interface Row {
  total: number;
  isMore: boolean;
  parts: Part[];
  items: {
    element: string | null;
    hitCount: number;
    hits: Hit[];
    evidence: (Omit<Piece, 'marks'> & { citation: string; summary: string; isOpen: boolean }) | null;
  }[];
  near: { words: { word: string; near: string | null }[]; pieces: Answer['near']['pieces'] } | null;
}
/** Pages, and other places, that are ranked at most: a word that stands everywhere would have a hundred thousand. */
const mostRanked = 500;

/** Search in a dossier. One statement; what was found is marked here. */
@Injectable()
export class EvidenceSearch {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async search(scope: Scope, { params, query }: Received<typeof contract.evidence.search>): Promise<Answer> {
    const terms = termsOf(query.q);
    const filters = [query.kind, query.originatorKind, query.confidentiality, query.language, query.from, query.to, query.element].map((one) => one ?? null);
    const values = [
      scope.organisation,
      params.id,
      JSON.stringify(terms),
      mostRanked,
      ...filters,
      query.limit,
      query.offset,
      scope.person,
      scope.session,
      this.clock.now(),
      query.originator ?? null,
    ];
    const [row] = await this.db.read(scope, (sql) => sql<Row>(searchSql, values));
    if (!row) refuse('not_found');
    const wanted = wantedIn(terms, row.parts);
    const items = row.items.map((item) => found(item, wanted));
    return { items, total: row.total, isMore: row.isMore, near: { words: nearWords(query.q, row.near?.words ?? []), pieces: row.near?.pieces ?? [] } };
  }

  /** Who made the pieces of a dossier, by their names as they stand today. */
  async originators(scope: Scope, { params, query }: Received<typeof contract.evidence.originators>): Promise<Returned<typeof contract.evidence.originators>> {
    const values = [scope.organisation, params.id, pattern(query.q), query.limit, query.offset];
    const [row] = await this.db.read(scope, (sql) => sql<Returned<typeof contract.evidence.originators>>(originatorsSql, values));
    return row ?? refuse('not_found');
  }
}

/** Each word of each term, with how it is written in the dossier. */
function wantedIn(terms: readonly SearchTerm[], parts: readonly Part[]): Terms {
  return terms.map(({ words }, number) => {
    const own = parts.filter(({ term }) => term === number).values();
    return words.map((word): Wanted => {
      if (plainPieces(word)[0]?.isRow) return { written: new Set(), prefix: null, row: word };
      const part = own.next().value;
      return { written: new Set([word, ...(part?.written ?? [])]), prefix: part?.isPrefix ? bareWord(word) : null, row: null };
    });
  });
}

function found({ element, evidence, hitCount, hits }: Row['items'][number], terms: Terms): SearchFound {
  const shown = hits.flatMap((hit): SearchHit[] => {
    const text = hit.source === 'piece' ? [evidence?.citation, evidence?.summary, evidence?.originator].filter(Boolean).join(' — ') : (hit.text ?? '');
    // The title is marked where it stands.
    if (hit.source === 'piece' && !marksIn(text, terms).length) return [];
    const { passage, marks, at } = passageOf(text, terms);
    const { source, file, page, hasPages } = hit;
    const isWithheld = evidence?.isOpen === false && (source === 'page' || source === 'citation');
    const said = isWithheld ? { passage: null, marks: [] } : { passage, marks };
    return [{ source, file, page, hasPages, element: hit.element, ...said, at: source === 'page' ? at : null }];
  });
  return { evidence: evidence && titled(evidence, terms), element, hits: shown, further: hitCount - hits.length };
}

function titled({ citation: _, summary: __, isOpen: ___, ...piece }: NonNullable<Row['items'][number]['evidence']>, terms: Terms): Piece {
  const points = (unit: number) => [...piece.title.slice(0, unit)].length;
  return { ...piece, marks: marksIn(piece.title, terms).map(({ start, end }) => ({ start: points(start), end: points(end) })) };
}

/** The question with the words that do occur in place of those that do not, or null where nothing is near. */
function nearWords(q: string, words: readonly { word: string; near: string | null }[]): string | null {
  const instead = new Map(words.flatMap(({ word, near }) => (near ? [[word, near] as const] : [])));
  if (!instead.size) return null;
  let at = 0;
  const parts = plainPieces(q).map(({ plain, start, end }) => {
    const before = q.slice(at, start);
    at = end;
    return before + (instead.get(plain) ?? q.slice(start, end));
  });
  return parts.join('') + q.slice(at);
}
