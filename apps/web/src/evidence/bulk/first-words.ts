import { Unzip, UnzipInflate } from 'fflate';

/** Where an Office file keeps its words, by ending. */
const parts: Readonly<Record<string, string>> = { docx: 'word/document.xml', xlsx: 'xl/sharedStrings.xml', odt: 'content.xml', ods: 'content.xml' };
/** Bytes that are enough to tell a language by, and those read for them at most. */
const [enough, atMost] = [256 * 1024, 4 * 1024 * 1024];

const inWords = (markup: string) => markup.replace(/<[^>]*>?/g, ' ').replace(/&\w+;|&#\w+;/g, ' ');

/** The beginning of one part of a package; read piece by piece, so that no more is unpacked than is wanted. */
async function beginningOf(file: File, part: string): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  const packed = new Unzip((entry) => {
    if (entry.name !== part) return;
    entry.ondata = (error, data) => {
      if (!error && text.length < enough) text += decoder.decode(data.subarray(0, enough), { stream: true });
    };
    entry.start();
  });
  packed.register(UnzipInflate);
  const step = 64 * 1024;
  for (let from = 0; from < Math.min(file.size, atMost) && text.length < enough; from += step)
    packed.push(new Uint8Array(await file.slice(from, from + step).arrayBuffer()));
  return inWords(text.slice(0, enough));
}

/** The first words of a document as far as a browser reads them without ado; empty for a PDF, an RTF, and what cannot be read. */
export async function firstWords(file: File): Promise<string> {
  const ending = file.name.split('.').pop()?.toLowerCase() ?? '';
  try {
    if (ending === 'txt' || ending === 'csv') {
      const bytes = new Uint8Array(await file.slice(0, enough).arrayBuffer());
      // Another writing of letters than UTF-8 would be guessed at twice. The last letter may be cut.
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    }
    const part = parts[ending];
    return part ? await beginningOf(file, part) : '';
  } catch {
    return '';
  }
}
