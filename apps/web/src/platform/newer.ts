import type { z } from 'zod';
import { Refused } from './api.ts';

/** What somebody else has saved meanwhile, as the refusal of a stale version carries it; null where that was not why, or it is of another shape. */
export const newerIn = <T>(error: unknown, shape: z.ZodType<T>): T | null =>
  error instanceof Refused && error.problem.code === 'stale_version' ? (shape.safeParse(error.problem.current).data ?? null) : null;
