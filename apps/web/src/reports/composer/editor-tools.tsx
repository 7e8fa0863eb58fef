import { ActionIcon, Button, TextInput } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconH1,
  IconH2,
  IconH3,
  IconItalic,
  IconList,
  IconListNumbers,
  IconSuperscript,
  IconTable,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The tools of an editor, in one row that the arrow keys of the page leave alone. */
export function EditorTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation(['composer']);
  const [isNoting, setNoting] = useState(false);
  const now = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      heading: [1, 2, 3].map((level) => now.isActive('heading', { level })),
      table: now.isActive('table'),
      footnote: now.isActive('footnote'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  const act = () => editor.chain().focus();
  const tool = (name: Tool, icon: ReactNode, onClick: () => void, isOn?: boolean, disabled = false) => (
    <ActionIcon
      key={name}
      variant={isOn ? 'filled' : 'subtle'}
      size="md"
      aria-label={t(`composer:tools.${name}`)}
      title={t(`composer:tools.${name}`)}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      disabled={disabled}
      // The text keeps the focus, so that its writer goes on writing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {icon}
    </ActionIcon>
  );
  const size = { size: 18, 'aria-hidden': true } as const;
  return (
    <>
      <div className="editor-tools" role="toolbar" aria-label={t('composer:tools.label')}>
        {tool('bold', <IconBold {...size} />, () => act().toggleBold().run(), now.bold)}
        {tool('italic', <IconItalic {...size} />, () => act().toggleItalic().run(), now.italic)}
        {([1, 2, 3] as const).map((level) => {
          const Icon = [IconH1, IconH2, IconH3][level - 1] ?? IconH3;
          return tool(`heading${level}`, <Icon {...size} />, () => act().toggleHeading({ level }).run(), now.heading[level - 1] ?? false);
        })}
        {tool('bulletList', <IconList {...size} />, () => act().toggleBulletList().run(), now.bulletList)}
        {tool('orderedList', <IconListNumbers {...size} />, () => act().toggleOrderedList().run(), now.orderedList)}
        {tool('footnote', <IconSuperscript {...size} />, () => setNoting(true), now.footnote)}
        {tool('table', <IconTable {...size} />, () => act().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(), undefined, now.table)}
        {tool('undo', <IconArrowBackUp {...size} className="turns" />, () => act().undo().run(), undefined, !now.undo)}
        {tool('redo', <IconArrowForwardUp {...size} className="turns" />, () => act().redo().run(), undefined, !now.redo)}
      </div>
      {now.table ? (
        <div className="editor-tools" role="toolbar" aria-label={t('composer:tools.tableLabel')}>
          {(
            [
              ['addRow', () => act().addRowAfter().run()],
              ['addColumn', () => act().addColumnAfter().run()],
              ['deleteRow', () => act().deleteRow().run()],
              ['deleteColumn', () => act().deleteColumn().run()],
              ['deleteTable', () => act().deleteTable().run()],
            ] as const
          ).map(([name, onClick]) => (
            <Button key={name} size="compact-xs" variant="default" onMouseDown={(event) => event.preventDefault()} onClick={onClick}>
              {t(`composer:tools.${name}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {isNoting ? <NoteForm editor={editor} close={() => setNoting(false)} /> : null}
    </>
  );
}

type Tool = 'bold' | 'italic' | 'heading1' | 'heading2' | 'heading3' | 'bulletList' | 'orderedList' | 'footnote' | 'table' | 'undo' | 'redo';

/** The words of a footnote; of the one that is chosen, or of a new one where the writer stands. */
function NoteForm({ editor, close }: { editor: Editor; close: () => void }) {
  const { t } = useTranslation(['composer', 'platform']);
  const [text, setText] = useState(() => String(editor.getAttributes('footnote')['text'] ?? ''));
  const isOne = editor.isActive('footnote');
  const put = () => {
    const said = text.trim();
    if (said === '') return;
    if (isOne) editor.chain().focus().updateAttributes('footnote', { text: said }).run();
    else
      editor
        .chain()
        .focus()
        .insertContent({ type: 'footnote', attrs: { text: said } })
        .run();
    close();
  };
  return (
    <div className="editor-note">
      <TextInput
        label={t('composer:tools.noteText')}
        value={text}
        maxLength={2000}
        autoFocus
        dir="auto"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') put();
          if (event.key === 'Escape') close();
        }}
      />
      <Button size="compact-md" onClick={put}>
        {t('composer:tools.putNote')}
      </Button>
      <Button size="compact-md" variant="default" onClick={close}>
        {t('platform:cancel')}
      </Button>
    </div>
  );
}
