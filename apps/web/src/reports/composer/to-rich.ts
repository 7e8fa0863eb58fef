// From what the editor holds to what the contract takes: attributes that only the editor knows are left out.
import { RichText } from '@servanda/contract';
import type { JSONContent } from '@tiptap/core';

function bare({ type, text, attrs, marks, content }: JSONContent): object {
  return {
    type,
    ...(text === undefined ? {} : { text }),
    ...(type === 'heading' ? { attrs: { level: attrs?.['level'] } } : {}),
    ...(type === 'footnote' ? { attrs: { text: attrs?.['text'] } } : {}),
    ...(marks && marks.length > 0 ? { marks: marks.map((mark) => ({ type: mark.type })) } : {}),
    ...(content ? { content: content.map(bare) } : {}),
  };
}

/** The text as the contract writes it, or null where it cannot be kept as it is (too long, lists too deep). */
export const richFrom = (json: JSONContent): RichText | null => RichText.safeParse(bare(json)).data ?? null;
