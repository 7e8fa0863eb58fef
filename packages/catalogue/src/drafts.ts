import type { Passage } from './passage.ts';
import type { ProvisionKind } from './types.ts';

/** A provision while it is being read: its words still carry their places in the source. */
export interface Draft {
  code: string;
  parent: string | null;
  kind: ProvisionKind;
  article: number;
  label: string;
  citation: string;
  /** Line on which it begins. */
  line: number;
  passage: Passage;
  /** The enumerator with its places; empty where none is printed. */
  enumerator: Passage;
}

/** `3.1.a.i.b` as a lawyer cites it: `Article 3(1)(a)(i)b`. */
export function citationOf(code: string, kind: ProvisionKind): string {
  const [article, ...rest] = code.split('.');
  const bare = kind === 'item' ? rest.pop() : '';
  return `Article ${article}${rest.map((part) => `(${part})`).join('')}${bare}`;
}
