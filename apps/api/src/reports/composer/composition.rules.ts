// A working copy held against the record of now, and what of it is frozen. Pure.
import { canonicalJson, catalogue, sha256 } from '@servanda/catalogue';
import {
  countWords,
  type IssueContent,
  plainOf,
  type ReportHead,
  type ReportParagraph,
  type ReportSection,
  type RichText,
  type TracedPiece,
} from '@servanda/contract';
import { draftOf, elementOf, isRecorded, isSame, type Taken, type Voice } from './draft.rules.ts';
import { bySubjectOf, silenceOf } from './outline.rules.ts';
import type { DossierRecord } from './record.ts';
import { citationIn } from './said.ts';

/** A paragraph as it is kept. */
export interface KeptParagraph {
  id: string;
  elements: string[];
  section: string;
  rank: string;
  place: number;
  isIncluded: boolean;
  agreedText: number | null;
  body: RichText;
  words: number;
  version: number;
  by: string;
  at: string;
  assignee: { id: string; name: string } | null;
  record: Taken | null;
  evidence: TracedPiece[];
  comments: number;
}
export interface Kept {
  head: ReportHead;
  sections: ReportSection[];
  paragraphs: KeptParagraph[];
  before: IssueContent | null;
}

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

/** Every paragraph in reading order, numbered where it is included, with how it stands to the record and to the last issue. */
export function paragraphsOf({ head, sections, paragraphs, before }: Kept, record: DossierRecord): ReportParagraph[] {
  const then = new Map(before?.sections.flatMap((section) => section.paragraphs.map(({ id, body }) => [id, body])) ?? []);
  let number = 0;
  return sections.flatMap(({ key }) =>
    paragraphs
      .filter(({ section }) => section === key)
      .map(({ rank: _, agreedText, record: taken, ...kept }) => {
        const now = kept.elements.length > 0 ? draftOf(kept.elements, record, voiceOf(head)) : null;
        const known = record.elements.filter(({ code }) => kept.elements.includes(code));
        const old = then.get(kept.id);
        return {
          ...kept,
          number: kept.isIncluded ? ++number : null,
          state: agreedText === kept.version ? 'agreed' : 'draft',
          isOutdated: taken !== null && !isSame(taken, now),
          isSilent: known.length > 0 && !known.some(isRecorded),
          news: before === null ? null : old === undefined ? 'new' : same(old, kept.body) ? 'same' : 'changed',
        };
      }),
  );
}

export const voiceOf = ({ kind, language }: Pick<ReportHead, 'kind' | 'language'>): Voice => ({ kind, language });

/** What would be frozen now, of the paragraphs as they stand. */
export function contentOf(kept: Kept, record: DossierRecord, paragraphs = paragraphsOf(kept, record)): IssueContent {
  const { head, sections, before } = kept;
  const included = paragraphs.filter(({ isIncluded }) => isIncluded);
  const ids = new Set(included.map(({ id }) => id));
  const subjects = head.kind === 'article_12' ? bySubjectOf(head.language) : [];
  const { kind: _, ...dossier } = record.head;
  return {
    schema: 'urn:servanda:schema:report-issue:1',
    report: head.id,
    kind: head.kind,
    language: head.language,
    title: head.title,
    wordLimit: head.wordLimit,
    words: wordsOfReport(kept, included),
    dossier,
    catalogueVersion: catalogue.version,
    sections: sections.map((section) => ({
      ...section,
      bySubject: subjects.find((filed) => filed.section === section.guide)?.citations ?? [],
      paragraphs: included
        .filter((paragraph) => paragraph.section === section.key)
        .map(({ id, number, elements, body, evidence, news }) => ({
          id,
          number: number ?? 0,
          elements: elements.map((code) => ({ code, citation: citationIn(elementOf(code)?.citation ?? code, head.language) })),
          body,
          evidence,
          news,
        })),
    })),
    silence: silenceIn(included, record, voiceOf(head)),
    dropped: before?.sections.flatMap(({ paragraphs }) => paragraphs).filter(({ id }) => !ids.has(id)).length ?? 0,
  };
}

/** Headings and the paragraphs that are included. */
const wordsOfReport = ({ head, sections }: Kept, included: ReportParagraph[]): number =>
  included.reduce(
    (sum, { words }) => sum + words,
    sections.reduce((sum, { title }) => sum + countWords(title, head.language), countWords(head.title, head.language)),
  );

function silenceIn(included: ReportParagraph[], record: DossierRecord, voice: Voice) {
  const told = new Set(included.flatMap(({ elements }) => elements));
  const written = new Set(included.filter(({ body, elements }) => !saysNothing(body, elements, record, voice)).flatMap(({ elements }) => elements));
  return silenceOf(record.elements, { told, written }, voice.language);
}

/** Whether a text is no more than the draft that says that nothing is recorded, or empty. */
function saysNothing(body: RichText, elements: string[], record: DossierRecord, voice: Voice): boolean {
  if (plainOf(body).trim() === '') return true;
  const drafted = draftOf(elements, { ...record, elements: record.elements.map((element) => ({ ...element, applies: true, accepted: null })) }, voice);
  return drafted !== null && plainOf(drafted.drafted) === plainOf(body);
}

export const fingerprintOf = (content: IssueContent): string => sha256(canonicalJson(content));

/** Whether two issues say the same: what is new against the issue before is not held against it. */
export function saysTheSame(one: IssueContent, other: IssueContent): boolean {
  const bare = (content: IssueContent) => ({
    ...content,
    dropped: 0,
    sections: content.sections.map((section) => ({ ...section, paragraphs: section.paragraphs.map((paragraph) => ({ ...paragraph, news: null })) })),
  });
  return same(bare(one), bare(other));
}
