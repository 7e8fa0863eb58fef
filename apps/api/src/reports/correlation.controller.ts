import { Controller, Inject, Res } from '@nestjs/common';
import { type CorrelationReport, contract, type Received } from '@servanda/contract';
import { NationalProvisionsQueries } from '../evidence/national-provisions/national-provisions.queries.ts';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { correlationCsv } from './correlation-csv.ts';
import { correlationReport } from './correlation-report.ts';
import { ExportsService } from './exports.service.ts';

const doors = contract.reports;
type Sought = Received<(typeof doors)['correlationJson']>;

@Controller()
export class CorrelationController {
  constructor(
    @Inject(NationalProvisionsQueries) private readonly provisions: NationalProvisionsQueries,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  @Door(doors.correlationJson)
  correlationJson(@Asker() scope: Scope, @Input() input: Sought, @Res({ passthrough: true }) reply: DoorReply): Promise<CorrelationReport> {
    return this.#leave(scope, input, 'json', reply);
  }

  @Door(doors.correlationCsv)
  async correlationCsv(@Asker() scope: Scope, @Input() input: Sought, @Res({ passthrough: true }) reply: DoorReply): Promise<string> {
    return correlationCsv(await this.#leave(scope, input, 'csv', reply));
  }

  /** The table as it may leave; noted in the journal before the first byte goes. */
  async #leave(scope: Scope, { params, query }: Sought, format: 'json' | 'csv', reply: DoorReply): Promise<CorrelationReport> {
    const report = correlationReport(await this.provisions.table(scope, params.id, query, true));
    await this.exports.noteCorrelation(scope, format, report);
    reply.header('content-disposition', `attachment; filename="servanda-${report.dossier.iso3}-correlation-${report.on}.${format}"`);
    return report;
  }
}
