// What the Word document says, from the same model as the PDF.
import { type Paragraph, type Table, TableOfContents } from 'docx';
import type { StatusDocument } from './document.ts';
import type { Parts, Piece } from './docx-parts.ts';

const code = (text: string | number) => ({ code: String(text) });
type Block = Paragraph | Table | TableOfContents;

export function bodyOf(d: StatusDocument, parts: Parts): Block[] {
  const { paragraph, heading, table } = parts;
  const w = d.words;
  const page = { pageBreakBefore: true };
  return [
    ...coverOf(d, parts),
    paragraph([w.contents], { style: 'ContentsHeading', ...page }),
    new TableOfContents(w.contents, { hyperlink: true, headingStyleRange: '1-2' }),
    paragraph([w.update], { style: 'Small' }),
    heading(0, [w.summary], page),
    paragraph([d.lead]),
    paragraph([w.lanes]),
    paragraph([w.chart], { style: 'Caption', keepNext: true }),
    ...d.chart.flatMap(({ label, parts: bars }) => [barsOf(label, bars, d, parts), paragraph([''])]),
    heading(0, [w.coverage], page),
    table(
      [w.article, w.lane, w.applicable, w.count.assessed, w.count.claimed, w.count.evidenced, w.count.verified],
      d.coverage.map(({ head, lane, counts }) => [[head], [lane], ...counts.map((count) => [code(count)])]),
      [2, 2, 1.5, 1.5, 1.5, 1.7, 1.7],
    ),
    heading(0, [w.obligations], page),
    ...d.articles.flatMap(({ head, obligations }) => [heading(1, [head]), ...obligations.flatMap((obligation) => obligationOf(obligation, d, parts))]),
    heading(0, [w.annex], page),
    d.annex.length === 0
      ? paragraph([w.nothingCited])
      : table(
          [w.number, w.piece, w.kind, w.date, w.citedUnder],
          d.annex.map((p) => [[code(p.number)], filledOnes([p.title, p.originator, p.citation]), [p.kind], [code(p.date)], [code(p.under)]]),
          [0.8, 4, 1.4, 1.4, 1.8],
        ),
    heading(0, [w.method], page),
    ...d.scales.flatMap(({ head, rows }) => [
      heading(1, [head]),
      table(
        [w.verdict, w.meaning],
        rows.map(({ label, meaning }) => [[label], [meaning]]),
        [1, 3],
      ),
    ]),
    paragraph([`${d.grades} ${w.unranked}`], { spacing: { before: 240 } }),
    heading(0, [w.about]),
    table(
      [w.kind, w.meaning],
      d.about.map(({ label, value, code: isCode }) => [[label], [isCode ? code(value.text) : value]]),
      [1, 2],
    ),
    paragraph([w.hashHint], { style: 'Small' }),
  ];
}

const filledOnes = (pieces: { text: string; rtl: boolean; lang: string }[]): Piece[] => pieces.filter(({ text }) => text !== '');

function coverOf(d: StatusDocument, { paragraph }: Parts): Block[] {
  const w = d.words;
  return [
    paragraph([d.organisation], { spacing: { after: 2600 } }),
    paragraph([w.title], { style: 'Title' }),
    paragraph([d.state], {}, { size: 36, bold: true }),
    paragraph([w.treatyName], { spacing: { after: 3000 } }, { size: 24, color: '55616F' }),
    paragraph([w.classification], {}, { bold: true, color: '12355B' }),
    paragraph([`${w.asOf}: `, d.onWords]),
    paragraph([`${w.dataCutOff}: `, code(d.cutOff)]),
    paragraph([`${w.dossier}: `, d.dossier]),
    paragraph([`${w.version}: `, code(d.version)]),
  ];
}

/** The chart as a table whose bars are drawn with signs: it can be edited, and read out by its numbers. */
function barsOf(label: string, bars: StatusDocument['chart'][number]['parts'], d: StatusDocument, { table }: Parts): Table {
  const most = Math.max(...bars.map(({ count }) => count));
  return table(
    [label, d.words.elements, ''],
    bars.map((bar) => [[bar.label], [code(bar.count)], ['█'.repeat(Math.max(1, Math.round((bar.count / most) * 24)))]]),
    [3, 1.2, 5],
  );
}

type Obligation = StatusDocument['articles'][number]['obligations'][number];
function obligationOf({ citation, title, elements }: Obligation, d: StatusDocument, parts: Parts): Block[] {
  const { paragraph, heading, table } = parts;
  const w = d.words;
  return [
    heading(2, [code(citation), ' ', title]),
    ...elements.flatMap((e): Block[] => [
      ...(e.alone ? [] : [heading(3, [code(e.citation), ' ', e.title])]),
      ...e.verdicts.map((v) => paragraph([`${v.lane}: ${v.label}${v.proof === '' ? '' : ` · ${v.proof}`}`], { keepNext: true }, { bold: true })),
      ...filledOnes([e.ground]).map((ground) => paragraph([ground])),
      ...(e.facts.length === 0
        ? []
        : [
            paragraph(
              e.facts.flatMap((f, at): Piece[] => [`${at ? ' · ' : ''}${f.label}: `, f.code ? code(f.value) : f.value]),
              { style: 'Small' },
            ),
          ]),
      ...e.reasons.map((said) => paragraph([said], { style: 'Reasons', bidirectional: said.rtl })),
      ...(e.evidence.length > 0
        ? [
            table(
              [w.number, w.evidence, w.date, w.verdict],
              e.evidence.map((p) => [
                [code(p.number)],
                filledOnes([p.title, p.citation, p.pinpoint]),
                [code(p.date)],
                [p.old ? `${p.stance} · ${w.outOfDate}` : p.stance],
              ]),
              [0.8, 5, 1.4, 1.8],
            ),
          ]
        : e.assessed
          ? [paragraph([w.noEvidence], { style: 'Small' })]
          : []),
      ...(e.gaps.length === 0
        ? []
        : [
            paragraph([''], { style: 'Small' }),
            table(
              [w.gaps, w.next],
              e.gaps.map(({ gap, step }) => [[gap], [step]]),
              [1, 1],
            ),
          ]),
    ]),
  ];
}
