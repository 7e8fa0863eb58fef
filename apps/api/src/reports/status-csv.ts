import type { StatusReport, StatusRow } from '@servanda/contract';
import { lawOf, practiceOf } from '../assessments/verdicts.ts';
import { kinds } from '../gaps/gaps.rules.ts';
import { type CsvValue, csvOf } from '../platform/tables/write-csv.ts';

const piece = (e: StatusRow['evidence'][number]) =>
  [`[${e.stance}] ${e.title}`, e.citation, e.pinpoint, e.originator, e.datedOn ?? '', e.isOutOfDate ? 'out of date' : '']
    .filter((part) => part !== '')
    .join(' · ');

const requestsIn = ({ requests }: StatusReport, row: StatusRow) => requests.filter(({ element }) => element === row.element);

const columns: [name: string, value: (row: StatusRow, report: StatusReport) => CsvValue][] = [
  ['element', (r) => r.element],
  ['obligation', (r) => r.obligation],
  ['article', (r) => r.article],
  ['citation', (r) => r.citation],
  ['title', (r) => r.title],
  ['report_section', (r) => r.section],
  ['applies', (r) => r.applies],
  ['ground', (r) => r.ground],
  ['ground_reason', (r) => r.groundReason],
  ['in_law', lawOf],
  ['in_practice', practiceOf],
  ['proof_in_law', (r) => r.lawProof],
  ['proof_in_practice', (r) => r.practiceProof],
  ['review_status', (r) => r.reviewStatus],
  ['as_of', (r) => r.asOf],
  ['period_from', (r) => r.periodFrom],
  ['period_to', (r) => r.periodTo],
  ['reasons', (r) => r.reasons],
  ['qualifier_note', (r) => r.qualifierNote],
  ['evidence', (r) => r.evidence.map(piece).join('\n')],
  ['evidence_count', (r) => r.evidence.length],
  ['gaps', (r) => r.gaps.join(' ')],
  ['next_actions', (r) => [...new Set(r.gaps.map((gap) => kinds[gap].next))].join(' ')],
  ['responsible_body', (r) => r.responsible?.body],
  ['responsible_role', (r) => r.responsible?.role],
  ['requests_outstanding', (r, d) => requestsIn(d, r).length],
  ['next_request_due', (r, d) => requestsIn(d, r)[0]?.dueOn],
  ['recorded_at', (r) => r.recordedAt],
  ['author_role', (r) => r.authorRole],
  ['author_body', (r) => r.authorBody],
  ['reviewer_role', (r) => r.reviewerRole],
  ['reviewed_at', (r) => r.reviewedAt],
  ['wording_sha256', (r) => r.wordingSha256],
  // Facts of the document stand in every row, so that one row alone can be traced.
  ['state', (_, d) => d.dossier.iso3],
  ['dossier', (_, d) => d.dossier.title],
  ['organisation', (_, d) => d.dossier.organisation],
  ...(['law', 'practice'] as const).flatMap((lane) =>
    (['applicable', 'assessed', 'claimed', 'evidenced', 'verified'] as const).map((count): [string, (row: StatusRow, report: StatusReport) => number] => [
      `coverage_${lane}_${count}`,
      (_, d) => d.coverage.overall[lane][count],
    ]),
  ),
  ['restricted_evidence_left_out', (_, d) => d.restrictedEvidenceLeftOut],
  ['data_cut_off', (_, d) => d.dataCutOff],
  ['evidence_dates_held_against', (_, d) => d.on],
  ['catalogue_version', (_, d) => d.catalogueVersion],
  ['report_sha256', (_, d) => d.sha256],
];

/** One head row and 51 rows. */
export const statusCsv = (report: StatusReport): string =>
  csvOf([columns.map(([name]) => name), ...report.rows.map((row) => columns.map(([, value]) => value(row, report)))]);
