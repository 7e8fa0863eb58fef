import { contract } from '@servanda/contract';
import { type AsOfSearch, seen } from '../dossiers/as-of.ts';
import { ask } from '../platform/queries.ts';
import { runsOf } from './runs/runs.needs.ts';
import { templatesOf } from './templates/templates.needs.ts';

export const reportsNeeds = (id: string, { asOf }: AsOfSearch) => [
  ask(contract.dossiers.get, seen(id, asOf)),
  ask(contract.gaps.coverage, seen(id, asOf)),
  ask(contract.obligations.list, {}),
  runsOf(id),
  templatesOf(),
];
