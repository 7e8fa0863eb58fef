// The checks of the Matterhorn Protocol (PDF/UA-1) that a machine can make and that matter to what we write; a stand-in for a validator, none of which npm or Debian has.
// Each fault begins with the number of its checkpoint.
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

type Found = PDFObject | undefined;
const standard = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'.split(
    ' ',
  ),
);
const within: Record<string, string[]> = { TR: ['Table', 'THead', 'TBody', 'TFoot'], TH: ['TR'], TD: ['TR'], LI: ['L'], LBody: ['LI'], TOCI: ['TOC'] };
const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'EI']);
const name = (found: Found): string => (found instanceof PDFName ? found.decodeText() : '');
const text = (found: Found): string => (found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : '');

interface Element {
  role: string;
  parent: string;
  dict: PDFDict;
  kids: Element[];
  hasContent: boolean;
}

class Reader {
  readonly faults: string[] = [];
  /** Content that the structure tree names, as `page MCID`. */
  readonly tagged = new Set<string>();
  readonly objects = new Set<string>();
  constructor(readonly document: PDFDocument) {}

  at(found: Found): Found {
    return found instanceof PDFRef ? this.document.context.lookup(found) : found;
  }
  dict(found: Found): PDFDict | undefined {
    const held = this.at(found);
    return held instanceof PDFDict ? held : held instanceof PDFRawStream ? held.dict : undefined;
  }
  get(of: PDFDict | undefined, key: string): Found {
    return this.at(of?.get(PDFName.of(key)));
  }
  list(found: Found): PDFObject[] {
    const held = this.at(found);
    return held instanceof PDFArray ? held.asArray() : held ? [held] : [];
  }
  isTrue(found: Found): boolean {
    return found instanceof PDFBool && found.asBoolean();
  }
  say(holds: boolean, fault: string): void {
    if (!holds) this.faults.push(fault);
  }
}

/** What is wrong, each fault as often as it occurs; nothing: an empty list. */
export async function uaFaults(bytes: Uint8Array): Promise<string[]> {
  const read = new Reader(await PDFDocument.load(bytes, { updateMetadata: false }));
  const { catalog } = read.document;
  const meta = read.get(catalog, 'Metadata');
  const xmp = meta instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(meta).decode()).toString('utf8') : '';
  read.say(xmp.includes('<pdfuaid:part>1</pdfuaid:part>'), '05-001 the metadata do not say PDF/UA-1');
  read.say(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+/.test(xmp), '06-003 no title in the metadata');
  read.say(read.isTrue(read.get(read.dict(read.get(catalog, 'ViewerPreferences')), 'DisplayDocTitle')), '07-001 the title is not displayed');
  read.say(read.isTrue(read.get(read.dict(read.get(catalog, 'MarkInfo')), 'Marked')), '06-001 the document is not marked as tagged');
  read.say(/^[a-z]{2}/.test(text(read.get(catalog, 'Lang'))), '11-006 no language');
  read.say(read.dict(read.get(read.dict(read.get(catalog, 'Outlines')), 'First')) !== undefined, '27-001 no bookmarks');
  const tree = read.dict(read.get(catalog, 'StructTreeRoot'));
  read.say(tree !== undefined, '01-004 no structure');
  if (tree) structure(read, tree);
  pages(read);
  fonts(read);
  return read.faults;
}

function structure(read: Reader, tree: PDFDict): void {
  const map = read.dict(read.get(tree, 'RoleMap'));
  const roleOf = (role: string): string => (standard.has(role) || !map ? role : name(read.get(map, role)) || role);
  const walk = (dict: PDFDict, parent: string, above: Found): Element => {
    const role = roleOf(name(read.get(dict, 'S')));
    const page = dict.get(PDFName.of('Pg')) ?? above;
    const element: Element = { role, parent, dict, kids: [], hasContent: false };
    for (const kid of read.list(dict.get(PDFName.of('K')))) {
      const inner = read.dict(kid);
      const type = inner ? name(read.get(inner, 'Type')) : '';
      if (kid instanceof PDFNumber || type === 'MCR' || type === 'OBJR') element.hasContent = true;
      if (kid instanceof PDFNumber) read.tagged.add(`${page} ${kid.asNumber()}`);
      else if (type === 'MCR') read.tagged.add(`${inner?.get(PDFName.of('Pg')) ?? page} ${read.get(inner, 'MCID')}`);
      else if (type === 'OBJR') read.objects.add(String(inner?.get(PDFName.of('Obj'))));
      else if (inner) element.kids.push(walk(inner, role, page));
    }
    return element;
  };
  const all = (element: Element): Element[] => [element, ...element.kids.flatMap(all)];
  const elements = read.list(tree.get(PDFName.of('K'))).flatMap((kid) => {
    const dict = read.dict(kid);
    return dict ? all(walk(dict, 'Root', undefined)) : [];
  });
  read.say(elements.length > 0, '01-004 the structure is empty');
  let level = 0;
  for (const element of elements) {
    const { role, parent, dict } = element;
    read.say(standard.has(role), `02-001 the role ${role} is none`);
    const allowed = within[role];
    read.say(!allowed || allowed.includes(parent), `09-004 ${role} within ${parent}`);
    read.say(element.hasContent || element.kids.length > 0 || role === 'TD' || role === 'TH', `09-001 an empty ${role}`);
    const heading = /^H([1-6])$/.exec(role)?.[1];
    if (heading) read.say(Number(heading) <= level + 1, `14-003 a heading of level ${heading} after one of ${level}`);
    level = heading ? Number(heading) : level;
    const said = text(read.get(dict, 'Alt')) || text(read.get(dict, 'ActualText'));
    if (role === 'Figure' || role === 'Formula') read.say(said !== '', `13-004 a ${role} without alternative text`);
    const attributes = read.list(dict.get(PDFName.of('A'))).flatMap((one) => read.dict(one) ?? []);
    if (role === 'TH')
      read.say(
        attributes.some((one) => name(read.get(one, 'Scope')) !== ''),
        '15-003 a table header without scope',
      );
    if (role === 'Table') tableOf(read, element);
  }
}

