import { Controller, Inject, Res, StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { documentOf } from './documents/document.ts';
import { DocumentMaker } from './documents/document-maker.ts';
import { ExportsService } from './exports.service.ts';
import { StatusReportQueries } from './status-report.queries.ts';

const doors = contract.reports;
type Sought = Received<(typeof doors)['statusPdf']>;

@Controller()
export class DocumentsController {
  constructor(
    @Inject(StatusReportQueries) private readonly status: StatusReportQueries,
    @Inject(ExportsService) private readonly exports: ExportsService,
    @Inject(DocumentMaker) private readonly maker: DocumentMaker,
  ) {}

  @Door(doors.statusPdf)
  statusPdf(@Asker() scope: Scope, @Input() input: Sought, @Res({ passthrough: true }) reply: DoorReply): Promise<StreamableFile> {
    return this.#leave(scope, input, 'pdf', reply);
  }

  @Door(doors.statusDocx)
  statusDocx(@Asker() scope: Scope, @Input() input: Sought, @Res({ passthrough: true }) reply: DoorReply): Promise<StreamableFile> {
    return this.#leave(scope, input, 'docx', reply);
  }

  /** The document, made in the child process; noted in the journal before the first byte goes. */
  async #leave(scope: Scope, { params, query }: Sought, format: 'pdf' | 'docx', reply: DoorReply): Promise<StreamableFile> {
    const report = await this.status.report(scope, params.id, query.asOf);
    const bytes = await this.maker.make(format, documentOf(report, query.lang));
    await this.exports.note(scope, format, report);
    const name = `servanda-${report.dossier.iso3}-status-${report.on}-${query.lang}.${format}`;
    const { media } = format === 'pdf' ? doors.statusPdf : doors.statusDocx;
    reply.headers({ 'content-type': media ?? '', 'content-disposition': `attachment; filename="${name}"`, 'content-length': String(bytes.length) });
    return new StreamableFile(bytes);
  }
}
