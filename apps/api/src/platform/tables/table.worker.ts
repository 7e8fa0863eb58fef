// Runs in a thread of its own, within limits: a table that is too big, or broken on purpose, costs this thread and nothing else.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './csv.ts';
import { readWorkbook } from './workbook.ts';

const { path, kind }: { path: string; kind: 'csv' | 'xlsx' } = workerData;
const read = async () => {
  const bytes = await readFile(path);
  return kind === 'csv' ? readCsv(bytes) : readWorkbook(bytes);
};

read().then(
  (sheets) => parentPort?.postMessage({ sheets }),
  () => parentPort?.postMessage({}),
);
