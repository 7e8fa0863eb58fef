import { Controller, Inject, Res } from '@nestjs/common';
import { contract, type Received, type StatusReport as Report, type Returned, StatusReport } from '@servanda/contract';
import * as z from 'zod';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { ExportsService } from './exports.service.ts';
import { statusOscal } from './oscal/status-oscal.ts';
import { statusCsv } from './status-csv.ts';
import { StatusReportQueries } from './status-report.queries.ts';
import { statusXlsx } from './status-xlsx.ts';

const doors = contract.reports;
type Doors = typeof doors;
const schema = { ...z.toJSONSchema(StatusReport, { target: 'draft-2020-12' }), $id: 'urn:servanda:schema:status-report:2', title: 'Servanda status report' };

/** What the file is called, without its ending. */
const nameOf = ({ dossier, on }: Report) => `servanda-${dossier.iso3}-status-${on}`;

@Controller()
export class ReportsController {
  constructor(
    @Inject(StatusReportQueries) private readonly status: StatusReportQueries,
    @Inject(ExportsService) private readonly exports: ExportsService,
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
  async statusXlsx(@Asker() scope: Scope, @Input() { params, query }: Received<Doors['statusXlsx']>, @Res({ passthrough: true }) reply: DoorReply) {
    const report = await this.status.report(scope, params.id, query.asOf);
    const made = { name: `${nameOf(report)}-${query.lang}.xlsx`, media: doors.statusXlsx.media, bytes: await statusXlsx(report, query.lang) };
    return this.exports.leave(scope, params.id, { report: 'status', format: 'xlsx', on: report.on, sha256: report.sha256 }, made, reply);
  }

  @Door(doors.statusOscal)
  async statusOscal(@Asker() scope: Scope, @Input() { params, query }: Received<Doors['statusOscal']>, @Res({ passthrough: true }) reply: DoorReply) {
    const report = await this.status.report(scope, params.id, query.asOf);
    const bytes = Buffer.from(JSON.stringify(statusOscal(report), null, 2), 'utf8');
    const made = { name: `${nameOf(report)}.oscal.json`, media: doors.statusOscal.media, bytes };
    return this.exports.leave(scope, params.id, { report: 'status', format: 'oscal', on: report.on, sha256: report.sha256 }, made, reply);
  }

  @Door(doors.statusSchema)
  statusSchema(): unknown {
    return schema;
  }
}
