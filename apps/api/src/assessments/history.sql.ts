import { elementStateJson, elementStates } from '../dossiers/element-state.sql.ts';
import { judgementsSql } from './judgements.sql.ts';

/** One row { state, items }, or none where there is no such element. Parameters as in judgementsSql. */
export const historySql = `WITH ${elementStates('= $2', '$3')}
SELECT ${elementStateJson} AS state, (${judgementsSql}) AS items FROM element_state s WHERE s.code = $4`;
