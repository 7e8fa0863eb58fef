import { Controller, Inject, Res } from '@nestjs/common';
import { contract, type Received, type StatisticalAnnex } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { ExportsService } from '../exports.service.ts';
import { StatisticsQueries } from './statistics.queries.ts';

const doors = contract.reports;

@Controller()
export class StatisticsController {
  constructor(
    @Inject(StatisticsQueries) private readonly queries: StatisticsQueries,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  @Door(doors.statisticsJson)
  async statisticsJson(
    @Asker() scope: Scope,
    @Input() { params, query }: Received<typeof doors.statisticsJson>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<StatisticalAnnex> {
    const annex = await this.queries.annex(scope, params.id, query.asOf);
    await this.exports.noteStatistics(scope, annex);
    reply.header('content-disposition', `attachment; filename="servanda-${annex.dossier.iso3}-statistics-${annex.on}.json"`);
    return annex;
  }
}
