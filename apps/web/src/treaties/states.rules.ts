import type { StateSummary } from '@servanda/contract';
import type { StateColumn, StatesSearch } from './treaties.needs.ts';

/** Folds case and accents, so that "cote" finds "Côte d'Ivoire". */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, "'");

const keyOf = (state: StateSummary, column: StateColumn): string | null => (column === 'name' ? folded(state.name) : state[column]);

/** The States that match, sorted; a State without the value stands last, whichever way. */
export function statesFor(states: readonly StateSummary[], { q = '', status, sort = 'name', direction = 'asc' }: StatesSearch): StateSummary[] {
  const sought = folded(q.trim());
  const turn = direction === 'asc' ? 1 : -1;
  return states
    .filter((state) => (!status || state.status === status) && (sought === '' || folded(state.name).includes(sought) || state.iso3.toLowerCase() === sought))
    .toSorted((a, b) => {
      const [x, y] = [keyOf(a, sort), keyOf(b, sort)];
      if (x === y) return folded(a.name) < folded(b.name) ? -1 : 1;
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y ? -turn : turn;
    });
}
