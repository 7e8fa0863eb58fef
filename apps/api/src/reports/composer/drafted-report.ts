// A report that nobody has started, as it would be drafted now: for whoever asks for the document alone.
import { type ReportKind, type ReportLanguage, usualLimit } from '@servanda/contract';
import type { Kept } from './composition.rules.ts';
import { firstParagraphs } from './first-paragraphs.ts';
import { outlineOf } from './outline.rules.ts';
import type { DossierRecord } from './record.ts';
import { wordsOf } from './said.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

export function draftedReport(record: DossierRecord, language: ReportLanguage): Kept {
  // What an organisation finds of a State is never said in the State's own voice.
  const kind: ReportKind = record.head.kind === 'own' ? 'article_12' : 'alternative';
  const voice = { kind, language };
  const sections = outlineOf(voice.kind, language);
  const pieces = new Map(record.elements.flatMap(({ evidence }) => evidence.map((piece) => [piece.id, piece])));
  const paragraphs = firstParagraphs(record, voice, sections[0]?.key ?? '').map((first, at) => ({
    ...first,
    // Counted, so that the same record gives the same bytes.
    id: `${nobody.slice(0, -4)}${String(at).padStart(4, '0')}`,
    ...{ place: 1, isIncluded: true, agreedText: null, version: 1, by: '', at: '', assignee: null, comments: 0 },
    evidence: (first.record?.evidence ?? []).flatMap(({ element, id, pinpoint }) => {
      const piece = pieces.get(id);
      return piece ? [{ id, element, pinpoint, title: piece.title, citation: piece.citation }] : [];
    }),
  }));
  const { title: underArticle12, alternative } = wordsOf(language).document;
  const title = kind === 'article_12' ? underArticle12 : alternative;
  const head = { ...voice, id: nobody, title, wordLimit: usualLimit, version: 1, startedBy: '', startedAt: '', changedAt: '', issues: 0 };
  return { head, sections, paragraphs, before: null };
}
