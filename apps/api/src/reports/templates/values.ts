// What the placeholders of a template stand for: the status report in words of one language, as plain text.
import type { DocumentLanguage, StatusReport, StatusRow } from '@servanda/contract';
import { GapKind } from '@servanda/contract';
import { kinds } from '../../gaps/gaps.rules.ts';
import { citationIn } from '../composer/said.ts';
import { piecesOf } from '../documents/annex.ts';
import { places } from '../documents/citations.ts';
import { dayIn, dayInWords, momentIn, spanOf } from '../documents/days.ts';
import { leadOf } from '../documents/figures.ts';
import type { Manner } from '../documents/frame.ts';
import { verdictsOf } from '../documents/obligations.ts';
import { filled } from '../documents/said.ts';
import type { Words } from '../documents/words.en.ts';
import { wordsOf } from '../documents/words.ts';
import type { Filling } from './fill.ts';

type Piece = StatusRow['evidence'][number];
interface Telling {
  lang: DocumentLanguage;
  words: Words;
  /** Left to right wherever it stands. */
  iso: (text: string | number) => string;
  numbers: Map<string, string>;
}

/** By the names of the contract's `templateValues`; a draft says so beside its confidentiality. */
export function valuesOf(report: StatusReport, { lang, isDraft }: Manner): Filling {
  const words = wordsOf[lang];
  const iso = (text: string | number) => (lang === 'ar' && String(text) !== '' ? `\u200e${text}\u200e` : String(text));
  const pieces = piecesOf(report);
  const telling: Telling = { lang, words, iso, numbers: new Map(pieces.map(({ number, piece }) => [piece.id, number])) };
  const mark = words.marks[report.classification];
  const gaps = GapKind.options.flatMap((gap) => report.rows.filter((row) => row.gaps.includes(gap)).map((row) => ({ gap, row })));
  const { law, practice } = report.coverage.overall;
  const elements = report.rows.map((row) => elementOf(row, telling));
  const byArticle = [...Map.groupBy(report.rows, ({ article }) => article)];
  return {
    ...{ report: words.titles.status, state: report.dossier.stateName, treaty: words.treatyName, treaty_short: words.shortTreaty },
    ...{ organisation: report.dossier.organisation, dossier: report.dossier.title, day: dayInWords(report.on, lang), day_iso: iso(report.on) },
    data_cut_off: report.dataCutOff
      ? momentIn(report.dataCutOff, lang)
          .map(({ as, text }) => (as === 'code' ? iso(text) : text))
          .join('')
      : words.noData,
    confidentiality: isDraft ? `${words.draft} · ${mark}` : mark,
    summary: leadOf(report, words),
    ...{ elements_total: iso(report.rows.length), elements_applicable: iso(law.applicable), gaps_total: iso(gaps.length) },
    ...{ restricted_left_out: iso(report.restrictedEvidenceLeftOut), catalogue_version: iso(report.catalogueVersion), hash: iso(report.sha256) },
    ...{ law_assessed: iso(law.assessed), law_met: iso(law.claimed), law_evidenced: iso(law.evidenced), law_verified: iso(law.verified) },
    ...{ practice_assessed: iso(practice.assessed), practice_met: iso(practice.claimed) },
    ...{ practice_evidenced: iso(practice.evidenced), practice_verified: iso(practice.verified) },
    elements,
    articles: byArticle.map(([article, rows]) => ({ article: filled(words.articleOf, { article }), elements: rows.map((row) => elementOf(row, telling)) })),
    gaps: gaps.map(({ gap, row }) => ({ ...gapOf(gap, words), ...headOf(row, telling) })),
    annex: pieces.map(({ number, piece, under }) => ({
      ...pieceOf(number, piece, telling),
      cited_under: places(under, lang).text,
    })),
  };
}

const gapOf = (gap: GapKind, words: Words) => ({ gap: words.gap[gap], next_step: words.step[kinds[gap].next] });

function headOf(row: StatusRow, { words, lang }: Telling) {
  const [law, practice] = verdictsOf(row, words);
  return { citation: citationIn(row.citation, lang), element_title: row.title, law: law?.label ?? '', practice: practice?.label ?? '' };
}

function elementOf(row: StatusRow, telling: Telling): Filling {
  const { words, lang, numbers } = telling;
  const [law, practice] = verdictsOf(row, words);
  const isAssessed = row.law !== null || row.practice !== null;
  return {
    ...headOf(row, telling),
    ...{ law_proof: law?.proof ?? '', practice_proof: practice?.proof ?? '', reasons: row.reasons, note: row.qualifierNote },
    as_of: row.asOf ? dayInWords(row.asOf, lang) : '',
    period: spanOf(row.periodFrom, row.periodTo, words, lang),
    review: isAssessed && row.reviewStatus ? words.review[row.reviewStatus] : '',
    ground: row.applies || !row.ground ? '' : (row.groundReason ?? words.ground[row.ground]),
    evidence: row.evidence.map((piece) => ({
      ...pieceOf(numbers.get(piece.id) ?? '', piece, telling),
      ...{ pinpoint: piece.pinpoint, stance: piece.isOutOfDate ? `${words[piece.stance]} · ${words.outOfDate}` : words[piece.stance] },
    })),
    element_gaps: row.gaps.map((gap) => gapOf(gap, words)),
  };
}

const pieceOf = (number: string, piece: Piece, { words, lang, iso }: Telling) => ({
  ...{ piece_number: iso(number), piece_title: piece.title, piece_citation: piece.citation, originator: piece.originator },
  ...{ piece_kind: words.evidenceKind[piece.kind], piece_date: dayIn(piece.datedOn, lang).text },
});
