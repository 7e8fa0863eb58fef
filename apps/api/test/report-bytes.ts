// Writes one record in every format and says the hash of each: run by processes of other zones and languages, which must all say the same.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CorrelationReport, CriminalisationReport, DocumentLanguage, type IssueContent, StatusReport } from '@servanda/contract';
import * as z from 'zod';
import { composedDocument } from '../src/reports/composer/composed-document.ts';
import { criminalisationDocument } from '../src/reports/criminalisation/criminalisation-document.ts';
import { criminalisationXlsx } from '../src/reports/criminalisation/criminalisation-xlsx.ts';
import { correlationDocument } from '../src/reports/documents/correlation-table.ts';
import { docxOf } from '../src/reports/documents/docx.ts';
import { briefingDocument, gapDocument } from '../src/reports/documents/gap-list.ts';
import { htmlOf } from '../src/reports/documents/html.ts';
import { pdfMaker } from '../src/reports/documents/pdf.ts';
import { statusDocument } from '../src/reports/documents/status-report.ts';
import { statusOscal } from '../src/reports/oscal/status-oscal.ts';
import { statusCsv } from '../src/reports/status-csv.ts';
import { statusXlsx } from '../src/reports/status-xlsx.ts';
import { type Head, type Row, workbookXlsx } from '../src/reports/workbook/workbook-xlsx.ts';

const isObject = (value: unknown) => typeof value === 'object';
const Told = z.object({
  report: StatusReport,
  correlation: CorrelationReport,
  criminalisation: CriminalisationReport,
  content: z.custom<IssueContent>(isObject),
  workbook: z.object({ head: z.custom<Head>(isObject), rows: z.array(z.custom<Row>(isObject)) }),
});
const { report, correlation, criminalisation, content, workbook } = Told.parse(JSON.parse(readFileSync(0, 'utf8')));
const pdfOf = pdfMaker();
const said: Record<string, string> = {};
const say = (name: string, bytes: Uint8Array | string) => {
  said[name] = createHash('sha256').update(bytes).digest('hex');
};
for (const lang of DocumentLanguage.options) {
  const manner = { lang, isDraft: lang === 'ru' };
  const documents = {
    status: statusDocument(report, manner),
    briefing: briefingDocument(report, manner),
    gaps: gapDocument(report, manner),
    correlation: correlationDocument(correlation, { ...manner, isRestricted: false }),
    criminalisation: criminalisationDocument(criminalisation, { ...manner, isRestricted: false }),
    composed: composedDocument({ ...content, language: lang }, { on: report.on, sha256: report.sha256, issue: null }),
  };
  for (const [kind, document] of Object.entries(documents)) {
    say(`${kind} ${lang} model`, JSON.stringify(document));
    say(`${kind} ${lang} html`, htmlOf(document));
  }
  // One kind of each language as PDF or as Word document: the two share the model.
  const at = DocumentLanguage.options.indexOf(lang);
  const one = Object.values(documents)[at % 6];
  if (one && at % 2 === 1) say(`${at} pdf`, await pdfOf(one));
  if (one && at % 2 === 0) say(`${at} docx`, await docxOf(one));
}
for (const lang of ['en', 'fr', 'ar'] as const) {
  say(`status xlsx ${lang}`, await statusXlsx(report, lang));
  say(`criminalisation xlsx ${lang}`, await criminalisationXlsx(criminalisation, lang));
  say(`workbook ${lang}`, await workbookXlsx(workbook.head, workbook.rows, report.dossier.id, lang, report.on));
}
say('csv', statusCsv(report));
say('oscal', JSON.stringify(statusOscal(report)));
process.stdout.write(JSON.stringify(said));
