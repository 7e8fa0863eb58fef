// What Word, Excel and LibreOffice write into their packages beside the content: by part, element and attribute.
import { posix } from 'node:path';
import type { Found, MetadataKind } from './found.ts';
import type { Rules, Tag, Verdict } from './xml-filter.ts';

/** Parts that are left out whole, and what they are shown as. */
const wholeParts: [RegExp, MetadataKind | null][] = [
  [/^docProps\/thumbnail\.|^Thumbnails\//i, 'thumbnail'],
  [/^_xmlsignatures\/|^META-INF\/(?:document|package)?signatures?\.xml$/i, 'signature'],
  [/(^|\/)printerSettings\//i, 'computer'],
  [/^customXml\/itemProps|^customXml\/_rels\//i, null],
  [/^customXml\/|^docMetadata\//i, 'custom'],
  [/^xl\/revisions\/|^VersionList\.xml$|^Versions\//i, 'tracked_change'],
];
export const leftOut = (part: string): { kind: MetadataKind | null } | null => {
  const found = wholeParts.find(([pattern]) => pattern.test(part.replace(/^\//, '')));
  return found ? { kind: found[1] } : null;
};

const facts: Record<string, MetadataKind> = {
  ...{ creator: 'author', 'initial-creator': 'author', lastModifiedBy: 'last_saved_by', Company: 'organisation', Manager: 'organisation' },
  ...{ title: 'description', subject: 'description', keywords: 'description', keyword: 'description', description: 'description', category: 'description' },
  ...{ Application: 'application', AppVersion: 'application', generator: 'application', Template: 'computer', HyperlinkBase: 'computer', created: 'moments' },
  ...{ modified: 'moments', lastPrinted: 'moments', 'creation-date': 'moments', date: 'moments', 'print-date': 'moments', 'printed-by': 'last_saved_by' },
  ...{ revision: 'revision', 'editing-cycles': 'revision', TotalTime: 'revision', 'editing-duration': 'revision', 'user-defined': 'custom', lpwstr: 'custom' },
};
const silent: MetadataKind[] = ['moments', 'revision'];
const localOf = (element: string) => element.split(':').at(-1) ?? element;

/** Facts about a document: every one is told, none is kept. */
const factRules = (found: Found, root: RegExp): Rules => ({
  element: ({ local }) => (root.test(local) ? 'empty' : 'keep'),
  text: (element, text) => {
    const isOpen = element.startsWith('dc:') && localOf(element) === 'creator' && root.source.includes('meta');
    const kind = isOpen ? 'last_saved_by' : facts[localOf(element)];
    if (kind && text.trim()) found.add(kind, silent.includes(kind) ? '' : text);
  },
});

const changes =
  /^(?:ins|del|moveFrom|moveTo|(?:r|p|sect|tbl|tblPrEx|tc|tr)PrChange|tblPrExChange|tblGridChange|numberingChange|cell(?:Ins|Del|Merge)|(?:customXml(?:Ins|Del|Move\w*)|move(?:From|To))Range(?:Start|End))$/;
const wordParts = /^(?:commentRangeStart|commentRangeEnd|commentReference|rsids|docId|docVars|dataBinding)$/;
const openParts = /^(?:annotation|annotation-end|tracked-changes|change|change-start|change-end)$/;
const openSettings = /^(?:PrinterName|PrinterSetup|Rsid|RsidRoot|CurrentDatabaseDataSource)$/;

const authorOf = (tag: Tag) => Object.values(tag.attributes).find(({ local }) => local === 'author')?.value ?? '';
const word = (tag: Tag, found: Found): Verdict => {
  const { local } = tag;
  if (local === 'comments' || local === 'people' || /^comments(?:Ex|Ids|Extensible)$/.test(local)) return 'empty';
  if (changes.test(local)) {
    if (!local.includes('Range')) found.add('tracked_change', authorOf(tag));
    return local === 'ins' || local === 'moveTo' ? 'unwrap' : 'drop';
  }
  return wordParts.test(local) ? 'drop' : 'keep';
};
const sheet = ({ local, prefix }: Tag, found: Found): Verdict => {
  const p = prefix ? `${prefix}:` : '';
  if (local === 'comments') return { only: `<${p}authors/><${p}commentList/>` };
  if (local === 'ThreadedComments' || local === 'personList') return 'empty';
  if (local === 'absPath' || local === 'fileSharing') found.add('computer');
  return ['absPath', 'fileSharing', 'revisionPtr'].includes(local) ? 'drop' : 'keep';
};
const openDocument = (tag: Tag, found: Found): Verdict => {
  const isSetting = tag.local === 'config-item' && openSettings.test(Object.values(tag.attributes).find(({ local }) => local === 'name')?.value ?? '');
  if (isSetting) found.add('computer');
  if (tag.local === 'annotation') found.add('comment');
  return isSetting || openParts.test(tag.local) ? 'drop' : 'keep';
};

/** What is told of elements within one that is left out. */
const within = (found: Found) => (tag: Tag) => {
  if (tag.local === 'comment' || tag.local === 'threadedComment') found.add('comment', authorOf(tag));
  if (tag.local === 'changed-region') found.add('tracked_change');
};
const contentRules = (found: Found): Rules => ({
  element: (tag) => {
    if (/wordprocessingml|office\/word/.test(tag.uri)) return word(tag, found);
    if (/spreadsheetml|office\/spreadsheet/.test(tag.uri)) return sheet(tag, found);
    if (/opendocument|openoffice|libreoffice|documentfoundation/.test(tag.uri)) return openDocument(tag, found);
    return tag.local === 'metadata' && tag.uri.endsWith('/svg') ? 'drop' : 'keep';
  },
  within: within(found),
  text: (element, text) => {
    if (/^(?:dc:creator|author)$/.test(element) && text.trim()) found.add('author', text);
  },
  attribute: ({ local, uri }, tag) => {
    if (/^(?:rsid\w*|paragraph-rsid)$/.test(local)) found.add('revision_id');
    // The settings of the printer are left out, so the page no longer points to them.
    const isPrinter = tag.local === 'pageSetup' && local === 'id' && uri.includes('relationships');
    return !isPrinter && !/^(?:rsid\w*|paragraph-rsid)$/.test(local);
  },
});

/** Lists of parts no longer name those that are left out. */
const listRules = (part: string): Rules => {
  const folder = part.endsWith('.rels') ? posix.dirname(posix.dirname(part)) : '.';
  return {
    element: ({ local, attributes }) => {
      const at = Object.values(attributes).find(
        (a) => a.local === (local === 'Relationship' ? 'Target' : local === 'Override' ? 'PartName' : 'full-path'),
      )?.value;
      const isPart = local === 'Relationship' || local === 'Override' || local === 'file-entry';
      if (!isPart || at === undefined) return 'keep';
      return leftOut(at.startsWith('/') ? at : posix.join(folder, at)) ? 'drop' : 'keep';
    },
  };
};

/** The rules for one part of a package that is markup. */
export function rulesFor(part: string, found: Found): Rules {
  if (/\.rels$/i.test(part) || part === '[Content_Types].xml' || part === 'META-INF/manifest.xml') return listRules(part);
  if (part === 'meta.xml' || part.endsWith('/meta.xml')) return factRules(found, /^meta$/);
  if (/^docProps\//i.test(part)) return factRules(found, /^(?:coreProperties|Properties)$/);
  return contentRules(found);
}
