// What a template may say: which placeholders, where, and which fields of Word. Pure.
import type { TemplateFault, TemplateFaultCode } from '@servanda/contract';
import type { Found, Place } from './scan.ts';

/** What may be named, as the contract lists it: the values of each scope, and directly within which scopes each list may stand. */
export interface Vocabulary {
  values: Record<string, readonly string[]>;
  within: Record<string, readonly string[]>;
}
interface Open {
  list: string;
  /** Whose values are at hand within: of a list that is empty (`^`), those around it. */
  scope: string;
  at: Found;
}
/** Fields of Word that number, name or point to a place within the document. Everything else fetches, runs, asks or tells of the computer. */
const harmless = /^(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|TOC|PAGEREF|REF|NOTEREF|STYLEREF|SEQ)\b[^{}]*$/i;
const linkWithin = /^HYPERLINK\s+\\l\s+"?[\w.-]+"?(?:\s+\\[hnot]\b(?:\s+"[^"{}]*")?)*\s*$/i;

const placed = ({ part, page, paragraph, near }: Place, code: TemplateFaultCode, field: string): TemplateFault => ({
  code,
  part,
  page,
  paragraph,
  field,
  near,
});
const shown = (text: string) => `{${text}}`;

/** The faults of one part, in order. */
export function faultsOf(found: readonly Found[], vocabulary: Vocabulary): TemplateFault[] {
  const open: Open[] = [];
  const faults = found.flatMap((one) => {
    const fault = one.is === 'placeholder' ? ofPlaceholder(one, open, vocabulary) : ofOther(one);
    return fault ? [placed(one, fault, one.is === 'placeholder' ? shown(one.text) : one.text)] : [];
  });
  return [...faults, ...open.map(({ list, at }) => placed(at, 'list_unclosed', `{#${list}}`))];
}

function ofOther({ is, text }: Found): TemplateFaultCode | null {
  if (is === 'unclosed' || is === 'unopened' || is === 'unreadable') return is;
  if (is === 'link') return 'external_link';
  if (is === 'placeholder in an instruction') return 'in_field_code';
  return harmless.test(text) || linkWithin.test(text) ? null : 'field_code';
}

function ofPlaceholder(one: Found, open: Open[], vocabulary: Vocabulary): TemplateFaultCode | null {
  const text = one.text.trim();
  if (text.startsWith('@')) return 'raw_markup';
  if (text.startsWith('=')) return 'delimiters';
  const [, sign = '', name = ''] = /^([#^/]?)\s*([a-z_]+)$/.exec(text) ?? [];
  const within = Object.hasOwn(vocabulary.within, name) ? vocabulary.within[name] : undefined;
  if (!within && !Object.values(vocabulary.values).some((values) => values.includes(name))) return 'unknown';
  if (sign === '') return within ? 'list_as_value' : ofValue(name, open, vocabulary);
  if (!within) return 'value_as_list';
  if (sign === '/') return closed(name, one, open);
  const around = open.at(-1)?.scope ?? 'report';
  open.push({ list: name, scope: sign === '#' ? name : around, at: one });
  if (one.part !== 'body') return 'list_around_page';
  return within.includes(around) ? null : 'list_misplaced';
}

function ofValue(name: string, open: readonly Open[], { values }: Vocabulary): TemplateFaultCode | null {
  return ['report', ...open.map(({ scope }) => scope)].some((scope) => values[scope]?.includes(name)) ? null : 'outside_list';
}

function closed(list: string, end: Found, open: Open[]): TemplateFaultCode | null {
  const at = open.findLastIndex((one) => one.list === list);
  const begun = open[at];
  if (!begun) return 'list_unopened';
  const isLast = at === open.length - 1;
  open.splice(at);
  if (!isLast) return 'list_crossed';
  return begun.at.row === end.row ? null : 'list_split';
}
