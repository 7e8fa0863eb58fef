import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import { GapsQueries } from './gaps.queries.ts';

@Controller()
export class GapsController {
  constructor(@Inject(GapsQueries) private readonly queries: GapsQueries) {}

  @Door(contract.gaps.coverage)
  coverage(@Asker() scope: Scope, @Input() input: Received<typeof contract.gaps.coverage>) {
    return this.queries.coverage(scope, input);
  }

  @Door(contract.gaps.list)
  list(@Asker() scope: Scope, @Input() { params, query }: Received<typeof contract.gaps.list>) {
    return this.queries.list(scope, params.id, query);
  }
}
