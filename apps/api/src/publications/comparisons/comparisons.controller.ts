import { Controller, Inject } from '@nestjs/common';
import { contract, type ElementCompared, type Received, type ReleaseChanges, type StatesCompared } from '@servanda/contract';
import { Door, Input } from '../../platform/http/door.decorator.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { csvOfChanges, csvOfElement, csvOfElements, csvOfStates } from './comparison-tables.ts';
import { ComparisonsQueries } from './comparisons.queries.ts';
import { comparedOf } from './two-releases.ts';

const doors = contract.publications;
type Doors = typeof doors;

/** The doors of comparisons, and the same as tables. */
@Controller()
export class ComparisonsController {
  constructor(@Inject(ComparisonsQueries) private readonly queries: ComparisonsQueries) {}

  @Door(doors.changes)
  changes(@Input() input: Received<Doors['changes']>) {
    return this.#changes(input);
  }
  @Door(doors.changesTable)
  async changesTable(@Input() input: Received<Doors['changes']>) {
    return csvOfChanges(await this.#changes(input));
  }
  @Door(doors.statesCompared)
  statesCompared(@Input() input: Received<Doors['statesCompared']>) {
    return this.#states(input);
  }
  @Door(doors.statesTable)
  async statesTable(@Input() input: Received<Doors['statesCompared']>) {
    return csvOfStates(await this.#states(input));
  }
  @Door(doors.elementsCompared)
  elementsCompared(@Input() { query }: Received<Doors['elementsCompared']>) {
    return this.queries.elements(query.kind ?? null);
  }
  @Door(doors.elementsTable)
  async elementsTable(@Input() { query }: Received<Doors['elementsCompared']>) {
    return csvOfElements(await this.queries.elements(query.kind ?? null));
  }
  @Door(doors.elementCompared)
  elementCompared(@Input() input: Received<Doors['elementCompared']>) {
    return this.#element(input);
  }
  @Door(doors.elementTable)
  async elementTable(@Input() input: Received<Doors['elementCompared']>) {
    return csvOfElement(await this.#element(input));
  }

  async #changes({ params, query }: Received<Doors['changes']>): Promise<ReleaseChanges> {
    const two = (await this.queries.changes(params.publication, query.since ?? null)) ?? refuse('not_found');
    const compared = comparedOf(two, query.since ?? null);
    switch (compared.is) {
      case 'compared':
      case 'first':
        return compared.changes;
      case 'withdrawn': {
        const { id, number, sha256, withdrawn } = compared.which;
        return refuse('withdrawn', { tombstone: { id, number, sha256, reason: withdrawn?.reason ?? '', withdrawnAt: withdrawn?.at ?? '' } });
      }
      case 'unfit':
        return refuseField('query.since', 'Name another release of the same dossier; GET /api/public/publications lists them');
    }
  }

  async #states({ query: { state, dossier = [], article } }: Received<Doors['statesCompared']>): Promise<StatesCompared> {
    const { states, elements } = await this.queries.states(state, dossier, article ?? null);
    if (states.length < state.length) refuse('state_unknown');
    return { states, elements };
  }

  async #element({ params, query: { law, practice, kind, ...page } }: Received<Doors['elementCompared']>): Promise<ElementCompared> {
    return (await this.queries.element(params.code, { law: law ?? null, practice: practice ?? null, kind: kind ?? null, ...page })) ?? refuse('not_found');
  }
}
