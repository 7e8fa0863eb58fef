import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { EvidenceOpenings } from './opening.service.ts';

@Controller()
export class OpeningController {
  constructor(@Inject(EvidenceOpenings) private readonly openings: EvidenceOpenings) {}

  @Door(contract.evidence.open)
  open(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.open>) {
    return this.openings.open(scope, input);
  }
}
