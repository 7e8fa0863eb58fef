import { Controller, Inject, Res } from '@nestjs/common';
import { canonicalJson, catalogue, sha256 } from '@servanda/catalogue';
import { CorrelationReport, contract, type Received } from '@servanda/contract';
import { NationalProvisionsQueries } from '../evidence/national-provisions/national-provisions.queries.ts';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { correlationCsv } from './correlation-csv.ts';
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
    const { table, restricted } = await this.provisions.table(scope, params.id, query, true);
    const content = {
      ...{ schema: 'urn:servanda:schema:correlation-table:1' as const, treaty: 'opsc' as const },
      ...{ catalogueVersion: catalogue.version, catalogueSha256: catalogue.sha256, restrictedProvisionsLeftOut: restricted, ...table },
    };
    const report = CorrelationReport.parse({ ...content, sha256: sha256(canonicalJson(content)) });
    await this.exports.noteCorrelation(scope, format, report);
    reply.header('content-disposition', `attachment; filename="servanda-${table.dossier.iso3}-correlation-${table.on}.${format}"`);
    return report;
  }
}
