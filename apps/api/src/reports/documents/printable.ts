// Makes any text fit to be printed and to stand in XML: what cannot be drawn is shown as �, what would turn or hide text is taken out.

/** Controls, marks that turn the direction of writing, anchors of annotations, marks of byte order. */
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff\ufffe\uffff]/gu;
const drawnByNobody = /\n|\t|[\u200b-\u200f]|\u00ad|[\ufe00-\ufe0f]/u;
const longWord = /[^\s\u200b]{30}/gu;

/** Well formed, composed, without controls and marks that turn text. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(unprintable, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));

/** The same for a set of fonts: the mark � for each character that they lack, and a place to break in long words. */
export function printable(text: string, drawn: ReadonlySet<number>): string {
  const shown = [...cleanText(text)].map((sign) => (drawnByNobody.test(sign) || drawn.has(sign.codePointAt(0) ?? 0) ? sign : '\ufffd')).join('');
  return shown.replace(longWord, (part) => `${part}\u200b`);
}

/** Every text in a value, wherever it stands. */
export function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => eachText(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eachText(item, change)]));
}
