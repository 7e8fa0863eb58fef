// Runs in a thread of its own (platform/files/threads): a copy without what a file tells beside its content.
import { readFile, writeFile } from 'node:fs/promises';
import { CannotClean, type Finding, Found, type Uncleanable } from './found.ts';
import { cleanPackage } from './package.ts';
import { cleanRtf } from './rtf.ts';

export interface ToClean {
  path: string;
  /** Where the copy is written. */
  out: string;
  kind: string;
}
/** `isChanged` false: the file told nothing, and the copy would be the file. */
export type Cleaned = { found: Finding[]; isChanged: boolean } | { cannot: Uncleanable; found: Finding[] };

/** Kinds that hold nothing beside their text. */
export const isPlainKind = (kind: string): boolean => kind === 'txt' || kind === 'csv';

export async function cleanFile({ path, out, kind }: ToClean): Promise<Cleaned> {
  const found = new Found();
  try {
    // A tenth of all that the server would load, for the thread alone that cleans a PDF.
    if (kind === 'pdf') await writeFile(out, await (await import('./pdf.ts')).cleanPdf(await readFile(path), found));
    else if (kind === 'rtf') await writeFile(out, cleanRtf(await readFile(path, 'latin1'), found), 'latin1');
    else await cleanPackage(path, out, found);
    const list = found.list();
    return { found: list, isChanged: list.length > 0 };
  } catch (error) {
    // Whatever a library cannot understand in a file is the file's own.
    return { cannot: error instanceof CannotClean ? error.why : 'damaged', found: found.list() };
  }
}
