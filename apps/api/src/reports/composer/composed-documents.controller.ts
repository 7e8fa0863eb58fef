import { Controller, Inject, Res, type StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { ReportRuns } from '../runs/runs.service.ts';

const doors = contract.reports;
type Sought = Received<(typeof doors)['article12Pdf']>;

@Controller()
export class ComposedDocumentsController {
  constructor(@Inject(ReportRuns) private readonly runs: ReportRuns) {}

  @Door(doors.article12Pdf)
  article12Pdf(@Asker() scope: Scope, @Input() { params, query }: Sought, @Res({ passthrough: true }) reply: DoorReply): Promise<StreamableFile> {
    return this.runs.now(scope, params.id, { kind: 'article_12', format: 'pdf', ...query }, reply);
  }

  @Door(doors.article12Docx)
  article12Docx(@Asker() scope: Scope, @Input() { params, query }: Sought, @Res({ passthrough: true }) reply: DoorReply): Promise<StreamableFile> {
    return this.runs.now(scope, params.id, { kind: 'article_12', format: 'docx', ...query }, reply);
  }
}
