import type { Provision } from '@servanda/contract';

/** A provision with what stands under it, in the order of the text. */
export interface Branch {
  provision: Provision;
  children: Branch[];
}

/** The flat list of provisions as a forest: preamble first, then the articles. */
export function forestOf(provisions: readonly Provision[]): Branch[] {
  const branches = new Map(provisions.map((provision) => [provision.code, { provision, children: [] as Branch[] }]));
  const roots: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branch.provision.parent === null ? undefined : branches.get(branch.provision.parent);
    (parent?.children ?? roots).push(branch);
  }
  return roots;
}

/** Codes of the notes that bear on an article's words, in the order in which they are met. */
export function notesIn({ provision, children }: Branch, known: ReadonlySet<string>): string[] {
  const own = provision.segments.flatMap(({ ref }) => (ref !== null && known.has(ref) ? [ref] : []));
  return [...new Set([...own, ...children.flatMap((child) => notesIn(child, known))])];
}

/** The sign of a note in its article: a, b, c … */
export const signOf = (index: number): string => String.fromCharCode(97 + index);

/** Codes of obligations and elements whose first run of words has been met: only that one is a stop for the keyboard. */
export function firstRuns(branches: readonly Branch[]): Set<string> {
  const met = new Set<string>();
  const first = new Set<string>();
  const walk = ({ provision, children }: Branch) => {
    for (const [i, segment] of provision.segments.entries()) {
      const target = targetOf(segment);
      if (target && !met.has(target)) {
        met.add(target);
        first.add(`${provision.code} ${i}`);
      }
    }
    children.forEach(walk);
  };
  branches.forEach(walk);
  return first;
}

type Segment = Provision['segments'][number];

/** What a run of words stands for: one element, or an obligation whose elements follow; null for words that are no duty. */
export function targetOf({ role, obligation, elements }: Segment): string | null {
  if (role === 'element') return elements[0] ?? null;
  return role === 'obligation' && obligation ? `${obligation} whole` : null;
}
