import { Controller, Inject, Res, type StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { ReportRuns } from './runs/runs.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

const ordered = ({ restricted, ...query }: Received<Doors['document']>['query']) => ({ ...query, isRestrictedIn: restricted === 'include' });

@Controller()
export class DocumentsController {
  constructor(@Inject(ReportRuns) private readonly runs: ReportRuns) {}

  @Door(doors.statusPdf)
  statusPdf(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['statusPdf']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StreamableFile> {
    return this.runs.now(scope, params.id, { kind: 'status', format: 'pdf', ...ordered(query) }, reply);
  }

  @Door(doors.statusDocx)
  statusDocx(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['statusDocx']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StreamableFile> {
    return this.runs.now(scope, params.id, { kind: 'status', format: 'docx', ...ordered(query) }, reply);
  }

  @Door(doors.document)
  document(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['document']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StreamableFile> {
    return this.runs.now(scope, params.id, { kind: params.kind, format: params.format, ...ordered(query) }, reply);
  }
}
