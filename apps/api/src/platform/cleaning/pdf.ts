import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { CannotClean, type Found, type MetadataKind } from './found.ts';
import { cleanPicture } from './picture.ts';

const info: Record<string, MetadataKind> = {
  ...{ Author: 'author', Creator: 'application', Producer: 'application', Title: 'description', Subject: 'description', Keywords: 'description' },
  ...{ CreationDate: 'moments', ModDate: 'moments', Company: 'organisation', Manager: 'organisation', SourceModified: 'moments' },
};
/** Notes of readers; what is drawn on the page (stamps, free text) stays. */
const notes = ['Text', 'Popup', 'Caret', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut'];
const name = (text: string) => PDFName.of(text);
const textOf = (value: PDFObject | undefined) => (value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '');

/** Every object that the document itself needs. */
function reachable(context: PDFContext): Set<PDFRef> {
  const seen = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  for (let object = waiting.pop(); object || waiting.length; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (seen.has(object)) continue;
      seen.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFDict) waiting.push(...object.values());
  }
  return seen;
}

/** Takes out of one dictionary what tells of people and programs. */
function clear(dict: PDFDict, context: PDFContext, found: Found): void {
  for (const key of ['Metadata', 'PieceInfo']) if (dict.delete(name(key))) found.add(key === 'Metadata' ? 'custom' : 'application');
  dict.delete(name('LastModified'));
  if (dict.get(name('ByteRange'))) found.add('signature');
  const annotations = context.lookup(dict.get(name('Annots')));
  if (!(annotations instanceof PDFArray)) return;
  for (let i = annotations.size() - 1; i >= 0; i--) {
    const annotation = annotations.lookup(i);
    if (!(annotation instanceof PDFDict)) continue;
    const subtype = annotation.lookup(name('Subtype'));
    const isField = subtype === name('Widget');
    if (!isField && annotation.has(name('T'))) found.add('author', textOf(annotation.lookup(name('T'))));
    if (subtype instanceof PDFName && notes.includes(subtype.decodeText())) {
      found.add('comment');
      annotations.remove(i);
    } else if (!isField) for (const key of ['T', 'M', 'CreationDate', 'NM', 'Popup', 'IRT']) annotation.delete(name(key));
  }
}

/** A photograph within the page, without what the camera wrote. */
function withoutCamera(stream: PDFRawStream, found: Found): PDFRawStream | null {
  const filter = stream.dict.lookup(name('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only !== name('DCTDecode')) return null;
  const clean = cleanPicture(Buffer.from(stream.contents), found);
  return clean.length === stream.contents.length ? null : PDFRawStream.of(stream.dict, clean);
}

/** The PDF without its information, XMP, notes, earlier states and what cameras wrote into its pictures. */
export async function cleanPdf(bytes: Buffer, found: Found): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  // The library makes what it does not find; what has no root is no document.
  if (!(context.lookup(context.trailerInfo.Root) instanceof PDFDict) || !/\/Root\b/.test(bytes.toString('latin1'))) throw new CannotClean('damaged');
  const about = context.lookup(context.trailerInfo.Info);
  if (about instanceof PDFDict)
    for (const [key, value] of about.entries()) {
      const kind = info[key.decodeText()] ?? 'custom';
      const text = textOf(context.lookup(value));
      if (text) found.add(kind, kind === 'moments' ? '' : text);
    }
  context.trailerInfo.Info = undefined;
  context.trailerInfo.ID = undefined;
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict) clear(object, context, found);
    if (!(object instanceof PDFRawStream)) continue;
    clear(object.dict, context, found);
    const clean = withoutCamera(object, found);
    if (clean) context.assign(reference, clean);
  }
  const needed = reachable(context);
  for (const [reference] of context.enumerateIndirectObjects()) if (!needed.has(reference)) context.delete(reference);
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}
