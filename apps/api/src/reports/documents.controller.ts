import { Controller, Inject, Res, type StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { DocumentsService } from './documents/documents.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

@Controller()
export class DocumentsController {
  constructor(@Inject(DocumentsService) private readonly documents: DocumentsService) {}

  @Door(doors.statusPdf)
  statusPdf(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['statusPdf']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StreamableFile> {
    return this.documents.leave(scope, { ...params, kind: 'status', format: 'pdf' }, query, reply);
  }

  @Door(doors.statusDocx)
  statusDocx(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['statusDocx']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StreamableFile> {
    return this.documents.leave(scope, { ...params, kind: 'status', format: 'docx' }, query, reply);
  }

  @Door(doors.document)
  document(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<Doors['document']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StreamableFile> {
    return this.documents.leave(scope, params, query, reply);
  }
}
