import { Controller, Inject } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import { AssignmentsService } from './assignments.service.ts';

const doors = contract.dossiers;
type Doors = typeof doors;

@Controller()
export class AssignmentsController {
  constructor(@Inject(AssignmentsService) private readonly service: AssignmentsService) {}

  @Door(doors.assign)
  assign(@Asker() scope: Scope, @Input() input: Received<Doors['assign']>): Promise<Returned<Doors['assign']>> {
    return this.service.assign(scope, input);
  }

  @Door(doors.assignments)
  assignments(@Asker() scope: Scope, @Input() input: Received<Doors['assignments']>): Promise<Returned<Doors['assignments']>> {
    return this.service.history(scope, input);
  }
}
