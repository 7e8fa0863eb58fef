import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const outboxNeeds = () => [ask(contract.platform.outbox, {})];
