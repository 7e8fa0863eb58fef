// What a paragraph says when it is drafted from the record. Pure: the same record gives the same words, so that a later draft shows what has changed.
import { canonicalJson, catalogue, sha256 } from '@servanda/catalogue';
import type { ReportKind, ReportLanguage, RichBlock, RichText } from '@servanda/contract';
import { dayInWords } from '../documents/days.ts';
import { filled } from '../documents/said.ts';
import type { DossierRecord, RecordedElement } from './record.ts';
import { citationIn, wordsOf } from './said.ts';

/** How a report speaks. */
export interface Voice {
  kind: ReportKind;
  language: ReportLanguage;
}
/** What was taken in of the record with a paragraph. */
export interface Taken {
  drafted: RichText;
  evidence: { element: string; id: string; pinpoint: string }[];
}

const elements = new Map(
  catalogue.obligations.flatMap((obligation) =>
    obligation.elements.map((element) => [element.code, { ...element, section: obligation.section, isNamed: obligation.sectionNamed }]),
  ),
);
/** An element of the catalogue with the section of the guidelines that it is filed under. */
export const elementOf = (code: string) => elements.get(code);
export const everyElement = [...elements.values()];

const paragraph = (text: string, head?: string): RichBlock => ({
  type: 'paragraph',
  content: [...(head === undefined ? [] : [{ type: 'text' as const, text: `${head} `, marks: [{ type: 'bold' as const }] }]), { type: 'text', text }],
});
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whether the record has anything accepted of an element, or a reason why it does not apply. */
export const isRecorded = ({ applies, accepted }: RecordedElement): boolean => !applies || accepted !== null;

function verdictsOf({ accepted }: RecordedElement, { kind, language }: Voice, organisation: string): string {
  if (!accepted) return '';
  const words = wordsOf(language);
  const { law, practice, asOf, periodFrom, periodTo } = accepted;
  const day = (of: string | null) => (of === null ? '' : dayInWords(of, language));
  const when = periodFrom && periodTo ? words.period : periodFrom ? words.since : periodTo ? words.until : '';
  return [
    ...(law === null
      ? []
      : [filled(words.law[kind], { organisation, verdict: words.lawIs[law], when: asOf === null ? '' : filled(words.asOf, { day: day(asOf) }) })]),
    ...(practice === null
      ? []
      : [
          filled(words.practice[kind], { organisation, verdict: words.practiceIs[practice], when: filled(when, { from: day(periodFrom), to: day(periodTo) }) }),
        ]),
  ]
    .map((sentence) => sentence.replace(/\.\.$/, '.'))
    .join(' ');
}

function blocksOf(recorded: RecordedElement, voice: Voice, organisation: string): RichBlock[] {
  const words = wordsOf(voice.language);
  const citation = citationIn(elementOf(recorded.code)?.citation ?? recorded.code, voice.language);
  if (!recorded.applies && recorded.ground) {
    const sentence = filled(words.notApplicable, { citation, ground: words.grounds[recorded.ground] });
    return [paragraph(sentence), ...linesOf(recorded.groundReason ?? '').map((line) => paragraph(line))];
  }
  if (!recorded.accepted) return [paragraph(filled(words.nothing, { citation }))];
  const { reasons, qualifierNote } = recorded.accepted;
  return [
    paragraph(verdictsOf(recorded, voice, organisation), `${citation}${voice.language === 'zh' ? '。' : '.'}`),
    ...[...linesOf(reasons), ...linesOf(qualifierNote)].map((line) => paragraph(line)),
  ];
}

/** What the record says on some elements; null where none of them is known to the dossier. */
export function draftOf(codes: string[], { head, elements: recorded }: DossierRecord, voice: Voice): Taken | null {
  const found = codes.flatMap((code) => recorded.filter((element) => element.code === code));
  if (found.length === 0) return null;
  return {
    drafted: { type: 'doc', content: found.flatMap((element) => blocksOf(element, voice, head.organisation)) },
    evidence: found.flatMap(({ code, evidence }) => evidence.map(({ id, pinpoint }) => ({ element: code, id, pinpoint }))),
  };
}

/** The paragraph with which a report begins. */
export const introOf = ({ head }: DossierRecord, { kind, language }: Voice): RichText => ({
  type: 'doc',
  content: [paragraph(filled(wordsOf(language).intro[kind], { state: head.stateName, organisation: head.organisation }))],
});

/** Whether two drafts say the same. */
export const isSame = (one: Taken | null, other: Taken | null): boolean => sha256(canonicalJson(one)) === sha256(canonicalJson(other));
