import type { JSONContent } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../platform/settings.ts';
import { extensions } from './editor-schema.ts';
import { EditorTools } from './editor-tools.tsx';
import { pastedHtml } from './pasted.ts';
import { type Kept, richFrom, seenWords } from './to-rich.ts';
import './editor.css';

interface EditorProps {
  initial: JSONContent;
  lang: string;
  label: string;
  /** With every change: the text, or why it cannot be kept as it is; and what the editor holds. */
  onChange: (kept: Kept, json: JSONContent) => void;
  onLeave: () => void;
}

/** What is pasted, without what nobody sees of it. */
const seenIn = (content: Fragment): Fragment => Fragment.fromArray(content.content.flatMap(seenOf));
function seenOf(node: Node): Node[] {
  if (!node.isText) return [node.copy(seenIn(node.content))];
  const words = seenWords(node.text ?? '');
  return words === '' ? [] : [node.type.schema.text(words, node.marks)];
}

/** The editor of one paragraph: headings, lists, emphasis, footnotes, tables. Its styles are ours; it lays none into the page. */
export function Editor({ initial, lang, label, onChange, onLeave }: EditorProps) {
  const { t } = useTranslation(['composer']);
  const editor = useEditor({
    extensions,
    content: initial,
    injectCSS: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang, dir: directionOf(lang), class: 'rich rich-editor' },
      transformPastedHTML: pastedHtml,
      transformPasted: ({ content, openStart, openEnd }) => new Slice(seenIn(content), openStart, openEnd),
    },
    onUpdate: ({ editor: now }) => onChange(richFrom(now.getJSON()), now.getJSON()),
    onBlur: onLeave,
  });
  // Not the editor's own autofocus: it comes a moment after the editor is made, which on a slow machine is before it stands in the page.
  // One that was made and not used in time is destroyed, and has no place to focus: the next one comes at once.
  useEffect(() => {
    if (editor && !editor.isDestroyed) editor.commands.focus('end');
  }, [editor]);
  if (!editor) return <p role="status">{t('composer:editor.opening')}</p>;
  return (
    <div className="editor">
      <EditorTools editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}
