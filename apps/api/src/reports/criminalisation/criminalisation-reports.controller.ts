import { Controller, Inject, Res } from '@nestjs/common';
import { type CriminalisationReport, contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { ExportsService } from '../exports.service.ts';
import { criminalisationCsv } from './criminalisation-csv.ts';
import { CriminalisationReportQueries } from './criminalisation-report.queries.ts';

const doors = contract.reports;
type Sought = Received<(typeof doors)['criminalisationJson']>;

@Controller()
export class CriminalisationReportsController {
  constructor(
    @Inject(CriminalisationReportQueries) private readonly queries: CriminalisationReportQueries,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  @Door(doors.criminalisationJson)
  criminalisationJson(@Asker() scope: Scope, @Input() input: Sought, @Res({ passthrough: true }) reply: DoorReply): Promise<CriminalisationReport> {
    return this.#leave(scope, input, 'json', reply);
  }

  @Door(doors.criminalisationCsv)
  async criminalisationCsv(@Asker() scope: Scope, @Input() input: Sought, @Res({ passthrough: true }) reply: DoorReply): Promise<string> {
    return criminalisationCsv(await this.#leave(scope, input, 'csv', reply));
  }

  /** The matrix as it may leave; noted in the journal before the first byte goes. */
  async #leave(scope: Scope, { params, query }: Sought, format: 'json' | 'csv', reply: DoorReply): Promise<CriminalisationReport> {
    const report = await this.queries.report(scope, params.id, query.asOf);
    await this.exports.noteCriminalisation(scope, format, report);
    reply.header('content-disposition', `attachment; filename="servanda-${report.dossier.iso3}-criminalisation-${report.on}.${format}"`);
    return report;
  }
}
