import type { Curation } from './curation.ts';
import { readCsv } from './data-files.ts';
import { CatalogueError } from './errors.ts';
import type { Flow } from './flow.ts';
import { rangeOf } from './flow.ts';
import { spanOf } from './passage.ts';
import type { ShallEntry, ShallRole } from './types.ts';

/** A register entry with its place in the flow of its article. */
export interface LocatedShall extends ShallEntry {
  /** Offset of the quote in the article's flow. */
  offset: number;
  /** Registered report section, and the typical evidence and bodies, as printed in the register. */
  printedSection: string;
  bodies: string[];
}

/** `5.1-2` belongs to provision `5.1`. */
export const provisionOf = (code: string): string => code.replace(/-.*$/, '');

/** Lays the register over the text: every quote at its place, every "shall" claimed exactly once. */
export function readRegister(flows: Map<number, Flow>, curation: Curation): LocatedShall[] {
  const rows = readCsv('shall-register.csv');
  const entries = rows.map((row) => locate(row, flows, curation));
  for (const entry of entries) entry.citation = citationOfShall(entry, entries, flows.get(entry.article)!);
  checkEveryShall(entries, flows, curation.lastSubstantiveArticle);
  return entries;
}

function locate(row: Record<string, string>, flows: Map<number, Flow>, curation: Curation): LocatedShall {
  const code = row['provision_id']!;
  const quote = row['quote_first_12_words']!;
  const article = Number(row['article']);
  const flow = flows.get(article);
  const range = flow ? rangeOf(flow, provisionOf(code)) : null;
  const offset = flow && range ? flow.text.indexOf(quote, range.from) : -1;
  if (!flow || !range || offset < 0 || offset >= range.to)
    throw new CatalogueError(0, `The register quotes “${quote}” for ${code}; the text of ${code} does not say so.`);
  const shall = flow.text.slice(offset, range.to).search(/\bshall\b/i) + offset;
  if (shall < offset) throw new CatalogueError(0, `No “shall” follows the register's quote for ${code}.`);
  const role = roleOf(row['role']!);
  return {
    number: Number(row['shall_no']),
    code,
    article,
    citation: '',
    role,
    obligation: obligationOf(code, role),
    addressee: row['addressee']!,
    qualifier: /^(?:none\b.*|-|)$/.test(row['qualifier']!) ? null : row['qualifier']!,
    applicability: row['applicability']!,
    rule: curation.register.rules[code] ?? 'always',
    conduct: row['result_or_conduct']!,
    quote,
    shall: spanOf(flow, shall, shall + 'shall'.length),
    span: spanOf(flow, offset, offset + quote.length),
    note: row['note'] || null,
    offset,
    printedSection: row['guideline_section_2006']!,
    bodies: row['typical_responsible_body']!.split('; '),
  };
}

/** The register's role, which it prints with an explanation: `deeming provision (legal effect)`. */
function roleOf(printed: string): ShallRole {
  const roles: ShallRole[] = ['duty', 'deeming', 'condition', 'nested', 'savings'];
  const role = roles.find((one) => printed.startsWith(one));
  if (!role) throw new CatalogueError(0, `The register's role “${printed}” is not known.`);
  return role;
}

function obligationOf(code: string, role: ShallRole): string | null {
  if (role === 'nested') return `${provisionOf(code)}-1`;
  return role === 'duty' || role === 'deeming' ? code : null;
}

/** `Article 6(2), second sentence`; a limb where one sentence holds two obligations. */
function citationOfShall(entry: LocatedShall, all: LocatedShall[], flow: Flow): string {
  const provision = flow.pieces.find(({ draft }) => draft.code === provisionOf(entry.code))!;
  const { citation } = provision.draft;
  if (entry.role === 'nested') return `${citation}, subordinate clause`;
  const siblings = all.filter((other) => provisionOf(other.code) === provisionOf(entry.code) && other.role !== 'nested');
  const sentences = sentenceStarts(provision.draft.passage.text);
  const sentence = (offset: number) => sentences.findLastIndex((start) => start <= offset - provision.start);
  const inSentence = siblings.filter((other) => sentence(other.offset) === sentence(entry.offset));
  if (inSentence.length > 1) return `${citation}, ${ordinal(inSentence.indexOf(entry))} limb`;
  const isWhole = siblings.length === 1 && sentence(entry.offset) === 0;
  return isWhole ? citation : `${citation}, ${ordinal(sentence(entry.offset))} sentence`;
}

const ordinal = (i: number): string => ['first', 'second', 'third', 'fourth', 'fifth'][i] ?? `${i + 1}th`;

/** Offsets at which the sentences of a text begin. */
export const sentenceStarts = (text: string): number[] => [0, ...[...text.matchAll(/[.;] (?=\p{Lu})/gu)].map((match) => match.index + 2)];

function checkEveryShall(entries: LocatedShall[], flows: Map<number, Flow>, last: number): void {
  const claimed = new Map<number, string>();
  for (const { code, shall } of entries) {
    const other = claimed.get(shall.start);
    if (other) throw new CatalogueError(0, `The register claims one “shall” twice: ${other} and ${code}.`);
    claimed.set(shall.start, code);
  }
  for (const [article, flow] of flows) {
    if (article < 1 || article > last) continue;
    for (const match of flow.text.matchAll(/\bshall\b/gi)) {
      if (!claimed.has(flow.at[match.index]!))
        throw new CatalogueError(0, `No register entry claims a “shall” of Article ${article} (character ${flow.at[match.index]}).`);
    }
  }
}
