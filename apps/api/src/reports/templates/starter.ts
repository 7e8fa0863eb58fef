// A template to begin with: every list and most values, in a plain letter of its own, to be written in with Word or LibreOffice.
import type { DocumentLanguage } from '@servanda/contract';
import { Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { partsOf } from '../documents/docx-parts.ts';
import { own } from '../documents/model.ts';
import { steady } from '../documents/steady-package.ts';
import { wordsOf } from '../documents/words.ts';

const soft = { size: 17, color: '55616F' };
const made = '2026-01-01T00:00:00Z';
const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' };

/** The same bytes each time. */
export async function starterTemplate(lang: DocumentLanguage): Promise<Buffer> {
  const words = wordsOf[lang];
  const rtl = lang === 'ar';
  const { paragraph, heading, table, gap } = partsOf(rtl, 9070);
  const line = (text: string, more: object = {}, look: object = {}) => paragraph([own(text)], more, look);
  const cells = (...texts: string[]) => texts.map((text) => [[own(text)]]);
  const evidence = cells('{#evidence}{piece_number}', '{piece_title}, {piece_citation} {pinpoint}', '{piece_date}', '{stance}{/evidence}');
  const annex = cells('{#annex}{piece_number}', '{piece_title} – {originator}', '{piece_kind}', '{piece_date}', '{cited_under}{/annex}');
  const gaps = cells('{#gaps}{citation} {element_title}', '{gap}', '{next_step}{/gaps}');
  const document = new Document({
    title: words.titles.status,
    creator: 'Servanda',
    lastModifiedBy: 'Servanda',
    styles: {
      default: {
        document: { run: { font, size: 21 }, paragraph: { spacing: { after: 100, line: 264, lineRule: 'auto' } } },
        title: { run: { size: 52, bold: true, font } },
        heading1: { run: { size: 32, bold: true, font }, paragraph: { spacing: { before: 300, after: 110 }, keepNext: true } },
        heading2: { run: { size: 24, bold: true, font }, paragraph: { spacing: { before: 260, after: 90 }, keepNext: true } },
        heading3: { run: { size: 21, bold: true, font }, paragraph: { spacing: { before: 200, after: 60 }, keepNext: true } },
      },
      paragraphStyles: [
        {
          id: 'TableText',
          name: 'Table Text',
          basedOn: 'Normal',
          run: { size: 18 },
          paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: 'auto' } },
        },
        { id: 'Small', name: 'Small', basedOn: 'Normal', run: soft },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1400, bottom: 1300, left: 1418, right: 1418 } } },
        headers: { default: new Header({ children: [line('{state} · {treaty_short} · {confidentiality}', {}, soft)] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                bidirectional: rtl,
                children: [
                  new TextRun({ children: ['{organisation} · {day_iso} · ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], rightToLeft: rtl, ...soft }),
                ],
              }),
            ],
          }),
        },
        children: [
          line('{report}', { heading: HeadingLevel.TITLE }),
          line('{state}', {}, { bold: true, size: 30 }),
          line('{treaty}'),
          line(`${words.asOf}: {day}. ${words.dataCutOff}: {data_cut_off}. ${words.dossier}: {dossier}.`, { style: 'Small' }),
          heading(1, [own(words.summary)]),
          line('{summary}'),
          heading(1, [own(words.gaps)]),
          table([words.element, words.gaps, words.next], [gaps], [4, 2.4, 2.4]),
          gap(),
          heading(1, [own(words.obligations)]),
          line('{#articles}'),
          heading(2, [own('{article}')]),
          line('{#elements}'),
          heading(3, [own('{citation} {element_title}')]),
          line(`${words.laneOf.law}: {law} {law_proof} · ${words.laneOf.practice}: {practice} {practice_proof}`, {}, { bold: true }),
          line('{reasons}'),
          table([words.number, words.evidence, words.date, words.verdict], [evidence], [0.8, 5, 1.4, 1.8]),
          gap(),
          line('{/elements}'),
          line('{/articles}'),
          heading(1, [own(words.annex)]),
          table([words.number, words.piece, words.kind, words.date, words.citedUnder], [annex], [0.8, 4, 1.4, 1.4, 1.8]),
          gap(),
          line(`${words.restricted}: {restricted_left_out}. ${words.version}: {catalogue_version}. ${words.hash}: {hash}`, { style: 'Small' }),
        ],
      },
    ],
  });
  return steady(await Packer.toBuffer(document), made, rtl);
}
