import type { UnfitReason } from '@servanda/contract';

/** Kinds of relationship (ECMA-376 part 1; last word of the type) that bring in what acts or is a file of its own. */
const acting =
  /\/(oleObject|package|control|activeXControlBinary|vbaProject|aFChunk|externalLink|externalLinkPath|connections|queryTable|webextension|webextensiontaskpanes|subDocument|frame|xlMacrosheet|xlIntlMacrosheet|keyMapCustomizations|attachedToolbars)$/i;
/** Addresses that run something when they are followed; to places and mailboxes a link may lead. */
const scripted = /^\s*(?:javascript|vbscript|data|macro|shell|search-ms|ms-[a-z]+|mk|mhtml|its|res):/i;
const relationship = /<(?:[\w.-]+:)?Relationship\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const character = (code: number) => (Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
const decoded = (value: string) =>
  value
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => character(Number(digits)))
    .trim();

/** Why a package's list of relationships is refused, or null: what it points to outside may be a hyperlink and nothing else. */
export function checkRelationships(bytes: Buffer): UnfitReason | null {
  const text = bytes.toString('utf8');
  if (text.includes('\0') || /<!(DOCTYPE|ENTITY)|encoding\s*=\s*["'](?!utf-8|us-ascii)/i.test(text)) return 'odd_encoding';
  for (const [, inside = ''] of text.matchAll(relationship)) {
    const facts = new Map([...inside.matchAll(attribute)].map(([, name = '', a, b]) => [name, decoded(a ?? b ?? '')]));
    const type = facts.get('Type') ?? '';
    if (acting.test(type)) return 'macros';
    const isExternal = facts.get('TargetMode')?.toLowerCase() === 'external';
    if (isExternal && !/\/hyperlink$/i.test(type)) return 'fetches';
    if (isExternal && scripted.test(facts.get('Target') ?? '')) return 'script_link';
  }
  return null;
}
