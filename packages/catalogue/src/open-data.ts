import type { CriminalisationAct, CriminalisationColumn } from './matrix-types.ts';
import type { Catalogue, Reservation, StateParty } from './types.ts';

export interface OpenDataSource {
  catalogue: Catalogue;
  states: StateParty[];
  reservations: Reservation[];
  acts: CriminalisationAct[];
  columns: CriminalisationColumn[];
}

type Identified<T> = T & { '@id': string };

const identify = <T extends object>(word: string, items: T[], keyOf: (item: T) => string): Identified<T>[] =>
  items.map((item) => ({ '@id': `urn:servanda:opsc:${word}:${keyOf(item)}`, ...item }));

const codeOf = ({ code }: { code: string }): string => code;

/** The whole catalogue as open data: every item under a stable identifier, `urn:servanda:opsc:element:8.1.a`. */
export function makeOpenData({ catalogue, states, reservations, acts, columns }: OpenDataSource) {
  return {
    '@id': 'urn:servanda:opsc',
    version: catalogue.version,
    sha256: catalogue.sha256,
    treaty: catalogue.treaty,
    provisions: identify('provision', catalogue.provisions, codeOf),
    repairs: identify('repair', catalogue.repairs, ({ kind, span }) => `${span.start}-${kind}`),
    shall: identify('shall', catalogue.shall, codeOf),
    obligations: identify('obligation', catalogue.obligations, codeOf).map((obligation) => ({
      ...obligation,
      elements: identify('element', obligation.elements, codeOf),
    })),
    notes: identify('note', catalogue.notes, codeOf),
    optional: identify('optional', catalogue.optional, codeOf),
    sections: identify('section', catalogue.sections, codeOf),
    criminalisation: { acts: identify('act', acts, codeOf), columns: identify('column', columns, codeOf) },
    states: identify('state', states, ({ iso3 }) => iso3),
    reservations: identify('reservation', reservations, ({ iso3, provision }) => `${iso3}:${provision}`),
  };
}
