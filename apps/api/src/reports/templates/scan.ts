// Reads one part of a template as Word writes it: its placeholders with their places, the instructions of its fields, and what leads outside.
import type { TemplatePart } from '@servanda/contract';
import { SaxesParser } from 'saxes';

/** Where something stands: its part, its page as it was last broken, its paragraph counted from the part's beginning, and how that begins. */
export interface Place {
  part: TemplatePart;
  page: number | null;
  paragraph: number | null;
  near: string;
  /** The row of a table, and else the box of text, directly around it; 0: neither. */
  row: number;
}
export type Found =
  | (Place & { is: 'placeholder' | 'unclosed' | 'unopened' | 'instruction' | 'link' | 'placeholder in an instruction'; text: string })
  | (Place & { is: 'unreadable'; text: string });

interface Paragraph {
  number: number;
  page: number | null;
  text: string;
}
interface Field {
  instruction: string;
  isRead: boolean;
}
const words = /wordprocessingml/;
const drawn = /^urn:schemas-microsoft-com:(?:vml|office)/;
/** What a list cannot reach out of. */
const boxed = new Set(['w:tr', 'w:txbxContent', 'w:sdtContent', 'w:footnote', 'w:endnote']);
const leading = ['src', 'href', 'althref'];
const placeholder = /\{[#^/@=]?\s*[\w.-]+\s*\}/;
const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** What stands in a part, in the order in which it is written. Never throws: what is no XML is found `unreadable`. */
export function scan(part: TemplatePart, xml: string): Found[] {
  const found: Found[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const isBroken = xml.includes('lastRenderedPageBreak');
  const open: Paragraph[] = [];
  const fields: Field[] = [];
  const around: number[] = [];
  let boxes = 0;
  let page = part === 'body' ? 1 : null;
  let paragraphs = 0;
  let reading: 'text' | 'instruction' | null = null;

  const place = (): Place => {
    const at = open.at(-1);
    return { part, page: at?.page ?? page, paragraph: at?.number ?? null, near: shortened(at?.text.trim() ?? '', 60), row: around.at(-1) ?? 0 };
  };
  const add = (is: Exclude<Found['is'], 'unreadable'>, text: string) => found.push({ ...place(), is, text: shortened(text, 80) });
  const judged = (instruction: string) => {
    if (placeholder.test(instruction)) add('placeholder in an instruction', instruction.trim());
    add('instruction', instruction.trim());
  };
  const unreadable = (text: string) => found.push({ ...place(), is: 'unreadable', text: shortened(text, 80) });
  const begun = (kind: string) => {
    if (kind === 'begin') {
      // A field within the instruction of another could write that instruction.
      if (fields.at(-1)?.isRead === false) add('instruction', 'a field within the instruction of another');
      fields.push({ instruction: '', isRead: false });
      return;
    }
    const field = fields.at(-1);
    if (field && !field.isRead) judged(field.instruction);
    if (field) field.isRead = true;
    if (kind === 'end') fields.pop();
  };
  const turn = () => {
    if (page !== null) page += 1;
    const at = open.at(-1);
    if (at && at.text.trim() === '') at.page = page;
  };

  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => unreadable('DOCTYPE'));
  parser.on('opentag', (tag) => {
    const of = (name: string) => Object.values(tag.attributes).find(({ local }) => local === name)?.value ?? '';
    if (words.test(tag.uri) !== (tag.prefix === 'w')) unreadable(tag.name);
    if (drawn.test(tag.uri)) for (const name of leading) if (of(name) !== '') add('link', of(name));
    if (tag.local === 'mailMerge') add('link', 'mailMerge');
    if (tag.local === 'instrText' || tag.local === 'delInstrText') reading = 'instruction';
    if (tag.local === 'fldSimple') judged(of('instr'));
    if (tag.local === 'fldChar') begun(of('fldCharType'));
    if (tag.name === 'w:p') open.push({ number: ++paragraphs, page, text: '' });
    if (boxed.has(tag.name)) around.push(++boxes);
    if (tag.name === 'w:t') reading = 'text';
    if (tag.name === 'w:lastRenderedPageBreak' || (!isBroken && tag.name === 'w:br' && of('type') === 'page')) turn();
    if (!isBroken && tag.name === 'w:pageBreakBefore' && paragraphs > 1) turn();
  });
  const said = (text: string) => {
    const field = fields.at(-1);
    if (reading === 'instruction') {
      if (field) field.instruction += text;
      else judged(text);
    }
    if (reading !== 'text') return;
    if (field && !field.isRead) add('instruction', text);
    const at = open.at(-1);
    if (at) at.text += text;
    else if (/[{}]/.test(text)) unreadable(text);
  };
  parser.on('text', said);
  parser.on('cdata', said);
  parser.on('closetag', (tag) => {
    if (tag.local === 'instrText' || tag.local === 'delInstrText' || tag.name === 'w:t') reading = null;
    if (boxed.has(tag.name)) around.pop();
    if (tag.name !== 'w:p') return;
    for (const piece of piecesOf(open.at(-1)?.text ?? '')) add(piece.is, piece.text);
    open.pop();
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    unreadable(error instanceof Error ? error.message : 'XML');
  }
  return found;
}

/** The placeholders of one paragraph, and the braces that lack their other. */
export function piecesOf(text: string): { is: 'placeholder' | 'unclosed' | 'unopened'; text: string }[] {
  const pieces: ReturnType<typeof piecesOf> = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '}') pieces.push({ is: 'unopened', text: text.slice(Math.max(0, at - 20), at + 1) });
    if (text[at] !== '{') continue;
    const end = text.slice(at + 1).search(/[{}]/);
    if (end === -1 || text[at + 1 + end] === '{') pieces.push({ is: 'unclosed', text: text.slice(at, at + 24) });
    else {
      pieces.push({ is: 'placeholder', text: text.slice(at + 1, at + 1 + end) });
      at += end + 1;
    }
  }
  return pieces;
}
