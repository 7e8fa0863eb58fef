import type { Clause } from './clauses.ts';
import { clausesOf } from './clauses.ts';
import type { Draft } from './drafts.ts';
import type { Flow } from './flow.ts';
import type { LocatedShall } from './register.ts';
import type { Note, Obligation, Segment } from './types.ts';

interface Overlay {
  clauses: Clause[];
  obligations: Obligation[];
  entries: LocatedShall[];
  notes: Note[];
}

/** A provision's words cut into runs: what is an obligation's, a note's, an optional clause's, or plain. Joined they are the text. */
export function segmentsOf(draft: Draft, flow: Flow | undefined, overlay: Overlay): Segment[] {
  const { text } = draft.passage;
  if (text === '') return [];
  const own = clausesOf(overlay.clauses, draft);
  const segments: Segment[] = [];
  const first = own[0]?.from ?? text.length;
  if (first > 0) segments.push(plain(text.slice(0, first)));
  for (const clause of own) {
    const whole = runOf(clause, text.slice(clause.from, clause.to), draft, overlay);
    const cut = nestedAt(draft, flow, overlay.entries, clause);
    if (!cut) segments.push(whole);
    else {
      const at = cut.at - clause.from;
      segments.push({ ...whole, text: whole.text.slice(0, at) }, { ...whole, text: whole.text.slice(at), ref: cut.code });
    }
  }
  return segments;
}

const plain = (text: string): Segment => ({ text, role: 'plain', obligation: null, elements: [], ref: null });

function runOf(clause: Clause, text: string, draft: Draft, { obligations, notes }: Overlay): Segment {
  if (clause.kind !== 'obligation') {
    const qualified = obligations.find(({ code }) => code === clause.qualifies);
    const elements = qualified?.elements.map(({ code }) => code) ?? [];
    const isNote = clause.kind === 'note';
    return { text, role: isNote ? 'note' : clause.kind === 'definition' ? 'definition' : 'optional', obligation: clause.qualifies, elements, ref: clause.code };
  }
  const { elements } = obligations.find(({ code }) => code === clause.code)!;
  const below = elements.filter(({ code }) => code === draft.code || code.startsWith(`${draft.code}.`));
  const codes = (below.length > 0 ? below : elements).map(({ code }) => code);
  const isElement = codes.length === 1 && (codes[0] === draft.code || codes[0] === clause.code);
  const textual = notes.find(({ kind, citation }) => kind === 'textual' && citation === draft.citation);
  return { text, role: isElement ? 'element' : 'obligation', obligation: clause.code, elements: codes, ref: textual?.code ?? null };
}

/** Where a nested "shall" begins within this clause: the same words are the obligation's and its note's. */
function nestedAt(draft: Draft, flow: Flow | undefined, entries: LocatedShall[], clause: Clause): { at: number; code: string } | null {
  const piece = flow?.pieces.find((one) => one.draft === draft);
  const nested = entries.find(({ role, obligation }) => role === 'nested' && obligation === clause.code);
  if (!piece || !nested) return null;
  return { at: nested.offset - piece.start, code: nested.code };
}
