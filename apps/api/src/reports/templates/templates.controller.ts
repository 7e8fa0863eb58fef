import { Controller, Inject, Req, Res, type StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { TemplatesQueries } from './templates.queries.ts';
import { TemplatesService } from './templates.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

@Controller()
export class TemplatesController {
  constructor(
    @Inject(TemplatesService) private readonly service: TemplatesService,
    @Inject(TemplatesQueries) private readonly queries: TemplatesQueries,
  ) {}

  @Door(doors.templates)
  list(@Asker() scope: Scope) {
    return this.queries.list(scope);
  }

  @Door(doors.checkTemplate)
  check(@Req() request: DoorRequest) {
    return this.service.check(request);
  }

  @Door(doors.addTemplate)
  add(@Asker() scope: Scope, @Input() input: Received<Doors['addTemplate']>, @Req() request: DoorRequest) {
    return this.service.add(scope, input, request);
  }

  @Door(doors.withdrawTemplate)
  withdraw(@Asker() scope: Scope, @Input() input: Received<Doors['withdrawTemplate']>) {
    return this.service.withdraw(scope, input);
  }

  @Door(doors.starterTemplate)
  starter(@Input() input: Received<Doors['starterTemplate']>, @Res({ passthrough: true }) reply: DoorReply): Promise<StreamableFile> {
    return this.queries.starter(input, reply);
  }

  @Door(doors.templateFile)
  file(@Asker() scope: Scope, @Input() input: Received<Doors['templateFile']>, @Res({ passthrough: true }) reply: DoorReply): Promise<StreamableFile> {
    return this.queries.file(scope, input, reply);
  }

  @Door(doors.fromTemplate)
  filled(@Asker() scope: Scope, @Input() input: Received<Doors['fromTemplate']>, @Res({ passthrough: true }) reply: DoorReply): Promise<StreamableFile> {
    return this.queries.filled(scope, input, reply);
  }
}
