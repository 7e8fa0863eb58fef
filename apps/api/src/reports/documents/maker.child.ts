// The child process that makes documents: one at a time, until its parent ends it or goes away.
import { type CriminalisationReport, DocumentLanguage, type StatusReport } from '@servanda/contract';
import * as z from 'zod';
import { check } from '../templates/check.ts';
import { type Filling, fill, type Head } from '../templates/fill.ts';
import type { Vocabulary } from '../templates/template.rules.ts';
import type { Head as OfDossier, Row } from '../workbook/workbook-xlsx.ts';
import { docxOf } from './docx.ts';
import { htmlOf } from './html.ts';
import type { Order } from './maker.orders.ts';
import type { DocumentModel } from './model.ts';
import { pdfMaker } from './pdf.ts';

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const Asked = z.intersection(
  z.object({ id: z.number() }),
  z.discriminatedUnion('task', [
    z.object({ task: z.literal('make'), format: z.enum(['pdf', 'docx', 'html']), document: z.custom<DocumentModel>(isObject) }),
    z.object({ task: z.literal('status_xlsx'), report: z.custom<StatusReport>(isObject), lang: DocumentLanguage }),
    z.object({ task: z.literal('criminalisation_xlsx'), report: z.custom<CriminalisationReport>(isObject), lang: DocumentLanguage }),
    z.object({ task: z.literal('status_oscal'), report: z.custom<StatusReport>(isObject) }),
    z.object({
      ...{ task: z.literal('workbook'), head: z.custom<OfDossier>(isObject), rows: z.array(z.custom<Row>(isObject)) },
      ...{ dossier: z.string(), lang: DocumentLanguage, on: z.string() },
    }),
    z.object({ task: z.literal('fill'), template: z.instanceof(Uint8Array), filling: z.custom<Filling>(isObject), head: z.custom<Head>(isObject) }),
    z.object({ task: z.literal('draw'), bytes: z.instanceof(Uint8Array) }),
    z.object({ task: z.literal('check'), template: z.instanceof(Uint8Array), vocabulary: z.custom<Vocabulary>(isObject) }),
  ]),
);
// The fonts are read when the first PDF is asked for.
let toPdf: ReturnType<typeof pdfMaker> | undefined;

async function done(order: Order): Promise<Uint8Array> {
  if (order.task === 'fill') return fill(order.template, order.filling, order.head);
  if (order.task === 'check') return Buffer.from(JSON.stringify(check(order.template, order.vocabulary)));
  // The program that draws is loaded by whoever needs it.
  if (order.task === 'draw') return Buffer.from(JSON.stringify(await (await import('../style/logo-draw.ts')).draw(order.bytes)));
  if (order.task === 'status_xlsx') return (await import('../status-xlsx.ts')).statusXlsx(order.report, order.lang);
  if (order.task === 'criminalisation_xlsx') return (await import('../criminalisation/criminalisation-xlsx.ts')).criminalisationXlsx(order.report, order.lang);
  if (order.task === 'status_oscal') return Buffer.from(JSON.stringify((await import('../oscal/status-oscal.ts')).statusOscal(order.report), null, 2));
  if (order.task === 'workbook')
    return (await import('../workbook/workbook-xlsx.ts')).workbookXlsx(order.head, order.rows, order.dossier, order.lang, order.on);
  if (order.format === 'html') return htmlOf(order.document);
  if (order.format === 'docx') return docxOf(order.document);
  toPdf ??= pdfMaker();
  return toPdf(order.document);
}

process.on('message', async (message) => {
  const { id, ...order } = Asked.parse(message);
  try {
    process.send?.({ id, bytes: await done(order), memory: process.memoryUsage().rss });
  } catch (error) {
    process.send?.({ id, fault: String(error).slice(0, 3000), memory: process.memoryUsage().rss });
  }
});
process.on('disconnect', () => process.exit());
