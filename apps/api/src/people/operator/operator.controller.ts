import { Controller, Inject } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { InstanceQueries } from './instance.queries.ts';
import { OperatorService } from './operator.service.ts';

const doors = contract.people;
type Doors = typeof doors;
type Counted = Promise<Returned<Doors['renameOrganisation']>>;

@Controller()
export class OperatorController {
  constructor(
    @Inject(OperatorService) private readonly service: OperatorService,
    @Inject(InstanceQueries) private readonly queries: InstanceQueries,
  ) {}

  @Door(doors.organisations)
  organisations(@Asker() scope: Scope): Promise<Returned<Doors['organisations']>> {
    return this.service.list(scope);
  }

  @Door(doors.foundOrganisation)
  foundOrganisation(@Asker() scope: Scope, @Input() input: Received<Doors['foundOrganisation']>): Counted {
    return this.service.found(scope, input);
  }

  @Door(doors.renameOrganisation)
  renameOrganisation(@Asker() scope: Scope, @Input() input: Received<Doors['renameOrganisation']>): Counted {
    return this.service.rename(scope, input);
  }

  @Door(doors.inviteLead)
  inviteLead(@Asker() scope: Scope, @Input() input: Received<Doors['inviteLead']>): Promise<Returned<Doors['inviteLead']>> {
    return this.service.inviteLead(scope, input);
  }

  @Door(doors.suspendOrganisation)
  suspendOrganisation(@Asker() scope: Scope, @Input() input: Received<Doors['suspendOrganisation']>): Counted {
    return this.service.suspend(scope, input);
  }

  @Door(doors.reinstateOrganisation)
  reinstateOrganisation(@Asker() scope: Scope, @Input() input: Received<Doors['reinstateOrganisation']>): Counted {
    return this.service.reinstate(scope, input);
  }

  @Door(doors.instance)
  instance(): Promise<Returned<Doors['instance']>> {
    return this.queries.state();
  }
}
