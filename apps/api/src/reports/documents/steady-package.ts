// The same input gives the same bytes: what the writer of the package takes from the clock or from chance is set here.
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { placed } from './docx-kept.ts';

const numbered = (prefix: string) => {
  const known = new Map<string, string>();
  return (name: string) => {
    const number = known.get(name) ?? `${prefix}${known.size + 1}`;
    known.set(name, number);
    return number;
  };
};
type Parts = Record<string, Uint8Array>;
const first = '[Content_Types].xml';
const inOrder = (parts: Parts) => Object.entries(parts).sort(([a], [b]) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1));

/** One package, its parts in order and of one day, `YYYY-MM-DD`: the same parts give the same bytes. */
export function packed(parts: Parts, day: string): Buffer {
  const [year = 2000, month = 1, date = 1] = day.split('-').map(Number);
  // The zip's own clock knows no zone: noon, so that every machine writes the same day.
  return Buffer.from(zipSync(Object.fromEntries(inOrder(parts)), { level: 6, mtime: new Date(year, month - 1, date, 12) }));
}

/** A DOCX with its moments set to `moment`, its names counted and its parts in order, and the kept blocks in their places; contents of a right-to-left document run so too. */
export function steady(docx: Uint8Array, moment: string, rtl: boolean, kept: Map<string, Buffer> = new Map()): Buffer {
  const relation = numbered('rIdx');
  const contents = numbered('_Toc1000');
  const bookmark = numbered('');
  const set = inOrder(unzipSync(new Uint8Array(docx))).map(([name, bytes]): [string, Uint8Array] => {
    if (!/\.(xml|rels)$/.test(name)) return [name, bytes];
    const text = strFromU8(bytes)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
      .replace(/(?<=\b(?:Id|r:id|r:embed)=")rId[\w-]{20,22}(?=")/g, relation)
      .replace(/(?<=w:anchor="|w:name="|<w:instrText xml:space="preserve">PAGEREF )_Toc\d+\b/g, contents)
      .replace(/(<w:bookmark(?:Start|End)[^>]*?w:id=")(-?\d+)/g, (_, head: string, id: string) => head + bookmark(id));
    const turned = rtl && name === 'word/document.xml' ? text.replace(/<w:pStyle w:val="TOC[1-9]"\/>(?:<w:tabs>.*?<\/w:tabs>)?/g, '$&<w:bidi/>') : text;
    return [name, placed(turned, kept)];
  });
  return packed(Object.fromEntries(set), moment.slice(0, 10));
}
