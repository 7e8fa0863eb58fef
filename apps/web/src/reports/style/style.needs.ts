import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const styleOf = () => ask(contract.reports.houseStyle, {});
export const styleNeeds = () => [styleOf()];
