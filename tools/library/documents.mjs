// Documents of real formats, made by kept libraries, the same bytes each time: PDF with fonts and a text layer, DOCX, ODT, XLSX, ODS, RTF, TXT, CSV.
import { createRequire } from 'node:module';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { OdsDocument, OdtDocument } from 'odf-kit';
import PdfDocument from 'pdfkit';
import writeExcel from 'write-excel-file/node';
import { topics, words } from './words.mjs';

const { resolve } = createRequire(import.meta.url);
const fonts = {
  ar: resolve('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf'),
  other: resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
};
const then = new Date(Date.UTC(2026, 0, 15));
/** Zip tells the time of the place without the place. */
const packed = new Date(2026, 0, 15);
const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?/g;

/** The package again, with one moment everywhere: libraries write the time at which they ran. */
function settled(bytes) {
  const parts = Object.entries(unzipSync(new Uint8Array(bytes))).map(([name, content]) => {
    const isFacts = /(core\.xml|meta\.xml)$/.test(name);
    const text = isFacts
      ? Buffer.from(
          Buffer.from(content)
            .toString('utf8')
            .replace(moment, `${then.toISOString().slice(0, 19)}Z`),
        )
      : content;
    return [name, [new Uint8Array(text), { level: name === 'mimetype' ? 0 : 6, mtime: packed }]];
  });
  return Buffer.from(zipSync(Object.fromEntries(parts)));
}

/** The library shapes Arabic words but sets them one after the other from the left: they are given to it as they are seen. */
const seen = (language, line) => (language === 'ar' ? `${line.split(' ').reverse().join(' ')}\u00a0` : line);

function pdf({ language, title, lines }) {
  const document = new PdfDocument({ size: 'A4', margin: 64, lang: language, info: { Title: title, CreationDate: then, ModDate: then } });
  const parts = [];
  document.on('data', (part) => parts.push(part));
  const done = new Promise((end) => document.on('end', () => end(Buffer.concat(parts))));
  document.registerFont('own', language === 'ar' ? fonts.ar : fonts.other).registerFont('figures', fonts.other);
  const align = language === 'ar' ? 'right' : 'left';
  document.font('own').fontSize(18).text(seen(language, title), { align }).moveDown();
  // Figures by themselves: within a line from the right they would be turned round.
  for (const line of lines)
    document
      .font(/^[\d\s/-]+$/.test(line) ? 'figures' : 'own')
      .fontSize(11)
      .text(seen(language, line), { align })
      .moveDown(0.5);
  document.end();
  return done;
}

async function docx({ language, title, lines }) {
  const bidirectional = language === 'ar';
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, bidirectional }),
    ...lines.map((text) => new Paragraph({ text, bidirectional })),
  ];
  return settled(await Packer.toBuffer(new Document({ title, creator: 'Aruna', sections: [{ children }] })));
}

async function odt({ title, lines }) {
  const document = new OdtDocument();
  document.addHeading(title, 1);
  for (const line of lines) document.addParagraph(line);
  return settled(await document.save());
}

async function ods({ title, rows }) {
  const document = new OdsDocument();
  const sheet = document.addSheet('1');
  for (const row of [[title], ...rows]) sheet.addRow(row);
  return settled(await document.save());
}

const xlsx = async ({ title, rows }) => settled(await writeExcel([[{ value: title }], ...rows.map((row) => row.map((value) => ({ value })))]).toBuffer());
const rtfText = (line) =>
  line
    .replace(/[\\{}]/g, '\\$&')
    .replace(/[^\p{ASCII}]/gu, (sign) => [...Array(sign.length).keys()].map((i) => `\\u${(sign.charCodeAt(i) << 16) >> 16}?`).join(''));
const rtf = async ({ title, lines }) =>
  Buffer.from(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Noto Sans;}}\\fs28 ${rtfText(title)}\\par\\fs22\n${lines.map(rtfText).join('\\par\n')}\\par}\n`);
const txt = async ({ title, lines }) => Buffer.from(`${[title, '', ...lines].join('\n')}\n`);
const quoted = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
const csv = async ({ title, rows }) => Buffer.from(`\ufeff${[[title], ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`);

const makers = { pdf, docx, odt, xlsx, ods, rtf, txt, csv };
export const formats = Object.keys(makers);
export const languages = Object.keys(words);

/** The piece and the document of a number, always the same: every language, format and topic comes round. */
export async function documentOf(number) {
  const language = languages[number % languages.length];
  const format = formats[Math.floor(number / languages.length) % formats.length];
  const at = (number + Math.floor(number / languages.length) + Math.floor(number / (languages.length * formats.length))) % topics.length;
  const [name, originator, sentences] = words[language][at];
  const year = 2016 + (number % 10);
  const mark = `${number + 1}/${year}`;
  const title = `${name} ${mark}`;
  const turned = sentences.map((_, i) => sentences[(i + number) % sentences.length]);
  const lines = Array.from({ length: 3 + (number % 4) }, (_, part) => [`${part + 1}`, ...turned]).flat();
  const rows = turned.map((sentence, i) => [sentence, year - 1, 40 + ((number * 7 + i * 13) % 400)]);
  const bytes = await makers[format]({ language, title: format === 'pdf' && language === 'ar' ? name : title, lines, rows });
  const piece = { ...topics[at], title, originator, language, citation: mark, datedOn: `${year}-0${1 + (number % 9)}-15`, confidentiality: 'internal' };
  return { piece, file: { name: `aruna-${language}-${String(number + 1).padStart(3, '0')}.${format}`, bytes }, says: turned[0] };
}
