// The objects of a PDF as the compiler writes it: plain, each with its dictionary as text and perhaps a stream; none lies packed in another.

export interface PdfObject {
  head: string;
  stream: Buffer | null;
}

const begin = /(\d+) 0 obj\n/y;
/** By their numbers. Throws where the file is not of this form. */
export function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  let at = text.indexOf('1 0 obj\n');
  // The next one that there is: objects without a stream are many, and each would look as far for it.
  let stream = 0;
  for (;;) {
    begin.lastIndex = at;
    const found = begin.exec(text);
    if (!found) break;
    const from = begin.lastIndex;
    const end = text.indexOf('\nendobj\n\n', from);
    if (stream < from) stream = text.indexOf('\nstream\n', from);
    if (stream < 0) stream = text.length;
    const isStream = stream < end;
    const head = text.slice(from, isStream ? stream : end);
    if (isStream) {
      const length = Number(/\/Length (\d+)\n/.exec(head)?.[1]);
      const last = stream + 8 + length;
      if (!text.startsWith('\nendstream\nendobj\n\n', last)) throw new Error('A stream of the PDF has not its length');
      objects.set(Number(found[1]), { head, stream: pdf.subarray(stream + 8, last) });
      at = last + 19;
    } else {
      objects.set(Number(found[1]), { head, stream: null });
      at = end + 9;
    }
  }
  if (!text.startsWith('xref\n', at) || objects.size + 1 !== Number(/\/Size (\d+)/.exec(text.slice(-2000))?.[1]))
    throw new Error('The PDF is not of the form that is joined');
  return objects;
}

/** The text with what stands outside of its strings, and the strings themselves, changed; `change` gets the text before a string too. */
export function outside(head: string, change: (plain: string) => string, inside: (string: string, before: string) => string): string {
  let told = '';
  let at = 0;
  for (;;) {
    const open = head.indexOf('(', at);
    if (open < 0) return told + change(head.slice(at));
    let end = open + 1;
    for (let depth = 1; depth > 0; end++) {
      const sign = head[end];
      if (sign === undefined) throw new Error('A string of the PDF has no end');
      if (sign === '\\') end++;
      else if (sign === '(') depth++;
      else if (sign === ')') depth--;
    }
    const plain = head.slice(at, open);
    told += change(plain) + inside(head.slice(open, end), plain);
    at = end;
  }
}

const reference = /\b(\d+) 0 R\b/g;
export const changeReferences = (plain: string, change: (number: number) => number): string =>
  plain.replace(reference, (_, number: string) => `${change(Number(number))} 0 R`);
/** The numbers of the objects that a dictionary or array names, in their order. */
export function referencesIn(head: string): number[] {
  const all: number[] = [];
  const take = (plain: string) => {
    for (const [, number] of plain.matchAll(reference)) all.push(Number(number));
    return '';
  };
  outside(head, take, () => '');
  return all;
}
/** Of an entry with one reference, or a list of them. */
export const entry = (head: string, key: string): number[] => {
  const plain = outside(
    head,
    (part) => part,
    () => '()',
  );
  const found = new RegExp(`\\n {2}/${key} (\\[[^\\]]*\\]|\\d+ 0 R)`).exec(plain);
  return found?.[1] ? referencesIn(found[1]) : [];
};
