import { Controller, Inject } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { KeysService } from './keys.service.ts';

const doors = contract.people;
type Doors = typeof doors;

@Controller()
export class KeysController {
  constructor(@Inject(KeysService) private readonly service: KeysService) {}

  @Door(doors.keys)
  keys(@Asker() scope: Scope): Promise<Returned<Doors['keys']>> {
    return this.service.list(scope);
  }

  @Door(doors.addKey)
  addKey(@Asker() scope: Scope, @Input() input: Received<Doors['addKey']>): Promise<Returned<Doors['addKey']>> {
    return this.service.add(scope, input);
  }

  @Door(doors.revokeKey)
  revokeKey(@Asker() scope: Scope, @Input() input: Received<Doors['revokeKey']>): Promise<null> {
    return this.service.revoke(scope, input);
  }
}
