import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { contract, type Received, type StatusReport } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { ExportsService } from '../exports.service.ts';
import { statusOscal } from '../oscal/status-oscal.ts';
import { StatusReportQueries } from '../status-report.queries.ts';
import { statusXlsx } from '../status-xlsx.ts';
import { WorkbookQueries } from './workbook.queries.ts';
import { WorkbookService } from './workbook.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

@Controller()
export class WorkbookController {
  constructor(
    @Inject(WorkbookService) private readonly service: WorkbookService,
    @Inject(WorkbookQueries) private readonly queries: WorkbookQueries,
    @Inject(StatusReportQueries) private readonly status: StatusReportQueries,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  @Door(doors.statusXlsx)
  async statusXlsx(@Asker() scope: Scope, @Input() { params, query }: Received<Doors['statusXlsx']>, @Res({ passthrough: true }) reply: DoorReply) {
    const report = await this.status.report(scope, params.id, query.asOf);
    return this.#leave(scope, report, 'xlsx', await statusXlsx(report, query.lang), `${query.lang}.xlsx`, reply);
  }

  @Door(doors.statusOscal)
  async statusOscal(@Asker() scope: Scope, @Input() { params, query }: Received<Doors['statusOscal']>, @Res({ passthrough: true }) reply: DoorReply) {
    const report = await this.status.report(scope, params.id, query.asOf);
    return this.#leave(scope, report, 'oscal', Buffer.from(JSON.stringify(statusOscal(report), null, 2), 'utf8'), 'oscal.json', reply);
  }

  @Door(doors.workbook)
  async workbook(@Asker() scope: Scope, @Input() input: Received<Doors['workbook']>, @Res({ passthrough: true }) reply: DoorReply) {
    const { bytes, name } = await this.queries.workbook(scope, input);
    return sent(bytes, doors.workbook.media, name, reply);
  }

  @Door(doors.previewWorkbook)
  previewWorkbook(@Asker() scope: Scope, @Input() input: Received<Doors['previewWorkbook']>, @Req() request: DoorRequest) {
    return this.service.preview(scope, input, request);
  }

  @Door(doors.bringWorkbook)
  bringWorkbook(@Asker() scope: Scope, @Input() input: Received<Doors['bringWorkbook']>, @Req() request: DoorRequest) {
    return this.service.bring(scope, input, request);
  }

  /** The report as a file; noted in the journal before the first byte goes. */
  async #leave(scope: Scope, report: StatusReport, format: 'xlsx' | 'oscal', bytes: Buffer, ending: string, reply: DoorReply): Promise<StreamableFile> {
    await this.exports.note(scope, format, report);
    const { media } = format === 'xlsx' ? doors.statusXlsx : doors.statusOscal;
    return sent(bytes, media, `servanda-${report.dossier.iso3}-status-${report.on}${format === 'xlsx' ? '-' : '.'}${ending}`, reply);
  }
}

function sent(bytes: Buffer, media: string | undefined, name: string, reply: DoorReply): StreamableFile {
  reply.headers({ 'content-type': media ?? '', 'content-disposition': `attachment; filename="${name}"`, 'content-length': String(bytes.length) });
  return new StreamableFile(bytes);
}
