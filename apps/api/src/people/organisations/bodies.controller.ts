import { Controller, Inject } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { BodiesService } from './bodies.service.ts';

const doors = contract.people;
type Doors = typeof doors;

@Controller()
export class BodiesController {
  constructor(@Inject(BodiesService) private readonly service: BodiesService) {}

  @Door(doors.bodies)
  bodies(@Asker() scope: Scope): Promise<Returned<Doors['bodies']>> {
    return this.service.list(scope);
  }

  @Door(doors.addBody)
  addBody(@Asker() scope: Scope, @Input() input: Received<Doors['addBody']>): Promise<Returned<Doors['addBody']>> {
    return this.service.add(scope, input);
  }

  @Door(doors.reviseBody)
  reviseBody(@Asker() scope: Scope, @Input() input: Received<Doors['reviseBody']>): Promise<Returned<Doors['reviseBody']>> {
    return this.service.revise(scope, input);
  }
}
