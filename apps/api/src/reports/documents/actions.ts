// What is to be done next: what closes the gaps, by who answers for it; what is asked and outstanding; the dates of the treaty.
import type { DocumentLanguage, GapKind, Responsible, StatusReport, StatusRow } from '@servanda/contract';
import { GapKind as Kinds } from '@servanda/contract';
import { kinds } from '../../gaps/gaps.rules.ts';
import { type ActionWords, actionWords } from './actions.words.ts';
import { places } from './citations.ts';
import { dayIn, dayInWords } from './days.ts';
import { type Block, type Cell, code, heading, type Line, own, type Run, table, text } from './model.ts';
import { filled, type Typed, typed } from './said.ts';
import type { Words } from './words.en.ts';
import { wordsOf } from './words.ts';

/** One step for several elements, all of whom the same body or post answers for. */
export interface Action {
  gap: GapKind;
  responsible: Responsible | null;
  rows: StatusRow[];
}

/** As it is told: a body whichever of its members holds the element. */
const sameAs = (of: Responsible | null): string => (of === null ? '' : (of.body ?? `\n${of.role}`));

/** By who answers for it, in the order of the treaty, those given to nobody last; the most pressing step first. */
export function actionsIn(rows: StatusRow[]): Action[] {
  const byWhom = [...Map.groupBy(rows, ({ responsible }) => sameAs(responsible)).values()];
  const given = byWhom.toSorted((a, b) => Number(a[0]?.responsible === null) - Number(b[0]?.responsible === null));
  return given.flatMap((of) =>
    Kinds.options
      .map((gap) => ({ gap, responsible: of[0]?.responsible ?? null, rows: of.filter(({ gaps }) => gaps.includes(gap)) }))
      .filter((action) => action.rows.length > 0),
  );
}

/** A body by its name, a member by the role: reports name no persons. */
export function whoIn(of: Responsible | null, words: ActionWords, said: Typed): Run {
  if (of === null) return own(words.nobody);
  return of.body === null ? own(of.role ? words.member[of.role] : words.formerMember) : said(of.body);
}

/** How many gaps are open and how many requests outstanding. */
export function leadOfActions({ rows, requests }: StatusReport, lang: DocumentLanguage): string {
  const words = wordsOf[lang];
  const open = rows.filter(({ gaps }) => gaps.length > 0);
  const gaps = open.reduce((sum, row) => sum + row.gaps.length, 0);
  const ofGaps = gaps === 0 ? words.noGaps : filled(words.gapLead, { gaps, elements: open.length, all: rows.length });
  return `${ofGaps} ${filled(actionWords[lang].lead, { requests: requests.length, overdue: requests.filter(({ isOverdue }) => isOverdue).length })}`;
}

/** The next dates in one line, for a document of two pages. */
export function datesLine({ dates }: StatusReport, lang: DocumentLanguage): Line {
  const words = actionWords[lang];
  const { colon } = wordsOf[lang];
  const told = dates.flatMap(
    ({ kind, on }, at): Line => [own(`${at === 0 ? '' : ' · '}${words.date[kind]}${colon}`), own(on ? dayInWords(on, lang) : words.notSet)],
  );
  return dates.length === 0 ? [own(words.noDates)] : [{ ...own(`${words.dates}${colon}`), strong: true }, ...told];
}

/** The step over the gap that it closes. */
export const stepOf = (gap: GapKind, words: Words): Cell => [[{ ...own(words.step[kinds[gap].next]), strong: true }], [own(words.gap[gap])]];

/** What is asked of whom and by which day, as a table; a sentence where nothing is. */
export function requestsOf({ requests }: StatusReport, lang: DocumentLanguage): Block[] {
  const words = actionWords[lang];
  const said = typed(lang);
  if (requests.length === 0) return [text([own(words.noRequests)])];
  const rows = requests.map(({ dueOn, citation, wanted, of, state, isOverdue }): Cell[] => [
    [[dayIn(dueOn, lang)]],
    [[places([citation], lang)]],
    [[said(wanted)]],
    [[whoIn(of, words, said)]],
    [[own(isOverdue ? `${words.state[state]} · ${words.overdue}` : words.state[state])]],
  ]);
  return [table([words.due, wordsOf[lang].element, words.wanted, words.askedOf, words.standing], rows, [1.6, 1.5, 3.8, 2.2, 2.2])];
}

/** The dates of the treaty and of the dossier, as a table; a sentence where there are none. */
export function datesOf({ dates }: StatusReport, lang: DocumentLanguage): Block[] {
  const words = actionWords[lang];
  const said = typed(lang);
  if (dates.length === 0) return [text([own(words.noDates)])];
  const rows = dates.map(({ kind, on, source, isPast }): Cell[] => [
    [on ? [dayIn(on, lang)] : [own(words.notSet)], ...(isPast ? [[own(words.past)]] : [])],
    [[own(words.date[kind])], ...(source ? [[said(source)]] : [])],
  ]);
  return [table([wordsOf[lang].date, words.event], rows, [1.6, 5])];
}

/** The whole part, under a heading that stands already. */
export function actionsOf(report: StatusReport, lang: DocumentLanguage): Block[] {
  const words = actionWords[lang];
  const said = typed(lang);
  const steps = actionsIn(report.rows).map(({ gap, responsible, rows }, at, all): Cell[] => [
    at > 0 && sameAs(all[at - 1]?.responsible ?? null) === sameAs(responsible) ? [] : [[{ ...whoIn(responsible, words, said), strong: true }]],
    stepOf(gap, wordsOf[lang]),
    [
      [
        places(
          rows.map(({ citation }) => citation),
          lang,
        ),
      ],
    ],
  ]);
  return [
    text([own(leadOfActions(report, lang))], 'lead'),
    ...(steps.length > 0
      ? [heading(2, [own(words.byWhom)]), table([words.who, words.what, wordsOf[lang].elements], steps, [2.4, 3, 4])]
      : [text([own(wordsOf[lang].noGaps)])]),
    ...[heading(2, [own(words.requests)]), ...requestsOf(report, lang)],
    ...[heading(2, [own(words.dates)]), ...datesOf(report, lang)],
  ];
}

/** Who has how much to do, and what presses most of it, for a document of two pages. */
export function whoseOf({ rows }: StatusReport, lang: DocumentLanguage, most: number): Block[] {
  const words = actionWords[lang];
  const byWhom = [...Map.groupBy(actionsIn(rows), ({ responsible }) => sameAs(responsible)).values()].slice(0, most);
  const told = byWhom.flatMap((all): Cell[][] => {
    const first = all[0];
    if (!first) return [];
    const gaps = all.reduce((sum, action) => sum + action.rows.length, 0);
    return [[[[whoIn(first.responsible, words, typed(lang))]], [[code(gaps)]], stepOf(first.gap, wordsOf[lang])]];
  });
  return told.length === 0 ? [] : [table([words.who, wordsOf[lang].gaps, wordsOf[lang].pressing], told, [4, 1.2, 4], [1])];
}
