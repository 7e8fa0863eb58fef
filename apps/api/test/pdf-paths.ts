// Where a PDF leads: its bookmarks and links, each with the page and the height that it leads to, and the numbers of its pages.
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';

export async function pathsOf(bytes: Uint8Array): Promise<{ bookmarks: string[]; links: string[]; labels: string[] }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages().map(({ ref }) => String(ref));
  const at = (found: PDFObject | undefined): PDFObject | undefined => (found instanceof PDFRef ? document.context.lookup(found) : found);
  const dict = (found: PDFObject | undefined): PDFDict | undefined => {
    const held = at(found);
    return held instanceof PDFDict ? held : undefined;
  };
  const get = (of: PDFDict | undefined, key: string) => at(of?.get(PDFName.of(key)));
  const target = (of: PDFDict): string => {
    const found = get(of, 'Dest');
    return found instanceof PDFArray ? `page ${pages.indexOf(String(found.get(0))) + 1} at ${found.get(3)}` : 'nowhere';
  };
  const bookmarks: string[] = [];
  const walk = (above: PDFDict | undefined, depth: number): void => {
    for (let one = dict(get(above, 'First')); one; one = dict(get(one, 'Next'))) {
      const title = get(one, 'Title');
      const said = title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '';
      bookmarks.push(`${depth} ${said}: ${target(one)} ${get(one, 'Count') ?? ''}`);
      walk(one, depth + 1);
    }
  };
  walk(dict(get(document.catalog, 'Outlines')), 1);
  const links = document.getPages().flatMap((page, number) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((link) => {
      const found = dict(link);
      return found ? [`page ${number + 1} ${get(found, 'Rect')} to ${target(found)}`] : [];
    }),
  );
  return { bookmarks, links, labels: labelsOf(at, dict(get(document.catalog, 'PageLabels')), pages.length) };
}

function labelsOf(at: (found: PDFObject | undefined) => PDFObject | undefined, tree: PDFDict | undefined, count: number): string[] {
  const numbers = at(tree?.get(PDFName.of('Nums')));
  const all = numbers instanceof PDFArray ? numbers.asArray() : [];
  let first = 1;
  let from = 0;
  return Array.from({ length: count }, (_, page) => {
    const place = all.findIndex((one, index) => index % 2 === 0 && one instanceof PDFNumber && one.asNumber() === page);
    const found = place < 0 ? undefined : at(all[place + 1]);
    if (found instanceof PDFDict) {
      const start = at(found.get(PDFName.of('St')));
      [first, from] = [start instanceof PDFNumber ? start.asNumber() : 1, page];
    }
    return String(first + page - from);
  });
}
