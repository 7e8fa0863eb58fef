import { Controller, Inject, Req, Res, type StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { ReportRuns } from '../runs/runs.service.ts';
import { WorkbookService } from './workbook.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

@Controller()
export class WorkbookController {
  constructor(
    @Inject(WorkbookService) private readonly service: WorkbookService,
    @Inject(ReportRuns) private readonly runs: ReportRuns,
  ) {}

  @Door(doors.workbook)
  workbook(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['workbook']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StreamableFile> {
    return this.runs.now(scope, params.id, { kind: 'workbook', format: 'xlsx', ...query }, reply);
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
