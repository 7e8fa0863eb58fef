// Fills in cells of a downloaded workbook as a sheet program would: the file stays as it is but for those cells.
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The workbook with what is said for some elements: by code, then by the head of the column. Its second sheet is the checklist. */
export function edited(path: string, said: Record<string, Record<string, string>>): Buffer {
  const parts = unzipSync(readFileSync(path));
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const shared = [...textOf('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text = '']) => text);
  const name = 'xl/worksheets/sheet2.xml';
  let sheet = textOf(name);
  const cells = [...sheet.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*t="s"[^>]*><v>(\d+)<\/v>/g)].map(([, column = '', row = '', at]) => ({
    column,
    row,
    text: shared[Number(at)],
  }));
  for (const [code, values] of Object.entries(said)) {
    const row = cells.find((cell) => cell.column === 'A' && cell.text === code)?.row;
    for (const [head, value] of Object.entries(values)) {
      const column = cells.find((cell) => cell.row === '1' && cell.text === head)?.column;
      const cell = new RegExp(`<c r="${column}${row}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`);
      if (!cell.test(sheet)) throw new Error(`no cell ${head} of ${code}`);
      sheet = sheet.replace(cell, (_, style = '') => `<c r="${column}${row}"${style} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`);
    }
  }
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(sheet) }));
}
