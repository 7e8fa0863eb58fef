import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { unfit } from './unfit.ts';
import { windowsOf } from './windows.ts';

// A cell is read as a formula where it begins with one of these, also behind a quote; what starts a program or fetches acts.
const cell = '(?:^|[\\r\\n,;\\t|])[ "]*[=+\\-@]';
const dde = `${cell}[^\\r\\n,;\\t]{0,200}\\|[^\\r\\n,;\\t]{0,200}!`;
const fetching = `${cell}[+\\-@ ]*(?:HYPERLINK|WEBSERVICE|IMPORT(?:XML|DATA|HTML|FEED|RANGE)|IMAGE|CALL|REGISTER(?:\\.ID)?|EXEC|RTD|DDE)\\s*\\(`;
const acting = new RegExp(`${dde}|${fetching}`, 'i');
const actingCell = new RegExp(`^(?=[ "]*[=+\\-@])(?:${dde}|${fetching})`, 'i');
/** Whether a spreadsheet would run this one cell, so that it starts a program or fetches something. */
export const actsAsCell = (text: string): boolean => actingCell.test(text);

/** Refuses a table with a cell that a spreadsheet would run: one that starts a program or fetches something from another place. */
export async function checkCsv(path: string): Promise<void> {
  const file = await open(path, 'r');
  const head = Buffer.alloc(2);
  await file.read(head, 0, 2, 0).finally(() => file.close());
  const isWide = head[0] === 0xff && head[1] === 0xfe;
  for await (const { text } of windowsOf(createReadStream(path), 1024, isWide ? 'utf16le' : 'latin1'))
    if (acting.test(text))
      unfit('formula', 'A cell of the table is a formula that starts a program or fetches something. Save the table with values only, and send that.');
}
