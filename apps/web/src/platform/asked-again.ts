// When what could not be fetched is asked for again. Pure.
import type { RefusalCode } from '@servanda/contract';
import { Refused, Unreached } from './api.ts';

/** Refusals that may pass by themselves: the service is overloaded, stops, or failed once. */
const passing: ReadonlySet<RefusalCode> = new Set(['unavailable', 'internal']);
const mostTimes = 4;

/** Whether to ask once more after so many times; anything that asking again cannot change is shown at once. */
export const isAskedAgain = (times: number, error: unknown): boolean =>
  times < mostTimes && (error instanceof Unreached || (error instanceof Refused && passing.has(error.problem.code)));

/** Milliseconds to wait before it, twice as long each time: about six seconds in all, after which the page says what is wrong and offers to try again. */
export const pauseBefore = (times: number): number => 400 * 2 ** times;
