// A composed report as a document: its sections, numbered paragraphs, what it is silent on, and what stands behind each paragraph.
import type { IssueContent } from '@servanda/contract';
import { parted } from '../documents/citations.ts';
import { coverOf, frameOf } from '../documents/frame.ts';
import { type Block, code, type DocumentModel, heading, own, type Run, table, text } from '../documents/model.ts';
import { filled, typed } from '../documents/said.ts';
import { blocksOf } from './rich-blocks.ts';
import { wordsOf } from './said.ts';

/** What is said of the document: the day it speaks of, its hash, and which issue it is; a working copy has no number. */
export interface Edition {
  on: string;
  sha256: string;
  issue: number | null;
}

/** An issue or working copy as a document. In a working copy each paragraph is followed by what it is about; an issue says that in notes at its end. */
export function composedDocument(content: IssueContent, { on, sha256, issue }: Edition): DocumentModel {
  const { language: lang, dossier } = content;
  const words = wordsOf(lang).document;
  const write = typed(lang);
  const head = {
    dossier: { ...dossier, kind: content.kind === 'article_12' ? ('own' as const) : ('independent' as const) },
    ...{ on, sha256, dataCutOff: null, catalogueVersion: content.catalogueVersion, classification: 'internal' as const },
  };
  const frame = frameOf(content.title, head, { lang, isDraft: issue === null });
  const [asOf, , ...rest] = coverOf(head, { lang, isDraft: issue === null });
  const edition = issue === null ? own(words.working) : own(filled(words.issue, { number: issue }));
  return {
    ...frame,
    cover: [
      ...(asOf ? [asOf] : []),
      { label: words.edition, line: [edition] },
      { label: words.length, line: [own(filled(words.count, { words: content.words, limit: content.wordLimit }))] },
      ...rest,
    ],
    hasContents: true,
    blocks: [
      ...newsOf(content),
      ...content.sections.flatMap((section, at) => [
        heading(1, [...(section.guide && content.kind === 'article_12' ? [own(`${section.guide}. `)] : []), write(section.title)], at === 0),
        ...(section.bySubject.length > 0 ? [text([own(filled(words.bySubject, { citations: parted(section.bySubject, lang) }))], 'small')] : []),
        ...(section.paragraphs.length === 0 ? [text([own(words.empty)], 'small')] : []),
        ...section.paragraphs.flatMap((paragraph) => [
          ...blocksOf(paragraph.body, paragraph.number, lang),
          ...(issue === null ? [text(traceOf(paragraph, content), 'small')].filter((block) => block.is === 'text' && block.line.length > 0) : []),
        ]),
      ]),
      ...silenceOf(content),
      ...(issue === null ? [] : notesOf(content)),
    ],
  };
}

type Paragraph = IssueContent['sections'][number]['paragraphs'][number];

/** A piece as it is named in a note. */
const pieceOf = ({ title, citation, pinpoint }: Paragraph['evidence'][number], lang: IssueContent['language']): Run =>
  typed(lang)([title, citation, pinpoint].filter((part) => part !== '').join(', '));

function traceOf({ elements, evidence }: Paragraph, { language: lang }: IssueContent): Run[] {
  const words = wordsOf(lang).document;
  if (elements.length === 0) return [];
  const pieces = evidence.flatMap((piece, at) => [own(at > 0 ? '; ' : ' '), pieceOf(piece, lang)]);
  return [
    own(
      filled(words.trace, {
        elements: parted(
          elements.map(({ citation }) => citation),
          lang,
        ),
      }),
    ),
    ...(pieces.length > 0 ? [own(` ${words.evidence}`), ...pieces] : []),
  ];
}

function notesOf({ sections, language: lang }: IssueContent): Block[] {
  const words = wordsOf(lang).document;
  const traced = sections.flatMap(({ paragraphs }) => paragraphs).filter(({ elements }) => elements.length > 0);
  if (traced.length === 0) return [];
  const rows = traced.map(({ number, elements, evidence }) => [
    [[code(number)]],
    elements.map(({ citation }) => [own(citation)]),
    evidence.map((piece) => [pieceOf(piece, lang)]),
  ]);
  return [heading(1, [own(words.notes)], true), table([words.paragraph, words.elements, words.pieces], rows, [1.2, 2.4, 5])];
}

function silenceOf({ silence, language: lang }: IssueContent): Block[] {
  const words = wordsOf(lang);
  if (silence.length === 0) return [];
  const items = silence.map(({ citation, why }) => [own(filled(why === 'nothing' ? words.nothing : words.document.leftOut, { citation }))]);
  return [heading(1, [own(words.document.silence)], true), { is: 'list', isOrdered: false, items }];
}

/** What is new against the issue before; nothing where there is none. */
function newsOf({ sections, dropped, language: lang }: IssueContent): Block[] {
  const words = wordsOf(lang).document;
  const all = sections.flatMap(({ paragraphs }) => paragraphs);
  const numbers = (of: 'new' | 'changed') =>
    all
      .filter(({ news }) => news === of)
      .map(({ number }) => number)
      .join(', ');
  const lines = [
    ...(numbers('new') ? [filled(words.added, { numbers: numbers('new') })] : []),
    ...(numbers('changed') ? [filled(words.changed, { numbers: numbers('changed') })] : []),
    ...(dropped > 0 ? [filled(words.dropped, { count: dropped })] : []),
  ];
  return lines.length === 0 ? [] : [heading(1, [own(words.news)]), ...lines.map((line) => text([own(line)]))];
}
