// Looks through a template: its parts, its placeholders and fields one by one, and at last a trial with an example. Runs in the process that makes documents.
import type { TemplateCheck, TemplateFault, TemplateFaultCode } from '@servanda/contract';
import { strFromU8 } from 'fflate';
import { example, fill } from './fill.ts';
import { ofFile, partOf, unpacked } from './package.ts';
import { type Found, scan } from './scan.ts';
import { faultsOf, type Vocabulary } from './template.rules.ts';

export type Verdict = Pick<TemplateCheck, 'faults' | 'found'>;
const mostFaults = 100;
/** Placeholders of one template. */
const mostPlaceholders = 2000;

export function check(template: Uint8Array, vocabulary: Vocabulary): Verdict {
  const { parts, faults: ofParts } = unpacked(template);
  const unfilled: Found[] = [];
  const scanned = Object.entries(parts).flatMap(([name, bytes]) => {
    if (!/^word\/.*\.xml$/.test(name)) return [];
    const part = partOf(name);
    const found = scan(part ?? 'file', strFromU8(bytes));
    if (part) return [found];
    // Where nothing is filled, only what acts matters; endnotes are read as if they were.
    if (name === 'word/endnotes.xml') unfilled.push(...found.filter(({ is }) => is === 'placeholder'));
    return [found.filter(({ is }) => is !== 'placeholder' && is !== 'unclosed' && is !== 'unopened')];
  });
  const faults = [...ofParts, ...unfilled.map(notFilled), ...scanned.flatMap((found) => faultsOf(found, vocabulary))];
  const placeholders = scanned.flat().filter(({ is }) => is === 'placeholder');
  if (placeholders.length > mostPlaceholders) faults.push(ofFile('too_large', `${placeholders.length} > ${mostPlaceholders}`));
  if (faults.length === 0) faults.push(...ofWhole(placeholders));
  if (faults.length === 0) faults.push(...tried(template, vocabulary, placeholders));
  const times = [...Map.groupBy(placeholders, ({ text }) => text.trim())];
  return { faults: faults.slice(0, mostFaults), found: times.slice(0, 300).map(([field, all]) => ({ field, times: all.length })) };
}

const notFilled = ({ paragraph, text, near }: Found): TemplateFault => ({ code: 'not_filled', part: 'notes', page: null, paragraph, field: `{${text}}`, near });

function ofWhole(placeholders: readonly Found[]): TemplateFault[] {
  if (placeholders.length === 0) return [ofFile('no_placeholder', '')];
  return placeholders.some(({ text }) => text.trim() === 'confidentiality') ? [] : [ofFile('no_confidentiality', '{confidentiality}')];
}

/** What the library says of it; the place is that of the placeholder that it names. */
function tried(template: Uint8Array, vocabulary: Vocabulary, placeholders: readonly Found[]): TemplateFault[] {
  try {
    const filled = fill(template, example(vocabulary), { title: 'Example', organisation: 'Example', day: '2026-01-01' });
    // What a list has torn apart is no document any more.
    const torn = Object.entries(unpacked(filled).parts).filter(
      ([name, bytes]) => partOf(name) && scan('body', strFromU8(bytes)).some(({ is }) => is === 'unreadable'),
    );
    return torn.map(([name]) => ofFile('unreadable', name));
  } catch (error) {
    return errorsOf(error).map(({ name, code }) => {
      const at = placeholders.find(({ text }) => text.trim().replace(/^[#^/]\s*/, '') === name);
      return at ? { code, part: at.part, page: at.page, paragraph: at.paragraph, field: `{${at.text}}`, near: at.near } : ofFile(code, name);
    });
  }
}

const split = /unbalanced|position|no_xml|not_in_paragraph|xml_tag/;
function errorsOf(error: unknown): { name: string; code: TemplateFaultCode }[] {
  const facts = propertiesOf(error);
  const inner = Array.isArray(facts['errors']) ? facts['errors'] : [];
  if (inner.length > 0) return inner.flatMap(errorsOf);
  const name = typeof facts['xtag'] === 'string' ? facts['xtag'] : error instanceof Error ? error.message.slice(0, 80) : '';
  return [{ name, code: typeof facts['id'] === 'string' && split.test(facts['id']) ? 'list_split' : 'unreadable' }];
}

function propertiesOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error) || !('properties' in error) || typeof error.properties !== 'object' || error.properties === null) return {};
  return Object.fromEntries(Object.entries(error.properties));
}
