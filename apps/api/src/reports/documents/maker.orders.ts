// What the process that makes documents is asked for.
import type { CriminalisationReport, DocumentFormat, DocumentLanguage, StatusReport } from '@servanda/contract';
import type { Filling, Head } from '../templates/fill.ts';
import type { Vocabulary } from '../templates/template.rules.ts';
import type { Head as OfDossier, Row } from '../workbook/workbook-xlsx.ts';
import type { DocumentModel } from './model.ts';

/** What is written of the record, by one of the writers. */
export type Writing =
  | { task: 'make'; format: DocumentFormat; document: DocumentModel }
  | { task: 'status_xlsx'; report: StatusReport; lang: DocumentLanguage }
  | { task: 'criminalisation_xlsx'; report: CriminalisationReport; lang: DocumentLanguage }
  | { task: 'status_oscal'; report: StatusReport }
  | { task: 'workbook'; head: OfDossier; rows: Row[]; dossier: string; lang: DocumentLanguage; on: string };

export type Order =
  | Writing
  | { task: 'fill'; template: Uint8Array; filling: Filling; head: Head }
  | { task: 'draw'; bytes: Uint8Array }
  | { task: 'check'; template: Uint8Array; vocabulary: Vocabulary };
