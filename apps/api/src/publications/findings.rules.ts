// What in a release to be may identify somebody, and what was decided on it. Pure.
import { sha256 } from '@servanda/catalogue';
import { type FindingKind, identityIn, type ReleaseDecision, type ReleaseFinding, type ReleaseMatter, type ReleaseSuppression } from '@servanda/contract';
import { smallCountsIn } from './small-counts.rules.ts';

/** A text of a release: where it stands, and how it is taken out. */
interface Told {
  place: string;
  field: string;
  text: string;
  empty: () => void;
}
/** Names each finding by its place and its words, so that a decision ends where they change. */
const keyOf = (place: string, field: string, kind: string, words: string) => sha256([place, field, kind, words].join('\n')).slice(0, 32);
/** Characters that are told on either side of what was found. */
const around = 60;
type Found = Pick<ReleaseFinding, 'kind' | 'at' | 'length'>;

/** What was found in a text, with whole words on either side. */
export function foundIn(text: string, place: string, field: string, { kind, at, length }: Found): Omit<ReleaseFinding, 'decision'> {
  const [from, to] = [Math.max(0, at - around), at + length + around];
  const before = text.slice(from, at);
  const after = text.slice(at + length, to);
  const lead = from === 0 ? before : `…${before.replace(/^\S*\s+/, '')}`;
  const words = `${lead}${text.slice(at, at + length)}${to < text.length ? `${after.replace(/\s+\S*$/, '')}…` : after}`;
  return { key: keyOf(place, field, kind, text.slice(from, to)), kind, place, field, words, at: lead.length, length };
}

/** Every text that somebody wrote, with a way to empty it in place. */
function textsOf(matter: ReleaseMatter): Told[] {
  const texts: Told[] = [];
  const tell = <T extends object>(place: string, holder: T, fields: readonly (keyof T & string)[], prefix = '') => {
    for (const name of fields) {
      const text: unknown = holder[name];
      if (typeof text === 'string' && text !== '') texts.push({ place, field: `${prefix}${name}`, text, empty: () => Object.assign(holder, { [name]: '' }) });
    }
  };
  tell('release', matter, ['note']);
  tell('release', matter.dossier, ['title'], 'dossier.');
  for (const element of matter.elements) {
    const place = `element:${element.code}`;
    tell(place, element, ['groundReason', 'reasons', 'qualifierNote']);
    for (const [i, citation] of element.citations.entries()) tell(place, citation, ['pinpoint', 'quote'], `citations.${i}.`);
  }
  for (const piece of matter.evidence) {
    tell(`evidence:${piece.ref}`, piece, ['title', 'citation', 'originator', 'territory', 'population', 'summary']);
    for (const [i, file] of piece.files.entries()) tell(`evidence:${piece.ref}`, file, ['name'], `files.${i}.`);
  }
  for (const cell of matter.criminalisation?.set ?? []) tell(`matrix:${cell.row} ${cell.column}`, cell, ['source']);
  for (const one of matter.criminalisation?.reasons ?? []) tell(`element:${one.element}`, one, ['reason'], 'matrix.');
  return texts;
}

/** A published judgment is cited by its number, so that a number in a citation tells nothing. */
const isCited = (field: string, kind: FindingKind) => kind === 'case_number' && (field === 'citation' || field === 'source' || field.endsWith('.pinpoint'));

/** What was found, each with its decision; what is to be left out is emptied in `matter` and named in its `leftOut`. */
export function decideFindings(matter: ReleaseMatter, decisions: readonly ReleaseDecision[]): ReleaseFinding[] {
  const decided = new Map(decisions.map(({ key, decision }) => [key, decision]));
  const suppressed: ReleaseSuppression[] = [];
  const findings = textsOf(matter).flatMap(({ place, field, text, empty }) => {
    const found = [...identityIn(text), ...smallCountsIn(text)].filter(({ kind }) => !isCited(field, kind));
    const told = found.map((one): ReleaseFinding => {
      const finding = foundIn(text, place, field, one);
      return { ...finding, decision: decided.get(finding.key) ?? null };
    });
    const out = told.find(({ decision }) => decision === 'leave_out');
    if (!out) return told;
    empty();
    suppressed.push({ place, field, why: out.kind === 'small_count' ? 'small_count' : 'identity' });
    return told.map((one): ReleaseFinding => ({ ...one, decision: 'leave_out' }));
  });
  matter.leftOut.suppressed.push(...suppressed);
  return findings;
}
