import type { RichBlock, RichInline, RichText } from '@servanda/contract';
import { createElement, Fragment, type ReactNode } from 'react';
import { directionOf } from '../../platform/settings.ts';

interface Node {
  type: string;
  content?: Node[] | undefined;
}

/** A rich text, to be read. Its headings stand below those of the page. */
export function RichView({ text, lang }: { text: RichText; lang: string }) {
  return (
    <div className="rich" lang={lang} dir={directionOf(lang)}>
      {text.content.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: RichBlock }) {
  if (block.type === 'paragraph') return <p>{inlines(block.content)}</p>;
  if (block.type === 'heading') return createElement(`h${block.attrs.level + 3}`, {}, inlines(block.content));
  if (block.type === 'table')
    return (
      <table>
        <tbody>
          {block.content.map((row, at) => (
            <tr key={at}>
              {row.content.map((cell, column) => {
                const Cell = cell.type === 'tableHeader' ? 'th' : 'td';
                return (
                  <Cell key={column}>
                    {cell.content.map((paragraph, line) => (
                      <Block key={line} block={paragraph} />
                    ))}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    );
  const List = block.type === 'orderedList' ? 'ol' : 'ul';
  return (
    <List>
      {block.content.map((item, at) => (
        <li key={at}>
          {item.content.map((inner, line) => (
            <Block key={line} block={inner} />
          ))}
        </li>
      ))}
    </List>
  );
}

const inlines = (content: RichInline[] | undefined): ReactNode =>
  (content ?? []).map((inline, at) => {
    if (inline.type === 'hardBreak') return <br key={`${at}`} />;
    if (inline.type === 'footnote') return <Footnote key={`${at}`} text={inline.attrs.text} />;
    return (inline.marks ?? []).reduce<ReactNode>(
      (inner, mark) => (mark.type === 'bold' ? <strong key={`${at}`}>{inner}</strong> : <em key={`${at}`}>{inner}</em>),
      <Fragment key={`${at}`}>{inline.text}</Fragment>,
    );
  });

const Footnote = ({ text }: { text: string }) => (
  <small className="note-said">
    [<bdi>{text}</bdi>]
  </small>
);

/** Whether a text says anything at all. */
export const isEmpty = (node: Node): boolean => node.type !== 'text' && node.type !== 'footnote' && (node.content ?? []).every(isEmpty);
