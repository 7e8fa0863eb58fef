import type { Clause } from './clauses.ts';
import { clauseOf, textOfClause } from './clauses.ts';
import type { Curation } from './curation.ts';
import { readCsv } from './data-files.ts';
import type { Draft } from './drafts.ts';
import { CatalogueError } from './errors.ts';
import type { Flow } from './flow.ts';
import { wordingOf } from './flow.ts';
import type { LocatedShall } from './register.ts';
import type { Note, OptionalClause } from './types.ts';

/** The five "shall" that are no obligation of their own, and remarks on the text. */
export function makeNotes(entries: LocatedShall[], clauses: Clause[], flows: Map<number, Flow>, drafts: Draft[], curation: Curation): Note[] {
  const obligations = entries.filter(({ obligation, code }) => obligation === code).map(({ code }) => code);
  return curation.register.notes.map(({ code, title, kind, bearsOn, provision, text }) => {
    const entry = entries.find((one) => one.code === code);
    const citation = entry?.citation ?? drafts.find((draft) => draft.code === provision)?.citation;
    const words = entry ? textOfEntry(entry, clauses, flows.get(entry.article)!, drafts) : text;
    if (!citation || !words) throw new CatalogueError(0, `The note ${code} is neither in the register nor written out with its provision.`);
    return { code, citation, title, text: words, kind, bearsOn: bearsOn.includes('*') ? obligations : bearsOn };
  });
}

function textOfEntry(entry: LocatedShall, clauses: Clause[], flow: Flow, drafts: Draft[]): string {
  const clause = clauseOf(clauses, entry.role === 'nested' ? entry.obligation! : entry.code)!;
  if (entry.role !== 'nested') return textOfClause(clause, clauses, drafts);
  const piece = flow.pieces.find(({ draft }) => draft.code === clause.provision)!;
  return flow.text.slice(entry.offset, piece.start + clause.to);
}

/** Definitions, "may" clauses and the Committee's power: shown, never counted. */
export function makeOptional(clauses: Clause[], drafts: Draft[], curation: Curation): OptionalClause[] {
  const rows = readCsv('other-provisions.csv');
  const citationOf = (code: string) => drafts.find((draft) => draft.code === code)?.citation;
  return curation.register.optional.map(({ code, register, provision, title }) => {
    const row = rows.find((one) => one['provision'] === register);
    if (!row) throw new CatalogueError(0, `The optional clause ${code} has no row “${register}” in other-provisions.csv.`);
    const isPoint = /^\d+\.\d+\.\w$/.test(code);
    const text = isPoint ? wordingOf(drafts, code) : textOfClause(clauseOf(clauses, code)!, clauses, drafts);
    const part = /(first|second) sentence$/.exec(register)?.[0];
    const citation = `${citationOf(isPoint ? code : provision)}${part ? `, ${part}` : ''}`;
    return { code, citation, title, text, treatment: `${row['role']}: ${row['treatment']}` };
  });
}
