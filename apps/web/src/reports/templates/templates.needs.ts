import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const templatesOf = () => ask(contract.reports.templates, {});
export const templatesNeeds = () => [templatesOf()];
