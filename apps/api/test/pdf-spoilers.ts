// One fault of PDF/UA-1 at a time, planted into a document that has none.
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib';

type Spoil = (document: PDFDocument) => void;
const at = (name: string) => PDFName.of(name);

/** The document with its fault, written anew. */
export async function spoilt(bytes: Uint8Array, spoil: Spoil): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  spoil(document);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

const dicts = ({ context }: PDFDocument): PDFDict[] => context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
function firstOf(document: PDFDocument, key: string, value: string): PDFDict {
  const found = dicts(document).find((dict) => dict.get(at(key)) === at(value));
  if (!found) throw new Error(`there is no ${value}`);
  return found;
}
const role = (from: string, to: string) => (document: PDFDocument) => firstOf(document, 'S', from).set(at('S'), at(to));
const without = (key: string, value: string, gone: string) => (document: PDFDocument) => void firstOf(document, key, value).delete(at(gone));
const ofCatalog = (gone: string) => (document: PDFDocument) => void document.catalog.delete(at(gone));
function streamOf({ context }: PDFDocument, found: unknown): PDFRawStream {
  const stream = found instanceof PDFRef ? context.lookup(found) : found;
  if (!(stream instanceof PDFRawStream)) throw new Error('there is no stream');
  return stream;
}
const metadata =
  (from: RegExp, to: string): Spoil =>
  (document) => {
    const ref = document.catalog.get(at('Metadata'));
    const said = Buffer.from(streamOf(document, ref).getContents()).toString('utf8');
    if (!from.test(said) || !(ref instanceof PDFRef)) throw new Error('the metadata say something else');
    document.context.assign(ref, document.context.stream(Buffer.from(said.replace(from, to)), { Type: 'Metadata', Subtype: 'XML' }));
  };
const painted =
  (text: string): Spoil =>
  (document) => {
    const page = document.getPage(0).node;
    const added = document.context.register(document.context.stream(text));
    const before = page.get(at('Contents'));
    page.set(at('Contents'), document.context.obj(before ? [before, added] : [added]));
  };

/** By the checkpoint that must find it. */
export const spoilers: [checkpoint: string, Spoil][] = [
  ['01-004', ofCatalog('StructTreeRoot')],
  ['01-005', painted('BT (untagged) Tj ET')],
  ['01-005', painted('/P <</MCID 9999>> BDC 0 0 9 9 re f EMC')],
  ['02-001', role('P', 'Invented')],
  ['05-001', metadata(/<pdfuaid:part>1<\/pdfuaid:part>/, '')],
  ['06-001', ofCatalog('MarkInfo')],
  ['06-003', metadata(/<dc:title>[\s\S]*?<\/dc:title>/, '')],
  ['07-001', ofCatalog('ViewerPreferences')],
  ['09-001', without('S', 'P', 'K')],
  ['09-004', role('TR', 'Div')],
  ['11-006', ofCatalog('Lang')],
  ['13-004', without('S', 'Figure', 'Alt')],
  ['14-003', role('H1', 'H3')],
  [
    '15-002',
    (document) => {
      for (const dict of dicts(document)) if (dict.get(at('S')) === at('TH')) dict.set(at('S'), at('TD'));
    },
  ],
  ['15-003', without('S', 'TH', 'A')],
  ['27-001', ofCatalog('Outlines')],
  [
    '28-008',
    (document) => {
      const page = document.getPage(0).node;
      page.delete(at('Tabs'));
      const link = document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Contents: PDFString.of('Link') }));
      page.set(at('Annots'), document.context.obj([link]));
    },
  ],
  [
    '28-011',
    (document) => {
      const link = document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Contents: PDFString.of('Link') }));
      document.getPage(0).node.set(at('Annots'), document.context.obj([link]));
    },
  ],
  [
    '28-012',
    (document) => {
      const link = document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] }));
      document.getPage(0).node.set(at('Annots'), document.context.obj([link]));
    },
  ],
  [
    '31-009',
    (document) => {
      for (const dict of dicts(document)) for (const key of ['FontFile', 'FontFile2', 'FontFile3']) dict.delete(at(key));
    },
  ],
  ['31-027', without('Subtype', 'Type0', 'ToUnicode')],
];
