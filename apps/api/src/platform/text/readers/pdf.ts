import { getDocumentProxy } from 'unpdf';
import type { Limits } from '../limits.ts';

/** Text of a PDF, page by page, at most as many as the limits allow. */
export async function readPdf(bytes: Buffer, { mostPages }: Limits): Promise<{ pages: string[]; pagesInAll: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: string[] = [];
  const last = Math.min(pdf.numPages, mostPages);
  for (let number = 1; number <= last; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((run) => ('str' in run ? `${run.str}${run.hasEOL ? '\n' : ''}` : '')).join(''));
    page.cleanup();
  }
  return { pages, pagesInAll: pdf.numPages };
}
