import iconv from 'iconv-lite';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { withoutAsides } from '../../cleaning/rtf.ts';

/** Text of an RTF document, without what it tells beside its content. The library reads text that mail programs wrapped into RTF; every RTF is read so once it says that it holds text. */
export function readRtf(bytes: Buffer): string {
  const source = withoutAsides(bytes.toString('latin1')).replace(/^\{\\rtf\d?/, (head) => `${head}\\fromtext `);
  const { text } = deEncapsulateSync(Buffer.from(source, 'latin1'), { decode: iconv.decode, mode: 'text' });
  return String(text);
}
