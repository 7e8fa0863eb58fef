// Blocks of the Word document that are built only when they are written, each by itself, and put in place afterwards: what is held of a long document is its text, not a tree of it.
import { type IContext, Paragraph, type XmlComponent } from 'docx';
import type { Block, Line } from './model.ts';

/** Stands for blocks without pictures, footnotes, headings and numbers, which the library must know of as a whole. */
export class Kept extends Paragraph {
  readonly #build: () => XmlComponent[];
  readonly #mark: string;
  readonly #written: Map<string, Buffer>;

  constructor(written: Map<string, Buffer>, build: () => XmlComponent[]) {
    super({});
    this.#mark = String(written.size);
    this.#build = build;
    this.#written = written;
    written.set(this.#mark, Buffer.alloc(0));
  }

  override prepForXml(context: IContext) {
    this.#written.set(
      this.#mark,
      Buffer.from(
        this.#build()
          .map((one) => xmlOf(one.prepForXml(context)))
          .join(''),
      ),
    );
    return { kept: { _attr: { at: this.#mark } } };
  }
}

/** The part with its blocks in their places; text cannot make such a mark, for its signs are escaped. */
export function placed(xml: string, written: Map<string, Buffer>): Uint8Array {
  const pieces = xml.split(/<kept at="(\d+)"\/>/);
  return Buffer.concat(pieces.map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : (written.get(piece) ?? Buffer.alloc(0)))));
}

const isPlain = (line: Line): boolean => line.every(({ tone, note }) => tone === undefined && note === undefined);
/** Whether the library need not know of a block. */
export const isKept = (block: Block): boolean =>
  block.is === 'text' ? isPlain(block.line) : block.is === 'table' && block.rows.every((row) => row.every((cell) => cell.every(isPlain)));

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: none may stand in XML
const escaped = (value: unknown): string => String(value).replace(/[&"'<>\x00-\x08\x0B\x0C\x0E-\x1F]/g, (sign) => signs[sign] ?? '');

/** The XML of what the library prepares (one key, and under it attributes and contents), as it writes it itself. */
function xmlOf(prepared: unknown): string {
  if (typeof prepared !== 'object' || prepared === null) return prepared === undefined ? '' : escaped(prepared);
  const [[name, inner] = ['', undefined]] = Object.entries(prepared);
  if (typeof inner !== 'object' || inner === null) return `<${name}>${escaped(inner)}</${name}>`;
  if (!Array.isArray(inner)) return `<${name}${attributesOf(inner)}/>`;
  const isAttributes = (one: unknown): one is object => typeof one === 'object' && one !== null && '_attr' in one;
  const contents = inner.filter((one) => !isAttributes(one));
  return `<${name}${inner.filter(isAttributes).map(attributesOf).join('')}>${contents.map(xmlOf).join('')}</${name}>`;
}

function attributesOf(of: object): string {
  const attributes = '_attr' in of && typeof of._attr === 'object' && of._attr !== null ? Object.entries(of._attr) : [];
  return attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
}
