import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { EvidenceRequests } from './requests.service.ts';

const doors = contract.evidence;

@Controller()
export class RequestsController {
  constructor(@Inject(EvidenceRequests) private readonly service: EvidenceRequests) {}

  @Door(doors.requests)
  requests(@Asker() scope: Scope, @Input() input: Received<typeof doors.requests>) {
    return this.service.list(scope, input);
  }

  @Door(doors.ask)
  ask(@Asker() scope: Scope, @Input() input: Received<typeof doors.ask>) {
    return this.service.ask(scope, input);
  }

  @Door(doors.stepRequest)
  stepRequest(@Asker() scope: Scope, @Input() input: Received<typeof doors.stepRequest>) {
    return this.service.step(scope, input);
  }
}
