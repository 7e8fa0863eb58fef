// In which section what stands, what was filed by subject, and on what a report is silent.
import { catalogue } from '@servanda/catalogue';
import type { ReportKind, ReportLanguage, ReportSection, Silence } from '@servanda/contract';
import { everyElement, isRecorded } from './draft.rules.ts';
import type { RecordedElement } from './record.ts';
import { citationIn, wordsOf } from './said.ts';

/** The order of an alternative report, until its authors choose another: what is done to children first. */
const ownOrder = ['V', 'VI', 'IV', 'VII', 'I'] as const;

/** The sections with which a report begins: the Committee's eight, or an order of one's own. */
export function outlineOf(kind: ReportKind, language: ReportLanguage): ReportSection[] {
  const { sections, own } = wordsOf(language);
  const titles: Record<string, string> = sections;
  if (kind === 'article_12') return catalogue.sections.map(({ code, title }) => ({ key: code, title: titles[code] ?? title, guide: code }));
  return [
    { key: 'introduction', title: own.introduction, guide: null },
    ...ownOrder.map((code) => ({ key: code, title: sections[code], guide: code })),
    { key: 'recommendations', title: own.recommendations, guide: null },
  ];
}

/** Of each section the elements that are filed there by subject, since no heading of the guidelines names them. */
export const bySubjectOf = (language: ReportLanguage): { section: string; citations: string[] }[] =>
  [
    ...Map.groupBy(
      everyElement.filter(({ isNamed }) => !isNamed),
      ({ section }) => section,
    ),
  ].map(([section, elements]) => ({
    section,
    citations: elements.map(({ citation }) => citationIn(citation, language)),
  }));

/** What is not told: what the record is silent on and nobody wrote of, and what it holds but no paragraph that is included is about. */
export function silenceOf(
  recorded: RecordedElement[],
  { told, written }: { told: ReadonlySet<string>; written: ReadonlySet<string> },
  language: ReportLanguage,
): Silence[] {
  return everyElement.flatMap(({ code, citation, section }) => {
    const element = recorded.find((one) => one.code === code);
    if (!element) return [];
    const why = !isRecorded(element) ? (written.has(code) ? null : 'nothing') : told.has(code) ? null : 'left_out';
    return why === null ? [] : [{ element: code, citation: citationIn(citation, language), section, why }];
  });
}
