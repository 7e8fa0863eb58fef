import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { NationalProvisionsQueries } from './national-provisions.queries.ts';
import { NationalProvisionsService } from './national-provisions.service.ts';

const doors = contract.evidence;
type Doors = typeof doors;

@Controller()
export class NationalProvisionsController {
  constructor(
    @Inject(NationalProvisionsService) private readonly service: NationalProvisionsService,
    @Inject(NationalProvisionsQueries) private readonly queries: NationalProvisionsQueries,
  ) {}

  @Door(doors.nationalProvisions)
  list(@Asker() scope: Scope, @Input() input: Received<Doors['nationalProvisions']>) {
    return this.queries.list(scope, input);
  }

  @Door(doors.addNationalProvision)
  add(@Asker() scope: Scope, @Input() input: Received<Doors['addNationalProvision']>) {
    return this.service.add(scope, input);
  }

  @Door(doors.reviseNationalProvision)
  revise(@Asker() scope: Scope, @Input() input: Received<Doors['reviseNationalProvision']>) {
    return this.service.revise(scope, input);
  }

  @Door(doors.withdrawNationalProvision)
  withdraw(@Asker() scope: Scope, @Input() input: Received<Doors['withdrawNationalProvision']>) {
    return this.service.withdraw(scope, input);
  }

  @Door(doors.nationalProvisionRevisions)
  revisions(@Asker() scope: Scope, @Input() input: Received<Doors['nationalProvisionRevisions']>) {
    return this.queries.revisions(scope, input);
  }

  @Door(doors.correlation)
  correlation(@Asker() scope: Scope, @Input() input: Received<Doors['correlation']>) {
    return this.queries.correlation(scope, input);
  }
}
