// Fills a template. Values are looked up by their names in a closed list and written as text: there is no expression, no code and no markup in a template.
import Docxtemplater from 'docxtemplater';
import { strToU8 } from 'fflate';
import PizZip from 'pizzip';
import { cleanText } from '../documents/printable.ts';
import { packed } from '../documents/steady-package.ts';
import type { Parts } from './package.ts';
import type { Vocabulary } from './template.rules.ts';

/** Values by name, and lists of the same. */
export interface Filling {
  [name: string]: string | Filling[];
}
/** What the document says of itself. `day`: `YYYY-MM-DD`. */
export interface Head {
  title: string;
  organisation: string;
  day: string;
}

/** The document; throws what the library says of a template that it cannot fill. */
export function fill(template: Uint8Array, filling: Filling, head: Head): Buffer {
  const document = new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    syntax: { changeDelimiterPrefix: null },
    nullGetter: () => '',
    parser: (name) => ({ get: (scope: Filling) => (Object.hasOwn(scope, name.trim()) ? scope[name.trim()] : undefined) }),
  });
  document.render(cleaned(filling));
  const files = document.getZip().files;
  const parts: Parts = Object.fromEntries(
    Object.keys(files).flatMap((name) => (files[name]?.dir ? [] : [[name, files[name]?.asUint8Array() ?? new Uint8Array()]])),
  );
  if (parts[core]) parts[core] = strToU8(coreOf(head));
  return packed(parts, head.day);
}

/** Two of everything that a template may name, to try one with. */
export function example(vocabulary: Vocabulary, scope = 'report'): Filling {
  const values = (vocabulary.values[scope] ?? []).map((name): [string, string] => [name, `One line of ${name}\nand another`]);
  const lists = Object.keys(vocabulary.within).filter((list) => vocabulary.within[list]?.includes(scope));
  return Object.fromEntries([...values, ...lists.map((list): [string, Filling[]] => [list, [example(vocabulary, list), example(vocabulary, list)]])]);
}

const cleaned = (filling: Filling): Filling =>
  Object.fromEntries(Object.entries(filling).map(([name, value]) => [name, typeof value === 'string' ? cleanText(value) : value.map(cleaned)]));

const core = 'docProps/core.xml';
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => cleanText(text).replace(/[&<>]/g, (sign) => signs[sign] ?? '');
const coreOf = ({ title, organisation, day }: Head) => {
  const moment = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(organisation)}</dc:creator>${moment('created')}${moment('modified')}</cp:coreProperties>`;
};
