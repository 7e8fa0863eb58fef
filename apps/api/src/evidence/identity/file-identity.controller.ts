import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { FileIdentity } from './file-identity.service.ts';

@Controller()
export class FileIdentityController {
  constructor(@Inject(FileIdentity) private readonly identity: FileIdentity) {}

  @Door(contract.evidence.fileIdentity)
  fileIdentity(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.fileIdentity>) {
    return this.identity.passages(scope, input);
  }

  @Door(contract.evidence.decideIdentity)
  decideIdentity(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.decideIdentity>) {
    return this.identity.decide(scope, input);
  }
}
