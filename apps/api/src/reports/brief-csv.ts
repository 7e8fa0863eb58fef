import type { Brief, BriefElement } from '@servanda/contract';
import { type CsvValue, csvOf } from '../platform/tables/write-csv.ts';

const columns: [name: string, value: (element: BriefElement, brief: Brief) => CsvValue][] = [
  ['dossier', (e, b) => b.dossiers.find(({ id }) => id === e.dossier)?.title],
  ['state', (e, b) => b.dossiers.find(({ id }) => id === e.dossier)?.iso3],
  ['element', (e) => e.code],
  ['citation', (e) => e.citation],
  ['title', (e) => e.title],
  ['because', (e) => e.because],
  ['body', (e) => e.body?.name],
  ['owner', (e) => e.owner?.name],
  ['handed_over_from', (e) => e.handedOver?.from],
  ['handed_over_at', (e) => e.handedOver?.at],
  ['in_law', (e) => e.law ?? 'not_assessed'],
  ['in_practice', (e) => e.practice ?? 'not_assessed'],
  ['proof_in_law', (e) => e.lawProof],
  ['proof_in_practice', (e) => e.practiceProof],
  ['as_of', (e) => e.asOf],
  ['reasons', (e) => e.standing?.reasons],
  ['author', (e) => e.standing?.author],
  ['recorded_at', (e) => e.standing?.recordedAt],
  ['newer_status', (e) => e.latest?.status],
  ['newer_reasons', (e) => e.latest?.reasons],
  ['returned_because', (e) => e.returned],
  ['evidence_supporting', (e) => e.supports],
  ['evidence_contradicting', (e) => e.contradicts],
  ['evidence_out_of_date', (e) => e.outOfDate],
  ['gaps', (e) => e.gaps.join(' ')],
  ['next', (e) => e.next.join(' ')],
  ['next_report_due', (e, b) => b.dossiers.find(({ id }) => id === e.dossier)?.deadlines.find(({ kind }) => kind === 'next-report')?.on],
  ['brief_of', (_, b) => b.person?.name ?? b.body?.name],
  ['made_at', (_, b) => b.madeAt],
];

/** One head row and one for each element. */
export const briefCsv = (brief: Brief): string =>
  csvOf([columns.map(([name]) => name), ...brief.elements.map((element) => columns.map(([, value]) => value(element, brief)))]);
