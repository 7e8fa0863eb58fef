import type { ReportParagraph, WorkingReport } from '@servanda/contract';

/** The working copy with one paragraph as it was answered; its words are counted anew, the rest waits for the next answer. */
export function withParagraph(working: WorkingReport, answer: ReportParagraph): WorkingReport {
  const before = working.paragraphs.find(({ id }) => id === answer.id);
  const words = ({ isIncluded, words: count }: ReportParagraph) => (isIncluded ? count : 0);
  return {
    ...working,
    words: working.words + words(answer) - (before ? words(before) : 0),
    paragraphs: working.paragraphs.map((paragraph) => (paragraph.id === answer.id ? answer : paragraph)),
  };
}
