// What the Word document says, block by block.
import { ImageRun, Paragraph, type Table, TableOfContents } from 'docx';
import { isKept, Kept } from './docx-kept.ts';
import type { Parts } from './docx-parts.ts';
import { type Block, type DocumentModel, type Lane, type Line, markOf, own } from './model.ts';
import { cleanText } from './printable.ts';

type Written = Paragraph | Table | TableOfContents;
const looks = { plain: {}, small: { style: 'Small' }, quote: { style: 'Quoted' }, strong: {}, lead: { style: 'Lead' } };

/** `written` takes the blocks that are put in place afterwards. */
export function bodyOf(d: DocumentModel, parts: Parts, written: Map<string, Buffer>): Written[] {
  const w = d.furniture;
  const contents = [
    parts.paragraph([own(w.contents)], { style: 'ContentsHeading', pageBreakBefore: true }),
    new TableOfContents(w.contents, { hyperlink: true, headingStyleRange: '1-2' }),
    parts.paragraph([own(w.update)], { style: 'Small' }),
  ];
  return [
    ...beginningOf(d, parts),
    ...(d.hasContents ? contents : []),
    ...d.blocks.flatMap((block) => (isKept(block) ? [new Kept(written, () => blockOf(block, parts, w))] : blockOf(block, parts, w))),
  ];
}

/** The colour as Word writes it. */
export const inkOf = ({ style }: DocumentModel): string => style.ink.slice(1).toUpperCase();

/** The logo in a paragraph of its own, at most so many pixels high. */
function logoOf({ style: { logo }, organisation, rtl }: DocumentModel, most: number): Paragraph[] {
  if (!logo) return [];
  const height = Math.min(most, (226 * logo.height) / logo.width);
  const altText = { id: '1', name: 'Logo', title: cleanText(organisation.text), description: cleanText(organisation.text) };
  const size = { width: Math.round((height * logo.width) / logo.height), height: Math.round(height) };
  const image = new ImageRun({ type: 'png', data: Buffer.from(logo.png, 'base64'), transformation: size, altText });
  return [new Paragraph({ bidirectional: rtl, spacing: { after: 240 }, children: [image] })];
}

function beginningOf(d: DocumentModel, { paragraph }: Parts): Written[] {
  const w = d.furniture;
  const soft = { size: 22, color: '55616F' };
  if (!d.cover)
    return [
      ...logoOf(d, 46),
      paragraph([own(w.title)], { style: 'Title' }),
      paragraph([d.state], {}, { size: 28, bold: true }),
      paragraph([own(`${w.treatyName} · ${d.onWords} · `), d.organisation], { style: 'Small' }),
    ];
  return [
    paragraph([d.organisation], { spacing: { after: d.style.logo ? 240 : 2600 } }, soft),
    ...logoOf(d, 76),
    paragraph([own(w.title)], { style: 'Title', ...(d.style.logo ? { spacing: { before: 2000 } } : {}) }),
    paragraph([d.state], {}, { size: 36, bold: true }),
    paragraph([own(w.treatyName)], { spacing: { after: 3000 } }, soft),
    paragraph([own(markOf(d))], {}, { bold: true, color: inkOf(d) }),
    ...d.cover.map(({ label, line }) => paragraph([own(`${label}${w.colon}`), ...line])),
  ];
}

function blockOf(b: Block, { paragraph, heading, table, gap, bar }: Parts, w: DocumentModel['furniture']): Written[] {
  if (b.is === 'heading') return [heading(b.level, b.line, b.isNewPage ? { pageBreakBefore: true } : {})];
  if (b.is === 'text') {
    const line = b.number === undefined ? b.line : [own(`${b.number} `), ...b.line];
    // What somebody wrote in the other direction begins at its own side.
    const isSaid = b.line[0] !== undefined && b.line.every((run) => run.as === 'said' && run.rtl === b.line[0]?.rtl);
    const turned = (b.look === 'quote' || isSaid) && b.line[0] ? { bidirectional: b.line[0].rtl } : {};
    return [paragraph(line, { ...looks[b.look], ...turned }, b.look === 'strong' ? { bold: true } : {})];
  }
  if (b.is === 'list')
    return b.items.map((item) => paragraph(item, b.isOrdered ? { numbering: { reference: 'numbers', level: 0 } } : { bullet: { level: 0 } }));
  if (b.is === 'verdicts')
    return b.of.map((v) =>
      paragraph(
        [own(`${v.lane}${w.colon}`), { ...own(`${v.label}${v.proof === '' ? '' : ` · ${v.proof}`}`), tone: v.tone }],
        { keepNext: true },
        { bold: true },
      ),
    );
  // Pictures; the tables that follow have the same figures, to be edited.
  if (b.is === 'chart')
    return [
      ...b.lanes.flatMap((lane) => [
        paragraph([own(lane.label)], { keepNext: true, spacing: { after: 0 } }, { bold: true }),
        bar(lane, b.lanes.length > 4 ? 0.6 : 1),
        ...(b.hasKey ? [paragraph(keyOf(lane), { style: 'Small' })] : []),
      ]),
      paragraph([own(b.caption)], { style: 'Caption' }),
    ];
  return [table(b.head, b.rows, b.shares, b.numbers, b.isDense), gap()];
}

/** What the parts of a bar mean. */
const keyOf = ({ parts }: Lane): Line => parts.map(({ tone, label, count }) => ({ ...own(`${`${label} ${count}`.replaceAll(' ', '\u00a0')}    `), tone }));
