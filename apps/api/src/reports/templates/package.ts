// The parts of a template: what they may be, unpacked within limits.
import type { TemplateFault, TemplateFaultCode, TemplatePart } from '@servanda/contract';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export type Parts = Record<string, Uint8Array>;
/** Bytes of all parts, and of one that is read as XML; parts. */
const most = { unpacked: 24e6, xml: 6e6, parts: 300 };

/** Kinds of relationship (last word of the type) that a letter of an office needs; every other brings in a file, a program or a place elsewhere. */
const allowed =
  /\/(?:officeDocument|core-properties|extended-properties|custom-properties|thumbnail|styles|stylesWithEffects|settings|webSettings|fontTable|font|numbering|theme|header|footer|footnotes|endnotes|image|hyperlink|comments|commentsExtended|commentsIds|commentsExtensible|people|customXml|customXmlProps|glossaryDocument)$/;
const pictures: [RegExp, string][] = [
  [/\.png$/i, '\x89PNG\r\n\x1a\n'],
  [/\.jpe?g$/i, '\xff\xd8\xff'],
  [/\.gif$/i, 'GIF8'],
];
const known = /^(?:\[Content_Types\]\.xml|(?:.*\/)?_rels\/[^/]*\.rels|docProps\/[^/]+\.xml|word\/(?:theme\/|glossary\/)?[^/]+\.xml|customXml\/[^/]+\.xml)$/;
const fonts = /^word\/fonts\/[^/]+\.odttf$/i;

export const ofFile = (code: TemplateFaultCode, field: string): TemplateFault => ({ code, part: 'file', page: null, paragraph: null, field, near: '' });

/** The parts, or what is wrong with them as a whole. */
export function unpacked(bytes: Uint8Array): { parts: Parts; faults: TemplateFault[] } {
  let size = 0;
  let count = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        count += 1;
        if (size > most.unpacked || count > most.parts || (/\.(?:xml|rels)$/i.test(name) && originalSize > most.xml)) throw new RangeError(name);
        return !name.endsWith('/');
      },
    });
    const faults = Object.entries(parts).flatMap(([name, part]) => (isKnown(name, part) ? relationFaults(name, part) : [ofFile('foreign_part', name)]));
    return { parts, faults };
  } catch (error) {
    return { parts: {}, faults: [ofFile(error instanceof RangeError ? 'too_large' : 'unreadable', error instanceof Error ? error.message.slice(0, 80) : '')] };
  }
}

function isKnown(name: string, bytes: Uint8Array): boolean {
  const picture = pictures.find(([ending]) => ending.test(name));
  if (picture) return Buffer.from(bytes.subarray(0, 8)).toString('latin1').startsWith(picture[1]);
  return known.test(name) || fonts.test(name);
}

function relationFaults(name: string, bytes: Uint8Array): TemplateFault[] {
  if (!name.endsWith('.rels')) return [];
  const faults: TemplateFault[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => faults.push(ofFile('unreadable', name)));
  parser.on('opentag', ({ local, attributes }) => {
    if (local !== 'Relationship') return;
    const of = (wanted: string) => Object.values(attributes).find((attribute) => attribute.local === wanted)?.value ?? '';
    if (of('TargetMode').toLowerCase() === 'external') faults.push(ofFile('external_link', of('Target').slice(0, 80)));
    else if (!allowed.test(of('Type'))) faults.push(ofFile('foreign_part', of('Target').slice(0, 80)));
  });
  parser.write(strFromU8(bytes)).close();
  return faults;
}

/** Which part of a page a part of the package is; null where no placeholder is filled. */
export function partOf(name: string): TemplatePart | null {
  if (name === 'word/document.xml') return 'body';
  if (/^word\/header\d*\.xml$/.test(name)) return 'header';
  if (/^word\/footer\d*\.xml$/.test(name)) return 'footer';
  return name === 'word/footnotes.xml' ? 'notes' : null;
}
