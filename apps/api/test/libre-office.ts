// LibreOffice as a reader of what we write: asked only where OFFICE names it (`OFFICE=soffice`), for it takes seconds to start.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Whether somebody has named it. */
export const hasLibreOffice = Boolean(process.env['OFFICE']);

async function converted(name: string, bytes: Uint8Array, to: string, ending: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  try {
    await writeFile(join(folder, name), bytes);
    const how = ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', to, '--outdir', join(folder, 'out')];
    await promisify(execFile)(process.env['OFFICE'] ?? 'soffice', [...how, join(folder, name)], { timeout: 120_000 });
    return await readFile(join(folder, 'out', name.replace(/\.\w+$/, ending)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What it reads in a file whose name says what it is, as text: the first sheet of a workbook, a document whole. */
export async function openedByLibreOffice(name: string, bytes: Uint8Array): Promise<string> {
  const isSheet = name.endsWith('.xlsx');
  return (await converted(name, bytes, isSheet ? 'csv:Text - txt - csv (StarCalc):44,34,76' : 'txt:Text (encoded):UTF8', isSheet ? '.csv' : '.txt')).toString(
    'utf8',
  );
}

/** The workbook as it saves it after opening it. */
export const savedByLibreOffice = (name: string, bytes: Uint8Array): Promise<Buffer> => converted(name, bytes, 'xlsx:Calc MS Excel 2007 XML', '.xlsx');
