import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

/** Reports that are shown; older ones stay in the journal. */
const runsShown = 20;
export const runsOf = (id: string) => ask(contract.reports.runs, { params: { id }, query: { limit: runsShown } });
