// ODT, ODS and XLSX: the text of the few parts that hold it, read by a streaming parser of XML.
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

type Visit = { open?: (name: string, attributes: Record<string, string>) => void; text?: (text: string) => void; close?: (name: string) => void };

/** Reads the parts whose name `wanted` accepts, in the order of the package, through `visit`. */
async function readParts(bytes: Buffer, wanted: (name: string) => boolean, visitOf: (name: string) => Visit): Promise<void> {
  const zip = await yauzl.fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (!wanted(entry.fileName)) continue;
    const visit = visitOf(entry.fileName);
    const parser = new SaxesParser({ xmlns: false });
    parser.on('opentag', (tag) => visit.open?.(tag.name, tag.attributes));
    parser.on('text', (text) => visit.text?.(text));
    parser.on('closetag', (tag) => visit.close?.(tag.name));
    const decoder = new TextDecoder();
    for await (const chunk of await zip.openReadStreamPromise(entry)) parser.write(decoder.decode(chunk, { stream: true }));
    parser.close();
  }
}

/** Comments and struck text, with the names of those who wrote and struck. */
const aside = /:(?:annotation|tracked-changes)$/;

/** Text of an OpenDocument text or spreadsheet: a paragraph a line, cells of a row by tabs. */
export async function readOpenDocument(bytes: Buffer): Promise<string> {
  let text = '';
  const ends: Record<string, string> = { 'text:p': '\n', 'text:h': '\n', 'table:table-cell': '\t', 'table:table-row': '\n' };
  let isSpreadsheet = false;
  /** Open elements within one that is no part of the text, itself among them. */
  let asides = 0;
  await readParts(
    bytes,
    (name) => name === 'content.xml',
    () => ({
      open: (name) => {
        if (asides > 0 || aside.test(name)) {
          asides++;
          return;
        }
        if (name === 'office:spreadsheet') isSpreadsheet = true;
        if (name === 'text:tab') text += '\t';
        if (name === 'text:line-break') text += '\n';
        if (name === 'text:s') text += ' ';
      },
      text: (run) => {
        if (asides === 0) text += run;
      },
      close: (name) => {
        if (asides > 0) {
          asides--;
          return;
        }
        // In a cell a paragraph is the cell.
        if (isSpreadsheet && name === 'text:p') return;
        text += ends[name] ?? '';
      },
    }),
  );
  return text.replace(/\t+\n/g, '\n').replace(/\n{3,}/g, '\n\n');
}

/** Text of an Excel workbook: sheet after sheet, cells of a row by tabs. Formulas give the value they had when it was saved. */
export async function readWorkbook(bytes: Buffer): Promise<string> {
  const shared: string[] = [];
  let inText = false;
  await readParts(
    bytes,
    (name) => name === 'xl/sharedStrings.xml',
    () => ({
      open: (name) => {
        if (name === 'si') shared.push('');
        inText = name === 't';
      },
      text: (run) => {
        if (inText) shared[shared.length - 1] += run;
      },
      close: () => {
        inText = false;
      },
    }),
  );
  const sheets = new Map<string, string>();
  let [kind, within] = ['', ''];
  await readParts(
    bytes,
    (name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name),
    (sheet) => {
      let text = '';
      return {
        open: (name, attributes) => {
          if (name === 'c') kind = attributes['t'] ?? '';
          within = name;
        },
        text: (run) => {
          if (within === 'v') text += kind === 's' ? (shared[Number(run)] ?? '') : run;
          if (within === 't') text += run;
        },
        close: (name) => {
          within = '';
          if (name === 'c') text += '\t';
          if (name === 'row') text += '\n';
          if (name === 'worksheet') sheets.set(sheet, text);
        },
      };
    },
  );
  const inOrder = [...sheets].sort(([a], [b]) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]));
  return inOrder.map(([, text]) => text.replace(/\t+\n/g, '\n')).join('\n');
}
