import type { Curation } from './curation.ts';
import type { Draft } from './drafts.ts';
import { CatalogueError } from './errors.ts';
import type { Flow } from './flow.ts';
import type { LocatedShall } from './register.ts';
import { sentenceStarts } from './register.ts';

/** A stretch of a provision's own words that belongs to one obligation, note or optional clause. */
export interface Clause {
  kind: 'obligation' | 'note' | 'optional' | 'definition';
  code: string;
  provision: string;
  from: number;
  to: number;
  /** For an optional clause that is a limb of an obligation. */
  qualifies: string | null;
}

/** Cuts each provision where a quote begins; a clause runs to the next one or to the provision's end. */
export function cutClauses(flows: Map<number, Flow>, entries: LocatedShall[], curation: Curation): Clause[] {
  const clauses: Clause[] = [];
  for (const entry of entries) {
    if (entry.role === 'nested') continue;
    const piece = flows.get(entry.article)!.pieces.findLast(({ start }) => start <= entry.offset)!;
    const kind = entry.obligation === null ? 'note' : 'obligation';
    clauses.push({ kind, code: entry.code, provision: piece.draft.code, from: entry.offset - piece.start, to: piece.end - piece.start, qualifies: null });
  }
  const drafts = [...flows.values()].flatMap(({ pieces }) => pieces.map(({ draft }) => draft));
  for (const { code, provision, starts, qualifies } of curation.register.optional) {
    const text = drafts.find((draft) => draft.code === provision)?.passage.text ?? '';
    const found = text.indexOf(starts);
    if (found < 0) throw new CatalogueError(0, `The optional clause ${code} is not in the text of ${provision}: “${starts}”.`);
    const from = sentenceStarts(text).findLast((start) => start <= found) ?? 0;
    clauses.push({ kind: code === '2' ? 'definition' : 'optional', code, provision, from, to: text.length, qualifies: qualifies ?? null });
  }
  for (const clause of clauses) {
    const next = clauses.filter(({ provision, from }) => provision === clause.provision && from > clause.from);
    clause.to = Math.min(clause.to, ...next.map(({ from }) => from));
  }
  return clauses.sort((a, b) => a.from - b.from);
}

/** The clauses of a provision; points belong to the last clause of the nearest provision above that has one. */
export function clausesOf(clauses: Clause[], draft: Draft): Clause[] {
  for (let code: string = draft.code; ; code = code.slice(0, code.lastIndexOf('.'))) {
    const own = clauses.filter(({ provision }) => provision === code);
    if (own.length > 0) return code === draft.code ? own : own.slice(-1).map((clause) => ({ ...clause, from: 0, to: draft.passage.text.length }));
    if (!code.includes('.')) return [];
  }
}

/** A clause's own words, with the points under it on lines of their own. */
export function textOfClause(clause: Clause, clauses: Clause[], drafts: Draft[]): string {
  const own = drafts.find((draft) => draft.code === clause.provision)!;
  const below = drafts.filter((draft) => draft.code.startsWith(`${clause.provision}.`) && clausesOf(clauses, draft)[0]?.code === clause.code);
  const words = own.passage.text.slice(clause.from, clause.to).trim();
  return [words, ...below.map((draft) => `${draft.enumerator.text} ${draft.passage.text}`)].join('\n');
}

/** Leaves under a provision: its points if it has any, else itself. */
export function leavesOf(drafts: Draft[], code: string): Draft[] {
  const own = drafts.filter((draft) => draft.code === code || draft.code.startsWith(`${code}.`));
  return own.filter((draft) => !own.some((other) => other.parent === draft.code));
}

export const clauseOf = (clauses: Clause[], code: string): Clause | undefined => clauses.find((clause) => clause.code === code);
