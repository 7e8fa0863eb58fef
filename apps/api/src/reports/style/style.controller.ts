import { Controller, Inject, Req, Res, type StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { StyleService } from './style.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

@Controller()
export class StyleController {
  constructor(@Inject(StyleService) private readonly service: StyleService) {}

  @Door(doors.houseStyle)
  get(@Asker() scope: Scope) {
    return this.service.get(scope);
  }

  @Door(doors.houseLogo)
  logo(@Asker() scope: Scope, @Res({ passthrough: true }) reply: DoorReply): Promise<StreamableFile> {
    return this.service.logo(scope, reply);
  }

  @Door(doors.reviseHouseStyle)
  revise(@Asker() scope: Scope, @Input() input: Received<Doors['reviseHouseStyle']>) {
    return this.service.revise(scope, input);
  }

  @Door(doors.putLogo)
  putLogo(@Asker() scope: Scope, @Req() request: DoorRequest) {
    return this.service.putLogo(scope, request);
  }
}
