import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import { Pulse } from './portal/pulse.ts';
import { PublicationsQueries } from './publications.queries.ts';
import { Publications } from './publications.service.ts';

const doors = contract.publications;
type Doors = typeof doors;

@Controller()
export class PublicationsController {
  constructor(
    @Inject(PublicationsQueries) private readonly queries: PublicationsQueries,
    @Inject(Publications) private readonly publications: Publications,
    @Inject(Pulse) private readonly pulse: Pulse,
  ) {}

  @Door(doors.list)
  list(@Asker() scope: Scope, @Input() input: Received<Doors['list']>) {
    return this.queries.list(scope, input);
  }

  @Door(doors.preview)
  preview(@Asker() scope: Scope, @Input() input: Received<Doors['preview']>) {
    return this.queries.preview(scope, input);
  }

  @Door(doors.publish)
  publish(@Asker() scope: Scope, @Input() input: Received<Doors['publish']>) {
    return this.pulse.after(this.publications.publish(scope, input));
  }

  @Door(doors.withdraw)
  withdraw(@Asker() scope: Scope, @Input() input: Received<Doors['withdraw']>) {
    return this.pulse.after(this.publications.withdraw(scope, input));
  }
}
