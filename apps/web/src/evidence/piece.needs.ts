import { contract } from '@servanda/contract';
import { ask } from '../platform/queries.ts';

export const pieceNeeds = (id: string, evidence: string) => [ask(contract.evidence.get, { params: { id, evidence } }), ask(contract.obligations.list, {})];
