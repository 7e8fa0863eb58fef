import { Controller, Inject, Res } from '@nestjs/common';
import { type Brief, contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { BriefQueries } from './brief.queries.ts';
import { briefCsv } from './brief-csv.ts';
import { ExportsService } from './exports.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

@Controller()
export class BriefController {
  constructor(
    @Inject(BriefQueries) private readonly queries: BriefQueries,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  @Door(doors.brief)
  brief(@Asker() scope: Scope, @Input() { query }: Received<Doors['brief']>): Promise<Returned<Doors['brief']>> {
    return this.queries.brief(scope, query);
  }

  @Door(doors.briefJson)
  async briefJson(
    @Asker() scope: Scope,
    @Input() { query }: Received<Doors['briefJson']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Returned<Doors['briefJson']>> {
    return this.#leaving(scope, query, 'json', reply);
  }

  @Door(doors.briefCsv)
  async briefCsv(@Asker() scope: Scope, @Input() { query }: Received<Doors['briefCsv']>, @Res({ passthrough: true }) reply: DoorReply): Promise<string> {
    return briefCsv(await this.#leaving(scope, query, 'csv', reply));
  }

  async #leaving(scope: Scope, query: Received<Doors['brief']>['query'], format: 'json' | 'csv', reply: DoorReply): Promise<Brief> {
    const brief = await this.queries.brief(scope, query);
    await this.exports.noteBrief(scope, format, brief);
    reply.header('content-disposition', `attachment; filename="servanda-brief-${brief.on}.${format}"`);
    return brief;
  }
}
