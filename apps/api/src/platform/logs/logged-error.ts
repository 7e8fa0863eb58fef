import { codesOf } from '../http/error-codes.ts';
import { masked, oneLine } from './plain-text.ts';

/** What of an error is written down. Drivers and parsers quote what was sent in their messages: of those only the kind is kept. */
export interface LoggedError {
  kind: string;
  codes: string[];
  message: string | null;
  at: string[];
}
const quoting = /Prisma|Database|Zod|Syntax|DriverAdapter/;

export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { kind: typeof error, codes: codesOf(error), message: null, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: oneLine(error.name === 'Error' ? error.constructor.name : error.name),
    codes: codesOf(error).map(oneLine),
    message: quoting.test(`${error.name} ${error.constructor.name}`) ? null : masked(error.message),
    at: frames.slice(0, 8).map((line) => oneLine(line.trim())),
  };
}
