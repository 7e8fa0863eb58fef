// Runs in a thread of its own, within limits: whatever a hostile or broken file does, it does here.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Limits } from './limits.ts';
import type { ReadText } from './read-text.ts';
import { readDocx } from './readers/docx.ts';
import { readOpenDocument, readWorkbook } from './readers/package-text.ts';
import { readPdf } from './readers/pdf.ts';
import { readPlain } from './readers/plain.ts';
import { readRtf } from './readers/rtf.ts';
import { cleaned, inParts } from './split.ts';

const { path, kind, limits }: { path: string; kind: string; limits: Limits } = workerData;
const readers: Record<string, (bytes: Buffer) => string | Promise<string>> = {
  ...{ docx: readDocx, odt: readOpenDocument, ods: readOpenDocument, xlsx: readWorkbook },
  ...{ rtf: readRtf, txt: readPlain, csv: readPlain },
};

async function read(): Promise<ReadText> {
  const bytes = await readFile(path);
  if (kind === 'pdf') {
    const { pages, pagesInAll } = await readPdf(bytes, limits);
    return { parts: pages.map(cleaned), hasPages: true, isWhole: pages.length === pagesInAll, pagesInAll };
  }
  const reader = readers[kind];
  if (!reader) throw new Error(`no reader for ${kind}`);
  return { parts: inParts(cleaned(await reader(bytes))), hasPages: false, isWhole: true, pagesInAll: null };
}

/** Keeps parts up to the limit of characters. */
function kept(text: ReadText): ReadText {
  const { parts } = text;
  let characters = 0;
  const last = parts.findIndex((part) => {
    characters += part.length;
    return characters > limits.mostCharacters;
  });
  return last < 0 ? text : { ...text, parts: parts.slice(0, last), isWhole: false };
}

read().then(
  (text) => parentPort?.postMessage({ text: kept(text) }),
  (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
);
