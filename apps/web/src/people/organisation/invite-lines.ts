// Reads a pasted list of addresses: one on a line, with a role and a body where they are given.
import { Email, Role } from '@servanda/contract';

export interface Line {
  text: string;
  email: string;
  role: Role;
  body: string | null;
  fault: { why: 'address' | 'twice' } | { why: 'word'; word: string } | null;
}
interface Known {
  role: Role;
  body: string | null;
  /** Words by which roles and bodies are known here, as the reader's language has them; folded. */
  roles: ReadonlyMap<string, Role>;
  bodies: ReadonlyMap<string, string>;
}

export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();

function lineOf(text: string, { role, body, roles, bodies }: Known): Line {
  const [first = '', ...words] = text.split(/[,;\t]/).map((part) => part.trim());
  const address = /<([^<>]+)>$/.exec(first)?.[1] ?? first;
  const email = Email.safeParse(address);
  const line: Line = { text, email: email.success ? email.data : address, role, body, fault: email.success ? null : { why: 'address' } };
  for (const word of words.filter(Boolean)) {
    const named = folded(word);
    const ofRole = roles.get(named);
    const ofBody = bodies.get(named);
    if (ofRole) line.role = ofRole;
    else if (ofBody) line.body = ofBody;
    else line.fault ??= { why: 'word', word };
  }
  return line;
}

/** Every line that says something, each with what it means or what is wrong with it. */
export function linesOf(list: string, known: Known): Line[] {
  const seen = new Set<string>();
  return list
    .split(/\r?\n/)
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => {
      const line = lineOf(text, known);
      if (!line.fault && seen.has(line.email)) line.fault = { why: 'twice' };
      seen.add(line.email);
      return line;
    });
}
