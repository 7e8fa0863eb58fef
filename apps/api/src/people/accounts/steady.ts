import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds that an answer takes at least which must not tell, by its time, whether an address has an account. */
export const steadyFor = 500;

/** Does `work`, and lets neither its answer nor its refusal out before `steadyFor` has passed: what differs within is not seen outside. */
export async function steadily<T>(work: () => Promise<T>): Promise<T> {
  const [done] = await Promise.allSettled([work(), pause(steadyFor)]);
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
