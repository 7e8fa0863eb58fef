// The status report as a document: every word in its language, in the order in which it is read. One model, whatever is written from it.
import { catalogue } from '@servanda/catalogue';
import type { DocumentLanguage, StatusReport, StatusRow } from '@servanda/contract';
import { Temporal } from 'temporal-polyfill';
import { kinds } from '../../gaps/gaps.rules.ts';
import { annexOf } from './annex.ts';
import { aboutOf, scalesOf } from './back-matter.ts';
import { chartOf, colours, coverageOf, leadOf } from './figures.ts';
import { english, filled, typed } from './said.ts';
import { words as arabic } from './words.ar.ts';
import { words as en, type Words } from './words.en.ts';
import { words as french } from './words.fr.ts';

const wordsOf: Record<DocumentLanguage, Words> = { en, fr: french, ar: arabic };

export type StatusDocument = ReturnType<typeof documentOf>;

/** The document of a report, in a language. */
export function documentOf(report: StatusReport, lang: DocumentLanguage) {
  const words = wordsOf[lang];
  const { dossier, on } = report;
  const said = typed(lang);
  const annex = annexOf(report, words, said);
  const day = Temporal.PlainDate.from(on);
  const chart = chartOf(report.rows, words);
  return {
    lang,
    rtl: lang === 'ar',
    words,
    state: said(dossier.stateName),
    dossier: said(dossier.title),
    organisation: said(dossier.organisation),
    on,
    onWords: day.toLocaleString(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', calendar: 'gregory', numberingSystem: 'latn' }),
    date: [day.year, day.month, day.day],
    cutOff: report.dataCutOff?.slice(0, 16).replace('T', ' ').concat(' UTC') ?? '—',
    version: report.catalogueVersion,
    hash: report.sha256,
    lead: leadOf(report, words),
    chart,
    chartAlt: chart.map((lane) => `${lane.label}: ${lane.parts.map(({ label, count }) => `${label} ${count}`).join(', ')}`).join('; '),
    coverage: coverageOf(report, words),
    articles: articlesOf(report.rows, words, said, annex.numbers),
    annex: annex.pieces,
    scales: scalesOf(words),
    grades: filled(words.grades, { organisation: dossier.organisation }),
    about: aboutOf(report, words, said),
  };
}

type Said = ReturnType<typeof typed>;
function articlesOf(rows: StatusRow[], words: Words, said: Said, numbers: Map<string, string>) {
  return [...Map.groupBy(catalogue.obligations, ({ article }) => article)].map(([article, obligations]) => ({
    head: `${words.article} ${article}`,
    obligations: obligations.map(({ code, citation, title }) => {
      const own = rows.filter((row) => row.obligation === code);
      const alone = (row: StatusRow) => own.length === 1 && row.citation === citation;
      return { citation, title: english(title), elements: own.map((row) => ({ alone: alone(row), ...elementOf(row, words, said, numbers) })) };
    }),
  }));
}

function elementOf(row: StatusRow, words: Words, said: Said, numbers: Map<string, string>) {
  const isAssessed = row.law !== null || row.practice !== null;
  const none = row.applies ? 'not_assessed' : 'not_applicable';
  const period = row.periodFrom || row.periodTo ? `${row.periodFrom ?? '…'} – ${row.periodTo ?? '…'}` : null;
  const fact = (label: string, value: string | null, code = true) => (value === null ? [] : [{ label, value, code }]);
  return {
    citation: row.citation,
    title: english(row.title),
    assessed: isAssessed,
    verdicts: [
      { lane: words.laneOf.law, label: words.law[row.law ?? none], ...proofOf(row.law !== null, row.lawProof, words), colour: colours[row.law ?? none] },
      {
        lane: words.laneOf.practice,
        label: words.practice[row.practice ?? none],
        ...proofOf(row.practice !== null, row.practiceProof, words),
        colour: colours[row.practice ?? none],
      },
    ],
    ground: row.applies || !row.ground ? said('') : { ...said(row.groundReason || ''), ...(row.groundReason ? {} : { ...said(words.ground[row.ground]) }) },
    facts: [
      ...fact(words.asOf, row.asOf),
      ...fact(words.period, period),
      ...fact(words.reviewState, isAssessed && row.reviewStatus ? words.review[row.reviewStatus] : null, false),
    ],
    reasons: [row.reasons, row.qualifierNote]
      .flatMap((text) => text.split(/\n+/))
      .filter((part) => part !== '')
      .map(said),
    evidence: row.evidence.map((piece) => ({
      number: numbers.get(piece.id) ?? '',
      title: said(piece.title),
      citation: said(piece.citation),
      pinpoint: said(piece.pinpoint),
      date: piece.datedOn ?? '—',
      stance: words[piece.stance],
      old: piece.isOutOfDate,
    })),
    gaps: row.gaps.map((gap) => ({ gap: words.gap[gap], step: words.step[kinds[gap].next] })),
  };
}

const proofOf = (isAssessed: boolean, proof: StatusRow['lawProof'], words: Words) => ({ proof: isAssessed ? words.proof[proof] : '' });
