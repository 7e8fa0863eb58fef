// Writes the Word document: styles, page furniture and language, and the same bytes for the same input.
import { AlignmentType, BorderStyle, Document, Footer, Header, LevelFormat, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { bodyOf, inkOf } from './docx-body.ts';
import { partsOf } from './docx-parts.ts';
import { picturesOf, watermarkOf } from './docx-pictures.ts';
import { type DocumentModel, markOf, own } from './model.ts';
import { cleanText } from './printable.ts';
import { steady } from './steady-package.ts';
import { tagOf } from './words.ts';

const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' };
const headingStyle = (size: number, before: number, color: string) => ({
  run: { size, bold: true, color, font },
  paragraph: { spacing: { before, after: 110 }, keepNext: true },
});

/** Twentieths of a point. The sides are wider on A3, whose lines would else be too long to be read. */
const papers = {
  a4: { width: 11906, height: 16838, side: 1418, text: 21 },
  letter: { width: 12240, height: 15840, side: 1418, text: 21 },
  a3: { width: 16838, height: 23811, side: 1928, text: 24 },
};

/** A3 across. */
const wide = { width: 16838, height: 23811, side: 907, text: 21 };

export async function docxOf(d: DocumentModel): Promise<Buffer> {
  const ink = inkOf(d);
  const { side, text, ...paper } = d.isWide ? wide : papers[d.style.paper];
  // The library itself lays a sheet across.
  const size = d.isWide ? { ...paper, orientation: PageOrientation.LANDSCAPE } : paper;
  const parts = partsOf(d.rtl, (d.isWide ? paper.height : paper.width) - 2 * side, await picturesOf(d.blocks, d.rtl));
  const w = d.furniture;
  const written = new Map<string, Buffer>();
  const body = bodyOf(d, parts, written);
  const small = { size: 16, color: '55616F' };
  const behind = (number: number) => {
    if (d.watermark === null) return [];
    const paragraph = new Paragraph({ bidirectional: d.rtl });
    paragraph.addChildElement(watermarkOf(d.watermark, number));
    return [paragraph];
  };
  const document = new Document({
    title: cleanText(`${w.title} – ${d.state.text}`),
    subject: w.treatyName,
    creator: cleanText(d.organisation.text),
    lastModifiedBy: cleanText(d.organisation.text),
    styles: {
      default: {
        document: {
          run: {
            font,
            size: text,
            language: { value: d.lang === 'ar' || d.lang === 'zh' ? 'en-GB' : tagOf[d.lang], eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
          },
          paragraph: { spacing: { after: 100, line: 264, lineRule: 'auto' } },
        },
        title: { run: { size: 64, bold: true, color: ink, font } },
        heading1: headingStyle(36, 300, ink),
        heading2: headingStyle(26, 300, ink),
        heading3: headingStyle(22, 260, '1C2733'),
        heading4: headingStyle(20, 200, '33404E'),
      },
      paragraphStyles: [
        {
          id: 'TableText',
          name: 'Table Text',
          basedOn: 'Normal',
          run: { size: 18 },
          paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: 'auto' } },
        },
        {
          id: 'Quoted',
          name: 'Quoted',
          basedOn: 'Normal',
          paragraph: { indent: { start: 220 }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'C9D0D8', space: 8 } } },
        },
        { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 24 } },
        { id: 'Small', name: 'Small', basedOn: 'Normal', run: small },
        { id: 'ContentsHeading', name: 'Contents Heading', basedOn: 'Normal', run: { size: 36, bold: true, color: ink } },
        { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { size: 18, bold: true, color: '33404E' } },
      ],
    },
    footnotes: parts.footnotes,
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: { paragraph: { indent: { start: 480, hanging: 360 } } } }],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: d.cover !== null,
          page: { size, margin: { top: 1400, bottom: 1300, left: side, right: side } },
        },
        headers: {
          default: new Header({ children: [parts.paragraph([d.state, own(` · ${w.shortTreaty} · ${markOf(d)}`)], {}, small), ...behind(1)] }),
          ...(d.cover && d.watermark !== null ? { first: new Header({ children: behind(2) }) } : {}),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                bidirectional: d.rtl,
                alignment: AlignmentType.END,
                children: [
                  ...parts.run(own(`${w.title} · ${w.asOf} ${d.onWords}`), small),
                  new TextRun({ children: [` · ${w.page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], rightToLeft: d.rtl, ...small }),
                ],
              }),
            ],
          }),
        },
        children: body,
      },
    ],
  });
  return steady(await Packer.toBuffer(document), `${d.on}T00:00:00Z`, d.rtl, written);
}
