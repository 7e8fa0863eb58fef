import { Controller, Inject, Res, StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { ArchiveService } from './archive.service.ts';
import { LeavingService } from './leaving.service.ts';

const doors = contract.people;
type Doors = typeof doors;

@Controller()
export class LeavingController {
  constructor(
    @Inject(LeavingService) private readonly service: LeavingService,
    @Inject(ArchiveService) private readonly archive: ArchiveService,
  ) {}

  @Door(doors.leaving)
  leaving(@Asker() scope: Scope) {
    return this.service.get(scope);
  }

  @Door(doors.askLeaving)
  askLeaving(@Asker() scope: Scope, @Input() input: Received<Doors['askLeaving']>) {
    return this.service.ask(scope, input);
  }

  @Door(doors.takeBackLeaving)
  takeBackLeaving(@Asker() scope: Scope) {
    return this.service.takeBack(scope);
  }

  @Door(doors.exportContents)
  exportContents(@Asker() scope: Scope) {
    return this.archive.contents(scope);
  }

  @Door(doors.exportOrganisation)
  async exportOrganisation(@Asker() scope: Scope, @Input() { query }: Received<Doors['exportOrganisation']>, @Res({ passthrough: true }) reply: DoorReply) {
    const { name, stream } = await this.archive.open(scope, query);
    reply.headers({ 'content-type': doors.exportOrganisation.media, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' });
    return new StreamableFile(stream);
  }
}
