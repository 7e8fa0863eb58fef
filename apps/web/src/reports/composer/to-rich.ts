// From what the editor holds to what the contract takes: attributes that only the editor knows are left out, and what nobody typed.
import { RichText, unturned } from '@servanda/contract';
import type { JSONContent } from '@tiptap/core';

/** Why a text cannot be kept as it is: it is too long, its lists are too deep, or one of its tables is uneven or too large. */
export type Unkeepable = 'long' | 'lists' | 'table';
export type Kept = { body: RichText; why: null } | { body: null; why: Unkeepable };

const controls = /[^\P{Cc}\t]/gu;
/** The words as somebody sees them: without controls and without marks that turn the direction of writing, both of which come along when copying. */
export const seenWords = (text: string): string => unturned(text).replace(controls, ' ');

function bare({ type, text, attrs, marks, content }: JSONContent): object {
  return {
    type,
    ...(text === undefined ? {} : { text: seenWords(text) }),
    ...(type === 'heading' ? { attrs: { level: attrs?.['level'] } } : {}),
    ...(type === 'footnote' ? { attrs: { text: seenWords(String(attrs?.['text'] ?? '')) } } : {}),
    ...(marks && marks.length > 0 ? { marks: marks.map((mark) => ({ type: mark.type })) } : {}),
    ...(content ? { content: content.filter(({ text: words }) => words === undefined || seenWords(words) !== '').map(bare) } : {}),
  };
}

const isList = ({ type }: JSONContent) => type === 'bulletList' || type === 'orderedList';
const depthOf = (node: JSONContent): number => Math.max(0, ...(node.content ?? []).map(depthOf)) + (isList(node) ? 1 : 0);
function isUneven({ type, content = [] }: JSONContent): boolean {
  if (type !== 'table') return content.some(isUneven);
  const widths = content.map((row) => row.content?.length ?? 0);
  return widths.length > 200 || widths.some((width) => width > 12 || width !== widths[0]);
}

/** The text as the contract writes it, or why it cannot be kept as it is. */
export function richFrom(json: JSONContent): Kept {
  const body = RichText.safeParse(bare(json)).data;
  if (body) return { body, why: null };
  return { body: null, why: depthOf(json) > 3 ? 'lists' : isUneven(json) ? 'table' : 'long' };
}
