// Measures every statement of a connection, whoever sends it: our own SQL and Prisma's.
import type { PoolClient } from 'pg';
import { codesOf } from '../http/error-codes.ts';

type Measure = (text: string) => ((code: string | null) => void) | null;

const textOf = (first: unknown): string => {
  if (typeof first === 'string') return first;
  return first && typeof first === 'object' && 'text' in first && typeof first.text === 'string' ? first.text : '';
};
const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;

/** Puts the measure around the client's `query`, in its promise form and in its callback form. */
export function measureClient(client: PoolClient, measure: Measure): void {
  const query: (...args: unknown[]) => unknown = client.query.bind(client);
  const measured = (...args: unknown[]): unknown => {
    const end = measure(textOf(args[0]));
    if (!end) return query(...args);
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      const told = (error: unknown, result: unknown): unknown => {
        end(error ? (codesOf(error)[0] ?? 'error') : null);
        return Reflect.apply(callback, undefined, [error, result]);
      };
      return query(...args.slice(0, -1), told);
    }
    const answer = query(...args);
    if (isPromise(answer))
      answer.then(
        () => end(null),
        (error: unknown) => end(codesOf(error)[0] ?? 'error'),
      );
    else end(null);
    return answer;
  };
  Object.assign(client, { query: measured });
}
