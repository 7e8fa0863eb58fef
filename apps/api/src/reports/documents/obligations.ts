// The 37 obligations one by one: their elements with verdicts, reasons, evidence, gaps and what comes next.
import { catalogue } from '@servanda/catalogue';
import type { DocumentLanguage, StatusRow } from '@servanda/contract';
import { lawOf, practiceOf } from '../../assessments/verdicts.ts';
import { kinds } from '../../gaps/gaps.rules.ts';
import { whoIn } from './actions.ts';
import { actionWords } from './actions.words.ts';
import { entitled } from './citations.ts';
import { dayIn, dayInWords, spanOf } from './days.ts';
import { lawTones, practiceTones } from './figures.ts';
import { type Block, code, heading, type Line, own, table, text, type Verdict } from './model.ts';
import { filled, type Typed } from './said.ts';
import type { Words } from './words.en.ts';

interface Telling {
  words: Words;
  said: Typed;
  lang: DocumentLanguage;
  /** Numbers of the pieces in the annex. */
  numbers: Map<string, string>;
}

export const obligationsOf = (rows: StatusRow[], telling: Telling): Block[] =>
  [...Map.groupBy(catalogue.obligations, ({ article }) => article)].flatMap(([article, obligations]) => [
    heading(2, [own(filled(telling.words.articleOf, { article }))]),
    ...obligations.flatMap(({ code: obligation, citation, title }) => {
      const under = rows.filter((row) => row.obligation === obligation);
      const isAlone = (row: StatusRow) => under.length === 1 && row.citation === citation;
      const head = (row: StatusRow) => (isAlone(row) ? [] : [heading(4, entitled(row, telling.lang))]);
      return [heading(3, entitled({ citation, title }, telling.lang)), ...under.flatMap((row) => [...head(row), ...elementOf(row, telling)])];
    }),
  ]);

/** The two verdicts of an element, each with how far it is proven. */
export function verdictsOf(row: StatusRow, words: Words): Verdict[] {
  const law = lawOf(row);
  const practice = practiceOf(row);
  return [
    { lane: words.laneOf.law, label: words.law[law], proof: row.applies && row.law ? words.proof[row.lawProof] : '', tone: lawTones[law] },
    {
      lane: words.laneOf.practice,
      label: words.practice[practice],
      proof: row.applies && row.practice ? words.proof[row.practiceProof] : '',
      tone: practiceTones[practice],
    },
  ];
}

function elementOf(row: StatusRow, telling: Telling): Block[] {
  const { words, said } = telling;
  const isAssessed = row.law !== null || row.practice !== null;
  const reasons = [row.reasons, row.qualifierNote].flatMap((part) => part.split(/\n+/)).filter((part) => part.trim() !== '');
  const ground = row.applies || !row.ground ? null : row.groundReason ? said(row.groundReason) : own(words.ground[row.ground]);
  const facts = factsOf(row, isAssessed, telling);
  return [
    { is: 'verdicts', of: verdictsOf(row, words) },
    ...(ground ? [text([ground])] : []),
    ...(facts.length > 0 ? [text(facts, 'small')] : []),
    ...(reasons.length > 0 ? reasons.map((part) => text([said(part)], 'quote')) : isAssessed ? [text([own(words.noReasons)], 'small')] : []),
    ...(row.evidence.length > 0 ? [evidenceOf(row, telling)] : isAssessed ? [text([own(words.noEvidence)], 'small')] : []),
    ...(row.gaps.length > 0
      ? [
          table(
            [words.gaps, words.next],
            row.gaps.map((gap) => [[[own(words.gap[gap])]], [[own(words.step[kinds[gap].next])]]]),
            [1, 1],
          ),
        ]
      : []),
  ];
}

function factsOf(row: StatusRow, isAssessed: boolean, { words, said, lang }: Telling): Line {
  const fact = (label: string) => own(`${label}${words.colon}`);
  const facts: Line[] = [
    ...(row.asOf ? [[fact(words.asOf), own(dayInWords(row.asOf, lang))]] : []),
    ...(row.periodFrom || row.periodTo ? [[fact(words.period), own(spanOf(row.periodFrom, row.periodTo, words, lang))]] : []),
    ...(isAssessed && row.reviewStatus ? [[fact(words.reviewState), own(words.review[row.reviewStatus])]] : []),
    ...(row.applies && row.responsible ? [[fact(actionWords[lang].who), whoIn(row.responsible, actionWords[lang], said)]] : []),
  ];
  return facts.flatMap((told, at) => (at === 0 ? told : [own(' · '), ...told]));
}

const evidenceOf = (row: StatusRow, { words, said, lang, numbers }: Telling): Block =>
  table(
    [words.number, words.evidence, words.date, words.bearing],
    row.evidence.map((piece) => [
      [[code(numbers.get(piece.id) ?? '')]],
      [piece.title, piece.citation, piece.pinpoint].filter((part) => part !== '').map((part) => [said(part)]),
      [[dayIn(piece.datedOn, lang)]],
      [[own(piece.isOutOfDate ? `${words[piece.stance]} · ${words.outOfDate}` : words[piece.stance])]],
    ]),
    [0.7, 4.9, 1.6, 1.8],
  );
