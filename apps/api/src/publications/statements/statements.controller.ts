import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { Pulse } from '../portal/pulse.ts';
import { StatementsQueries } from './statements.queries.ts';
import { Statements } from './statements.service.ts';

const doors = contract.publications;
type Doors = typeof doors;

@Controller()
export class StatementsController {
  constructor(
    @Inject(StatementsQueries) private readonly queries: StatementsQueries,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Pulse) private readonly pulse: Pulse,
  ) {}

  @Door(doors.contested)
  contested(@Asker() scope: Scope, @Input() input: Received<Doors['contested']>) {
    return this.queries.contested(scope, input);
  }

  @Door(doors.say)
  say(@Asker() scope: Scope, @Input() input: Received<Doors['say']>) {
    return this.pulse.after(this.statements.say(scope, input));
  }

  @Door(doors.confirmSaying)
  confirmSaying(@Asker() scope: Scope, @Input() input: Received<Doors['confirmSaying']>) {
    return this.pulse.after(this.statements.confirm(scope, input));
  }

  @Door(doors.dropSaying)
  dropSaying(@Asker() scope: Scope, @Input() input: Received<Doors['dropSaying']>) {
    return this.statements.drop(scope, input);
  }

  @Door(doors.withdrawSaying)
  withdrawSaying(@Asker() scope: Scope, @Input() input: Received<Doors['withdrawSaying']>) {
    return this.pulse.after(this.statements.withdraw(scope, input));
  }

  @Door(doors.statement)
  statement(@Input() input: Received<Doors['statement']>) {
    return this.queries.statement(input);
  }
}
