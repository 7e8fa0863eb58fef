// Writes XML anew without what the rules leave out.
import { SaxesParser, type SaxesTagNS } from 'saxes';

export type Tag = SaxesTagNS;
/** `drop`: the element and all in it · `unwrap`: the element alone · `empty`: what is in it; `{ only }`: it and nothing but this in it. */
export type Verdict = 'keep' | 'drop' | 'unwrap' | 'empty' | { only: string };
export interface Rules {
  element: (tag: Tag) => Verdict;
  /** Hears of the elements within one that is left out. */
  within?: (tag: Tag) => void;
  /** Hears of the text of elements that are left out. */
  text?: (element: string, text: string) => void;
  /** Whether an attribute stays. */
  attribute?: (name: { local: string; uri: string }, tag: Tag) => boolean;
}

const escaped = (text: string) => text.replace(/[&<>\r]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&#13;');
const quoted = (text: string) =>
  text.replace(/[&<>"\t\n\r]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? `&#${c.charCodeAt(0)};`);

/** The document as the rules leave it, piece by piece. Throws where the XML is not well formed. */
export async function* filtered(stream: AsyncIterable<Buffer>, rules: Rules): AsyncGenerator<string> {
  const parser = new SaxesParser({ xmlns: true });
  /** Open elements: whether their tags are written, and whether what is in them is. */
  const open: { name: string; isWritten: boolean; isSilent: boolean }[] = [];
  let silent = 0;
  let out = '';
  parser.on('xmldecl', () => {
    out += '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  });
  parser.on('processinginstruction', ({ target, body }) => {
    if (!silent) out += `<?${target} ${body}?>`;
  });
  parser.on('opentag', (tag) => {
    if (silent) {
      rules.within?.(tag);
      open.push({ name: tag.name, isWritten: false, isSilent: false });
      return;
    }
    const verdict = rules.element(tag);
    const isWritten = verdict !== 'drop' && verdict !== 'unwrap';
    const isSilent = verdict !== 'keep' && verdict !== 'unwrap';
    open.push({ name: tag.name, isWritten, isSilent });
    if (isSilent) silent++;
    if (!isWritten) return;
    const kept = Object.values(tag.attributes).filter(({ local, uri }) => rules.attribute?.({ local, uri }, tag) ?? true);
    out += `<${tag.name}${kept.map(({ name, value }) => ` ${name}="${quoted(value)}"`).join('')}>${typeof verdict === 'object' ? verdict.only : ''}`;
  });
  parser.on('text', (text) => {
    if (silent) rules.text?.(open.at(-1)?.name ?? '', text);
    else if (open.length) out += escaped(text);
  });
  parser.on('cdata', (text) => {
    if (!silent) out += escaped(text);
  });
  parser.on('closetag', (tag) => {
    const last = open.pop();
    if (last?.isSilent) silent--;
    if (last?.isWritten) out += `</${tag.name}>`;
  });
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk, { stream: true }));
    if (out.length < 16_384) continue;
    yield out;
    out = '';
  }
  parser.write(decoder.decode()).close();
  yield out;
}
