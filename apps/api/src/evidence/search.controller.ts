import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import { EvidenceSearch } from './search.queries.ts';

@Controller()
export class SearchController {
  constructor(@Inject(EvidenceSearch) private readonly searching: EvidenceSearch) {}

  @Door(contract.evidence.search)
  search(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.search>) {
    return this.searching.search(scope, input);
  }

  @Door(contract.evidence.originators)
  originators(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.originators>) {
    return this.searching.originators(scope, input);
  }
}
