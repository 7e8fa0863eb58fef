import type { Served } from '../../server.ts';
import type { At } from '../edge-steps.ts';

/** What is done, in words; `served` answers through the observed API, with the demonstration cast seated. */
export type Steps = Record<string, (on: At, served: Served) => Promise<unknown>>;
