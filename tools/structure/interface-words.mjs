// No text of the interface outside the catalogues; every key in English and French.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Literal words between tags or in a spoken attribute of a component. */
export function looseWords(files) {
  return files.flatMap(({ path, text }) => {
    if (!/^apps\/web\/src\/.*\.tsx$/.test(path) || path.includes('.spec.')) return [];
    return text.split('\n').flatMap((line, i) => {
      const between = />\s*([A-Z][a-z]+(?:\s+\w+)+|[A-Z][a-z]{2,})\s*<\//.exec(line);
      const spoken = /\b(?:label|title|placeholder|aria-label|description|alt)="([A-Za-z][^"]{2,})"/.exec(line);
      const found = between?.[1] ?? spoken?.[1];
      return found ? [`${path}:${i + 1} says "${found}" by itself; put it into the catalogues.`] : [];
    });
  });
}

const flat = (value, prefix = '') =>
  Object.entries(value).flatMap(([key, inner]) => (inner && typeof inner === 'object' ? flat(inner, `${prefix}${key}.`) : [`${prefix}${key}`]));
// Plural forms differ by language: compare the words, not their forms.
const stem = (key) => key.replace(/_(zero|one|two|few|many|other)$/, '');

/** Keys that English has and French lacks, or the other way round; and Arabic keys that English does not know. */
export function unevenCatalogues(root) {
  const folder = join(root, 'apps/web/src/platform/locales');
  const read = (language, file) => new Set(flat(JSON.parse(readFileSync(join(folder, language, file), 'utf8'))).map(stem));
  return readdirSync(join(folder, 'en')).flatMap((file) => {
    const en = read('en', file);
    const fr = read('fr', file);
    const ar = read('ar', file);
    return [
      ...[...en].filter((k) => !fr.has(k)).map((k) => `fr/${file} lacks "${k}"`),
      ...[...fr].filter((k) => !en.has(k)).map((k) => `en/${file} lacks "${k}"`),
      ...[...ar].filter((k) => !en.has(k)).map((k) => `ar/${file} has "${k}", which English does not know`),
    ];
  });
}
