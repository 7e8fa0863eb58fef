import { Controller, Inject } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import { Door, Input } from '../platform/http/door.decorator.ts';
import { TreatiesQueries } from './treaties.queries.ts';

const doors = contract.treaties;
type Doors = typeof doors;

@Controller()
export class TreatiesController {
  constructor(@Inject(TreatiesQueries) private readonly queries: TreatiesQueries) {}

  @Door(doors.treaty)
  treaty(): Returned<Doors['treaty']> {
    return this.queries.treaty();
  }

  @Door(doors.provisions)
  provisions(): Returned<Doors['provisions']> {
    return this.queries.provisions();
  }

  @Door(doors.source)
  source(): Returned<Doors['source']> {
    return this.queries.source();
  }

  @Door(doors.states)
  states(): Promise<Returned<Doors['states']>> {
    return this.queries.states();
  }

  @Door(doors.state)
  state(@Input() { params }: Received<Doors['state']>): Promise<Returned<Doors['state']>> {
    return this.queries.state(params.iso3);
  }
}
