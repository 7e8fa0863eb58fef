import type { RichText } from '@servanda/contract';
import { EditorContent, useEditor } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../platform/settings.ts';
import { extensions } from './editor-schema.ts';
import { EditorTools } from './editor-tools.tsx';
import { richFrom } from './to-rich.ts';
import './editor.css';

interface EditorProps {
  initial: RichText;
  lang: string;
  label: string;
  /** With every change: the text, or null where it cannot be kept as it is. */
  onChange: (text: RichText | null) => void;
  onLeave: () => void;
}

/** The editor of one paragraph: headings, lists, emphasis, footnotes, tables. Its styles are ours; it lays none into the page. */
export function Editor({ initial, lang, label, onChange, onLeave }: EditorProps) {
  const { t } = useTranslation(['composer']);
  const editor = useEditor({
    extensions,
    content: initial,
    injectCSS: false,
    autofocus: 'end',
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang, dir: directionOf(lang), class: 'rich rich-editor' },
    },
    onUpdate: ({ editor: now }) => onChange(richFrom(now.getJSON())),
    onBlur: onLeave,
  });
  if (!editor) return <p role="status">{t('composer:editor.opening')}</p>;
  return (
    <div className="editor">
      <EditorTools editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}
