import { Controller, Inject, Req, Res } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { ExportsService } from '../exports.service.ts';
import { WorkbookQueries } from './workbook.queries.ts';
import { WorkbookService } from './workbook.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

@Controller()
export class WorkbookController {
  constructor(
    @Inject(WorkbookService) private readonly service: WorkbookService,
    @Inject(WorkbookQueries) private readonly queries: WorkbookQueries,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  @Door(doors.workbook)
  async workbook(@Asker() scope: Scope, @Input() input: Received<Doors['workbook']>, @Res({ passthrough: true }) reply: DoorReply) {
    const { bytes, iso3, on } = await this.queries.workbook(scope, input);
    const made = { name: `servanda-${iso3}-workbook-${on}-${input.query.lang}.xlsx`, media: doors.workbook.media, bytes };
    return this.exports.leave(scope, input.params.id, { report: 'workbook', format: 'xlsx', on }, made, reply);
  }

  @Door(doors.previewWorkbook)
  previewWorkbook(@Asker() scope: Scope, @Input() input: Received<Doors['previewWorkbook']>, @Req() request: DoorRequest) {
    return this.service.preview(scope, input, request);
  }

  @Door(doors.bringWorkbook)
  bringWorkbook(@Asker() scope: Scope, @Input() input: Received<Doors['bringWorkbook']>, @Req() request: DoorRequest) {
    return this.service.bring(scope, input, request);
  }
}