function tableOf(read: Reader, table: Element): void {
  const rows = (element: Element): Element[] => element.kids.flatMap((kid) => (kid.role === 'TR' ? [kid] : rows(kid)));
  const widths = rows(table).map(({ kids }) => kids.length);
  read.say(new Set(widths).size <= 1, '15-001 rows of different lengths');
  read.say(
    rows(table).some(({ kids }) => kids.some(({ role }) => role === 'TH')),
    '15-002 a table without headers',
  );
}

function pages(read: Reader): void {
  for (const page of read.document.getPages()) {
    const links = read.list(page.node.get(PDFName.of('Annots')));
    if (links.length > 0) read.say(name(read.get(page.node, 'Tabs')) === 'S', '28-008 the order of tabs is not that of the structure');
    for (const link of links) {
      const dict = read.dict(link);
      read.say(read.objects.has(String(link)), '28-011 an annotation that the structure does not name');
      if (name(read.get(dict, 'Subtype')) === 'Link') read.say(text(read.get(dict, 'Contents')) !== '', '28-012 a link without a description');
    }
    const streams = read.list(page.node.get(PDFName.of('Contents'))).map((one) => read.at(one));
    const content = streams.map((one) => (one instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(one).decode()).toString('latin1') : '')).join('\n');
    painted(read, content, String(page.ref));
  }
}

/** Every sign and line that is painted stands in a passage that the structure names, or in an artifact. */
function painted(read: Reader, content: string, page: string): void {
  // Strings may hold anything, words of the language of pages too: they are taken out first.
  const words = content
    .replace(/\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)/g, ' () ')
    .replace(/<[0-9A-Fa-f\s]*>/g, ' <> ')
    .replace(/[[\]]/g, ' ')
    .replace(/<<|>>/g, ' ')
    .split(/\s+/);
  const open: { isArtifact: boolean; mark: string | null }[] = [];
  words.forEach((word, at) => {
    if (word === 'BMC' || word === 'BDC') {
      const before = words.slice(Math.max(0, at - 12), at);
      const begins = before.findLastIndex((one) => /^(?:BDC|BMC|EMC|[A-Za-z'"*]{1,3})$/.test(one));
      const said = before.slice(begins + 1);
      const mcid = said.indexOf('/MCID');
      open.push({ isArtifact: said.includes('/Artifact'), mark: mcid < 0 ? null : `${page} ${said[mcid + 1]}` });
    } else if (word === 'EMC') open.pop();
    else if (painting.has(word)) {
      const mark = open.findLast((one) => one.mark !== null)?.mark;
      const isFine = open.some(({ isArtifact }) => isArtifact) || (mark !== undefined && mark !== null && read.tagged.has(mark));
      read.say(isFine, '01-005 painted, and neither tagged nor an artifact');
    }
  });
}

function fonts(read: Reader): void {
  for (const [, object] of read.document.context.enumerateIndirectObjects()) {
    const dict = read.dict(object);
    if (!dict || name(read.get(dict, 'Type')) !== 'Font') continue;
    const kind = name(read.get(dict, 'Subtype'));
    if (kind === 'Type0') read.say(read.at(dict.get(PDFName.of('ToUnicode'))) instanceof PDFRawStream, '31-027 a font whose signs have no Unicode');
    if (kind === 'Type0' || kind === 'Type3') continue;
    const descriptor = read.dict(read.get(dict, 'FontDescriptor'));
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => read.get(descriptor, key) instanceof PDFRawStream);
    read.say(isEmbedded, '31-009 a font that is not embedded');
  }
}
