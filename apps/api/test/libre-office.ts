// LibreOffice as a reader of what we write: asked only where OFFICE names it (`OFFICE=soffice`), for it takes seconds to start.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** What LibreOffice reads in a file whose name says what it is, as text: the first sheet of a workbook, a document whole. Null where it is not asked. */
export async function openedByLibreOffice(name: string, bytes: Uint8Array): Promise<string | null> {
  const office = process.env['OFFICE'];
  if (!office) return null;
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  try {
    await writeFile(join(folder, name), bytes);
    const to = name.endsWith('.xlsx') ? 'csv:Text - txt - csv (StarCalc):44,34,76' : 'txt:Text (encoded):UTF8';
    const how = ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', to, '--outdir', folder];
    await promisify(execFile)(office, [...how, join(folder, name)], { timeout: 120_000 });
    return await readFile(join(folder, name.replace(/\.\w+$/, name.endsWith('.xlsx') ? '.csv' : '.txt')), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
