import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Sql } from '../../platform/db/database.ts';
import { safeCell } from '../../platform/files/csv-cell.ts';
import { closeSql, cursorSql, fetchSql, type Table } from './archive.sql.ts';

/** A file of the archive: its place in it, where its bytes lie, and their hash. */
export interface Written {
  path: string;
  place: string;
  sha256: string;
}

const cell = (value: unknown): string =>
  value === null ? '' : typeof value === 'string' ? safeCell(value) : typeof value === 'object' ? JSON.stringify(value) : String(value);
const csv = (rows: string[][]) => stringify(rows, { quoted: true, record_delimiter: '\r\n' });

class Growing {
  readonly #hash: Hash = createHash('sha256');
  constructor(
    readonly path: string,
    readonly place: string,
    private readonly handle: FileHandle,
  ) {}

  static async begin(folder: string, path: string): Promise<Growing> {
    const place = join(folder, path.replaceAll('/', '-'));
    return new Growing(path, place, await open(place, 'wx', 0o600));
  }
  async add(text: string): Promise<void> {
    this.#hash.update(text);
    await this.handle.appendFile(text);
  }
  async end(): Promise<Written> {
    await this.handle.close();
    return { path: this.path, place: this.place, sha256: this.#hash.digest('hex') };
  }
}

/** Writes one table down twice: as lines of JSON, word for word, and as CSV that no spreadsheet runs. Five hundred rows are in memory at a time. */
export async function writeTable(sql: Sql, folder: string, table: Table): Promise<{ rows: number; files: Written[] }> {
  const [json, sheet] = [await Growing.begin(folder, `data/${table.name}.jsonl`), await Growing.begin(folder, `data/${table.name}.csv`)];
  await sheet.add(csv([table.columns]));
  await sql(cursorSql(table));
  let rows = 0;
  for (;;) {
    const lines = (await sql<{ line: string }>(fetchSql)).map(({ line }) => line);
    if (lines.length === 0) break;
    rows += lines.length;
    await json.add(`${lines.join('\n')}\n`);
    const values = lines.map((line): Record<string, unknown> => JSON.parse(line));
    await sheet.add(csv(values.map((row) => table.columns.map((column) => cell(row[column])))));
  }
  await sql(closeSql);
  return { rows, files: [await json.end(), await sheet.end()] };
}
