import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const figuresOf = (id: string, evidence: string, asOf: string | undefined) =>
  ask(contract.evidence.figures, { params: { id, evidence }, query: { asOf } });
