// The child process that makes documents: one at a time, until its parent ends it or goes away.
import * as z from 'zod';
import { docxOf } from './docx.ts';
import { htmlOf } from './html.ts';
import type { DocumentModel } from './model.ts';
import { pdfMaker } from './pdf.ts';

const Order = z.object({ id: z.number(), format: z.enum(['pdf', 'docx', 'html']), document: z.custom<DocumentModel>((value) => typeof value === 'object') });
const toPdf = pdfMaker();

process.on('message', async (message) => {
  const { id, format, document } = Order.parse(message);
  try {
    const bytes = format === 'pdf' ? toPdf(document) : format === 'docx' ? await docxOf(document) : htmlOf(document);
    process.send?.({ id, bytes, memory: process.memoryUsage().rss });
  } catch (error) {
    process.send?.({ id, fault: String(error).slice(0, 3000), memory: process.memoryUsage().rss });
  }
});
process.on('disconnect', () => process.exit());
