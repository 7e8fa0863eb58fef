import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { CriminalisationQueries } from './criminalisation.queries.ts';
import { CriminalisationService } from './criminalisation.service.ts';

const doors = contract.assessments;

@Controller()
export class CriminalisationController {
  constructor(
    @Inject(CriminalisationService) private readonly service: CriminalisationService,
    @Inject(CriminalisationQueries) private readonly queries: CriminalisationQueries,
  ) {}

  @Door(doors.criminalisation)
  matrix(@Asker() scope: Scope, @Input() input: Received<typeof doors.criminalisation>) {
    return this.queries.matrix(scope, input);
  }

  @Door(doors.fillCriminalisation)
  fill(@Asker() scope: Scope, @Input() input: Received<typeof doors.fillCriminalisation>) {
    return this.service.fill(scope, input);
  }
}
