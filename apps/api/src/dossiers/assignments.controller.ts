import { Controller, Inject } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import { AssignmentsService } from './assignments.service.ts';
import { HandOverService } from './hand-over.service.ts';

const doors = contract.dossiers;
type Doors = typeof doors;

@Controller()
export class AssignmentsController {
  constructor(
    @Inject(AssignmentsService) private readonly service: AssignmentsService,
    @Inject(HandOverService) private readonly handOver: HandOverService,
  ) {}

  @Door(doors.removeMember)
  removeMember(@Asker() scope: Scope, @Input() input: Received<Doors['removeMember']>): Promise<Returned<Doors['removeMember']>> {
    return this.handOver.remove(scope, input);
  }

  @Door(doors.leave)
  leave(@Asker() scope: Scope, @Input() input: Received<Doors['leave']>): Promise<Returned<Doors['leave']>> {
    return this.handOver.leave(scope, input);
  }

  @Door(doors.assign)
  assign(@Asker() scope: Scope, @Input() input: Received<Doors['assign']>): Promise<Returned<Doors['assign']>> {
    return this.service.assign(scope, input);
  }

  @Door(doors.assignments)
  assignments(@Asker() scope: Scope, @Input() input: Received<Doors['assignments']>): Promise<Returned<Doors['assignments']>> {
    return this.service.history(scope, input);
  }
}
