import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import { Pulse } from './portal/pulse.ts';
import { Proposals } from './proposals.service.ts';
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
    @Inject(Proposals) private readonly proposals: Proposals,
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

  @Door(doors.propose)
  propose(@Asker() scope: Scope, @Input() input: Received<Doors['propose']>) {
    return this.proposals.propose(scope, input);
  }

  @Door(doors.proposal)
  proposal(@Asker() scope: Scope, @Input() input: Received<Doors['proposal']>) {
    return this.proposals.read(scope, input);
  }

  @Door(doors.confirm)
  confirm(@Asker() scope: Scope, @Input() input: Received<Doors['confirm']>) {
    return this.pulse.after(this.proposals.confirm(scope, input));
  }

  @Door(doors.drop)
  drop(@Asker() scope: Scope, @Input() input: Received<Doors['drop']>) {
    return this.proposals.drop(scope, input);
  }

  @Door(doors.reviseRule)
  reviseRule(@Asker() scope: Scope, @Input() input: Received<Doors['reviseRule']>) {
    return this.proposals.reviseRule(scope, input);
  }

  @Door(doors.rule)
  rule(@Asker() scope: Scope) {
    return this.proposals.rule(scope);
  }

  @Door(doors.withdraw)
  withdraw(@Asker() scope: Scope, @Input() input: Received<Doors['withdraw']>) {
    return this.pulse.after(this.publications.withdraw(scope, input));
  }
}
