import { Controller, Inject } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import { DossiersQueries } from './dossiers.queries.ts';
import { DossiersService } from './dossiers.service.ts';

const doors = contract.dossiers;
type Doors = typeof doors;

@Controller()
export class DossiersController {
  constructor(
    @Inject(DossiersService) private readonly service: DossiersService,
    @Inject(DossiersQueries) private readonly queries: DossiersQueries,
  ) {}

  @Door(doors.list)
  list(@Asker() scope: Scope, @Input() input: Received<Doors['list']>): Promise<Returned<Doors['list']>> {
    return this.queries.list(scope, input);
  }

  @Door(doors.open)
  open(@Asker() scope: Scope, @Input() { body }: Received<Doors['open']>): Promise<Returned<Doors['open']>> {
    return this.service.open(scope, body);
  }

  @Door(doors.get)
  get(@Asker() scope: Scope, @Input() input: Received<Doors['get']>): Promise<Returned<Doors['get']>> {
    return this.queries.get(scope, input);
  }

  @Door(doors.reviseFacts)
  reviseFacts(@Asker() scope: Scope, @Input() input: Received<Doors['reviseFacts']>): Promise<Returned<Doors['reviseFacts']>> {
    return this.service.reviseFacts(scope, input);
  }

  @Door(doors.reviseShelfLife)
  reviseShelfLife(@Asker() scope: Scope, @Input() input: Received<Doors['reviseShelfLife']>): Promise<Returned<Doors['reviseShelfLife']>> {
    return this.service.reviseShelfLife(scope, input);
  }

  @Door(doors.obligations)
  obligations(@Asker() scope: Scope, @Input() input: Received<Doors['obligations']>): Promise<Returned<Doors['obligations']>> {
    return this.queries.obligations(scope, input);
  }
}
