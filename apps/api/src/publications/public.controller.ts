import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import { Door, Input } from '../platform/http/door.decorator.ts';
import { PublicQueries } from './public.queries.ts';

const doors = contract.publications;
type Doors = typeof doors;

/** The doors of the public. */
@Controller()
export class PublicController {
  constructor(@Inject(PublicQueries) private readonly queries: PublicQueries) {}

  @Door(doors.releases)
  releases(@Input() input: Received<Doors['releases']>) {
    return this.queries.releases(input);
  }

  @Door(doors.release)
  release(@Input() input: Received<Doors['release']>) {
    return this.queries.release(input);
  }

  @Door(doors.publicState)
  publicState(@Input() input: Received<Doors['publicState']>) {
    return this.queries.state(input);
  }
}
