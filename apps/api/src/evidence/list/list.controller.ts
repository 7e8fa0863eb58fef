import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { AlikeQueries } from './alike.queries.ts';
import { EvidenceList } from './list.service.ts';
import { EvidenceTable } from './table.service.ts';

const doors = contract.evidence;
type Doors = typeof doors;

@Controller()
export class ListController {
  constructor(
    @Inject(EvidenceList) private readonly list: EvidenceList,
    @Inject(EvidenceTable) private readonly tables: EvidenceTable,
    @Inject(AlikeQueries) private readonly likes: AlikeQueries,
  ) {}

  @Door(doors.table)
  async table(@Asker() scope: Scope, @Input() input: Received<Doors['table']>, @Res({ passthrough: true }) reply: DoorReply) {
    const { bytes, name, mediaType } = await this.tables.table(scope, input);
    reply.headers({ 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"` });
    return new StreamableFile(bytes);
  }

  @Door(doors.previewImport)
  previewImport(@Asker() scope: Scope, @Input() input: Received<Doors['previewImport']>, @Req() request: DoorRequest) {
    return this.list.preview(scope, input, request);
  }

  @Door(doors.importList)
  importList(@Asker() scope: Scope, @Input() input: Received<Doors['importList']>, @Req() request: DoorRequest) {
    return this.list.bring(scope, input, request);
  }

  @Door(doors.alike)
  alike(@Asker() scope: Scope, @Input() input: Received<Doors['alike']>) {
    return this.likes.alike(scope, input);
  }

  @Door(doors.twins)
  twins(@Asker() scope: Scope, @Input() input: Received<Doors['twins']>) {
    return this.likes.twins(scope, input);
  }
}
