// Where a paragraph comes to stand when it is moved, as the service is told: after which one of which section.
import type { WorkingReport } from '@servanda/contract';
import type { Edge } from './use-dragging.ts';

export interface Place {
  section: string;
  after: string | null;
}
interface Standing {
  id: string;
  section: string;
}
type Paragraphs = readonly Standing[] | WorkingReport['paragraphs'];

/** One place up or down within the section; null at its end. */
export function stepped(paragraphs: Paragraphs, { id, section }: Standing, by: 1 | -1): Place | null {
  const own = paragraphs.filter((one) => one.section === section);
  const at = own.findIndex((one) => one.id === id);
  if (by === 1) {
    const next = own[at + 1];
    return next ? { section, after: next.id } : null;
  }
  return at > 0 ? { section, after: own[at - 2]?.id ?? null } : null;
}

/** Before or after another one, perhaps of another section; null where it stands there already. */
export function dropped(paragraphs: Paragraphs, moved: string, { id, section }: Standing, edge: Edge): Place | null {
  const others = paragraphs.filter((one) => one.section === section && one.id !== moved);
  const at = others.findIndex((one) => one.id === id);
  const after = edge === 'after' ? id : (others[at - 1]?.id ?? null);
  const own = paragraphs.filter((one) => one.section === section);
  const before = own[own.findIndex((one) => one.id === moved) - 1]?.id ?? null;
  return own.some((one) => one.id === moved) && before === after ? null : { section, after };
}
