import { Controller, Inject, Res, type StreamableFile } from '@nestjs/common';
import { contract, type Received, type StatusReport as Report, type Returned, StatusReport } from '@servanda/contract';
import * as z from 'zod';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { ExportsService } from './exports.service.ts';
import { ReportRuns } from './runs/runs.service.ts';
import { statusCsv } from './status-csv.ts';
import { StatusReportQueries } from './status-report.queries.ts';

const doors = contract.reports;
type Doors = typeof doors;
const schema = { ...z.toJSONSchema(StatusReport, { target: 'draft-2020-12' }), $id: 'urn:servanda:schema:status-report:3', title: 'Servanda status report' };

/** What the file is called, without its ending. */
const nameOf = ({ dossier, on }: Report) => `servanda-${dossier.iso3}-status-${on}`;

@Controller()
export class ReportsController {
  constructor(
    @Inject(StatusReportQueries) private readonly status: StatusReportQueries,
    @Inject(ExportsService) private readonly exports: ExportsService,
    @Inject(ReportRuns) private readonly runs: ReportRuns,
  ) {}

  @Door(doors.statusJson)
  async statusJson(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['statusJson']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Returned<Doors['statusJson']>> {
    const report = await this.status.report(scope, params.id, query.asOf);
    await this.exports.note(scope, 'json', report);
    reply.header('content-disposition', `attachment; filename="${nameOf(report)}.json"`);
    return report;
  }

  @Door(doors.statusCsv)
  async statusCsv(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['statusCsv']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<string> {
    const report = await this.status.report(scope, params.id, query.asOf);
    await this.exports.note(scope, 'csv', report);
    reply.header('content-disposition', `attachment; filename="${nameOf(report)}.csv"`);
    return statusCsv(report);
  }

  @Door(doors.statusXlsx)
  statusXlsx(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['statusXlsx']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StreamableFile> {
    return this.runs.now(scope, params.id, { kind: 'status', format: 'xlsx', ...query }, reply);
  }

  @Door(doors.statusOscal)
  statusOscal(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['statusOscal']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StreamableFile> {
    return this.runs.now(scope, params.id, { kind: 'status', format: 'oscal', lang: 'en', ...query }, reply);
  }

  @Door(doors.statusSchema)
  statusSchema(): unknown {
    return schema;
  }
}
