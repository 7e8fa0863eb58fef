import { Controller, Inject } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import { CoalitionService } from './coalition.service.ts';

const doors = contract.dossiers;
type Doors = typeof doors;

@Controller()
export class CoalitionController {
  constructor(@Inject(CoalitionService) private readonly service: CoalitionService) {}

  @Door(doors.coalition)
  coalition(@Asker() scope: Scope, @Input() input: Received<Doors['coalition']>): Promise<Returned<Doors['coalition']>> {
    return this.service.of(scope, input);
  }

  @Door(doors.inviteToCoalition)
  invite(@Asker() scope: Scope, @Input() input: Received<Doors['inviteToCoalition']>): Promise<Returned<Doors['coalition']>> {
    return this.service.invite(scope, input);
  }

  @Door(doors.endInCoalition)
  end(@Asker() scope: Scope, @Input() input: Received<Doors['endInCoalition']>): Promise<Returned<Doors['coalition']>> {
    return this.service.end(scope, input);
  }

  @Door(doors.coalitions)
  coalitions(@Asker() scope: Scope): Promise<Returned<Doors['coalitions']>> {
    return this.service.mine(scope);
  }

  @Door(doors.answerCoalition)
  answer(@Asker() scope: Scope, @Input() input: Received<Doors['answerCoalition']>): Promise<Returned<Doors['answerCoalition']>> {
    return this.service.answer(scope, input);
  }
}
