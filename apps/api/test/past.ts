// What every door of a dossier answers, now or as of a moment; for the tests that read the past.
import { Readable } from 'node:stream';
import { AssessmentsQueries } from '../src/assessments/assessments.queries.ts';
import { DossiersQueries } from '../src/dossiers/dossiers.queries.ts';
import { EvidenceQueries } from '../src/evidence/evidence.queries.ts';
import { NationalProvisionsQueries } from '../src/evidence/national-provisions/national-provisions.queries.ts';
import { EvidenceRequests } from '../src/evidence/requests/requests.service.ts';
import { GapsQueries } from '../src/gaps/gaps.queries.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import type { FileStore } from '../src/platform/files/file-store.ts';
import { StatisticsQueries } from '../src/reports/statistics/statistics.queries.ts';
import { StatusReportQueries } from '../src/reports/status-report.queries.ts';
import type { Served } from './server.ts';

/** The answers of every reading door of a dossier, by name. */
export async function everyDoorOf({ app }: Served, scope: Scope, dossier: string, asOf?: string): Promise<Record<string, unknown>> {
  const params = { id: dossier };
  const query = { asOf };
  const page = { limit: 100, offset: 0, asOf };
  const nothing = { body: undefined };
  return {
    dossier: await app.get(DossiersQueries).get(scope, { params, query, ...nothing }),
    checklist: await app.get(DossiersQueries).obligations(scope, { params, query, ...nothing }),
    coverage: await app.get(GapsQueries).coverage(scope, { params, query, ...nothing }),
    gaps: await app.get(GapsQueries).list(scope, dossier, { ...page, sort: 'priority', direction: 'asc' }),
    library: await app.get(EvidenceQueries).list(scope, { params, query: { ...page, sort: 'title', direction: 'asc' }, ...nothing }),
    provisions: await app.get(NationalProvisionsQueries).list(scope, { params, query: { ...page, state: 'standing' }, ...nothing }),
    correlation: await app.get(NationalProvisionsQueries).correlation(scope, { params, query: { from: 1, to: 12, asOf }, ...nothing }),
    requests: await app.get(EvidenceRequests).list(scope, { params, query: { ...page, show: 'all' }, ...nothing }),
    history: await app.get(AssessmentsQueries).history(scope, { params: { ...params, code: '3.2' }, query: page, ...nothing }),
    annex: await app.get(StatisticsQueries).annex(scope, dossier, asOf),
    report: await app.get(StatusReportQueries).report(scope, dossier, asOf),
  };
}

/** The same without what the asker may do, which in the past is nothing. */
export const withoutMay = (answers: unknown): unknown => JSON.parse(JSON.stringify(answers, (key, value) => (key === 'may' ? undefined : value)));

/** A text as the file store has it when an upload has just been received. */
export const documentText = (store: FileStore, text: string) => store.receive(Readable.from([Buffer.from(text)]), 1024);
