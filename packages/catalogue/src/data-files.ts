import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

// Resolves alike from src/ and dist/: both lie directly under the package root.
const DATA = new URL('../data/', import.meta.url);

export const readText = (name: string): string => readFileSync(new URL(name, DATA), 'utf8');

/** A curated file. Its shape is the caller's word; the specs prove it for every file. */
export const readJson = <T>(name: string): T => JSON.parse(readText(`curation/${name}`));

/** Rows by column name, in the order of the file; every value is a string, empty where the cell is. */
export const readCsv = (name: string): Record<string, string>[] => parse(readText(name), { columns: true, skip_empty_lines: true });

/** All curated files of a folder merged into one record by code; the file names only group them by article. */
export function readFolder<T>(folder: string): Record<string, T> {
  const names = readdirSync(new URL(`curation/${folder}/`, DATA)).filter((name) => name.endsWith('.json'));
  return Object.assign({}, ...names.sort().map((name) => readJson<Record<string, T>>(`${folder}/${name}`)));
}
