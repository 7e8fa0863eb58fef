import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import { AssessmentsQueries } from './assessments.queries.ts';
import { AssessmentsService } from './assessments.service.ts';

@Controller()
export class AssessmentsController {
  constructor(
    @Inject(AssessmentsService) private readonly service: AssessmentsService,
    @Inject(AssessmentsQueries) private readonly queries: AssessmentsQueries,
  ) {}

  @Door(contract.assessments.history)
  history(@Asker() scope: Scope, @Input() input: Received<typeof contract.assessments.history>) {
    return this.queries.history(scope, input);
  }

  @Door(contract.assessments.record)
  record(@Asker() scope: Scope, @Input() input: Received<typeof contract.assessments.record>) {
    return this.service.record(scope, input);
  }

  @Door(contract.assessments.review)
  review(@Asker() scope: Scope, @Input() input: Received<typeof contract.assessments.review>) {
    return this.service.review(scope, input);
  }
}
