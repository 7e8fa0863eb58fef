// A check of text for what may identify a child or a suspect, the same in the browser and in the API. Pure.
import * as z from 'zod';
import { age, besideAge, capitalised, initials, patterns } from './patterns.ts';

export const IdentityKind = z.enum(['child_name', 'suspect_name', 'name_beside_age', 'birth_date', 'case_number', 'address', 'school', 'phone', 'email']);
export type IdentityKind = z.infer<typeof IdentityKind>;
/** Where something stands that may identify somebody; never its words. `at`: place of its first character in the field, in UTF-16 units. */
export const IdentityFinding = z
  .object({ field: z.string(), kind: IdentityKind, at: z.number().int(), length: z.number().int() })
  .meta({ id: 'IdentityFinding' });
export type IdentityFinding = z.infer<typeof IdentityFinding>;
/** A finding within one text. */
export type Identifying = Omit<IdentityFinding, 'field'>;

/** Characters between an age and a name that still read together. */
const near = 60;
interface Run {
  at: number;
  length: number;
}
const found = (pattern: RegExp, text: string): Run[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => {
    const kept = words.trimEnd();
    return { at: index, length: kept.length };
  });
const isNear = (a: Run, b: Run) => b.at <= a.at + a.length + near && a.at <= b.at + b.length + near;
const joined = (a: Run, b: Run): Run => {
  const at = Math.min(a.at, b.at);
  return { at, length: Math.max(a.at + a.length, b.at + b.length) - at };
};

/** What in a text may identify a child or a suspect, in reading order; what stands within another finding is not told twice. */
export function identityIn(text: string): Identifying[] {
  const people = [...found(initials, text), ...found(capitalised, text)];
  const pairs = found(age, text).flatMap((years) => {
    const person = people.find((one) => isNear(years, one));
    return person ? [{ kind: 'name_beside_age' as const, ...joined(years, person) }] : [];
  });
  const kinds = IdentityKind.options.flatMap((kind) =>
    kind === 'name_beside_age'
      ? [...pairs, ...found(besideAge, text).map((run): Identifying => ({ kind, ...run }))]
      : found(patterns[kind], text).map((run): Identifying => ({ kind, ...run })),
  );
  const all = kinds.sort((a, b) => a.at - b.at || b.length - a.length);
  return all.filter((one, i) => !all.slice(0, i).some((before) => one.at < before.at + before.length));
}

/** The same over named fields, in their order. */
export const identityInFields = (fields: Record<string, string>): IdentityFinding[] =>
  Object.entries(fields).flatMap(([field, text]) => identityIn(text).map((one) => ({ field, ...one })));

/** Said by a person who read again what may identify somebody, and decided that it may stand. */
export const IdentityConfirmed = z.object({ identityConfirmed: z.boolean().optional() });

/** What of the fields may identify somebody and did not stand in the same field before: the same words again are no new decision. */
export function identifyingAnew(before: Record<string, string>, after: Record<string, string>): IdentityFinding[] {
  const changed = Object.entries(after).filter(([field, text]) => before[field] !== text);
  return identityInFields(Object.fromEntries(changed)).filter(
    ({ field, kind, at, length }) =>
      !identityIn(before[field] ?? '').some(
        (was) => was.kind === kind && before[field]?.slice(was.at, was.at + was.length) === after[field]?.slice(at, at + length),
      ),
  );
}

/** The words of a piece of evidence that are public where it is. A published judgment is cited by its number, so that a number in the citation tells nothing. */
export const publicWordsOf = (piece: Record<'title' | 'citation' | 'originator' | 'collector' | 'territory' | 'population' | 'summary', string>) => ({
  ...{ title: piece.title, citation: piece.citation, originator: piece.originator, collector: piece.collector },
  ...{ territory: piece.territory, population: piece.population, summary: piece.summary },
});

/** What a piece would make public that may identify somebody, and that was not public before. */
export function newlyIdentifying(
  before: (Parameters<typeof publicWordsOf>[0] & { confidentiality: string }) | null,
  after: Parameters<typeof publicWordsOf>[0] & { confidentiality: string },
): IdentityFinding[] {
  if (after.confidentiality !== 'public') return [];
  const was: Record<string, string> = before?.confidentiality === 'public' ? publicWordsOf(before) : {};
  return identifyingAnew(was, publicWordsOf(after)).filter(({ field, kind }) => !(field === 'citation' && kind === 'case_number'));
}
