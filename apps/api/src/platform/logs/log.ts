import { createHash } from 'node:crypto';
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config.ts';
import { type LoggedError, loggedError } from './logged-error.ts';
import { masked, oneLine } from './plain-text.ts';

/** All that is ever written of a request: the pattern of its route, never its address, query, headers or body. */
export interface LoggedRequest {
  requestId: string;
  method: string;
  route: string;
  status: number;
  ms: number;
  /** Hashed; null for whoever is not signed in. */
  organisation: string | null;
  /** The client went away before the answer's end. */
  isCut: boolean;
}

/** An anchor of a journal (people/journal); the organisation's id is hashed as everywhere in the log. */
export interface LoggedAnchor {
  organisation: string;
  number: number;
  seq: number;
  hash: string;
  atUs: number;
  key: string;
  previous: string;
  signature: string;
}

/** An organisation's id as it stands in logs: the same for the same organisation, of use to nobody else. */
export const hashed = (organisation: string): string => createHash('sha256').update(`log ${organisation}`).digest('hex').slice(0, 16);

/** The one way to the log. Lines are JSON objects of the fields below and nothing else; `readable` sets them for a terminal. */
export class Log implements LoggerService {
  readonly #pino;

  constructor({ logLevel, edge }: Pick<Config, 'logLevel' | 'edge'>, to?: DestinationStream) {
    const out = edge.logFormat === 'readable' ? pretty({ sync: true, ignore: 'pid,hostname', singleLine: true, colorize: process.stdout.isTTY }) : to;
    const options = { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level: string) => ({ level }) } };
    this.#pino = out ? pino(options, out) : pino(options);
  }

  request(facts: LoggedRequest): void {
    const { requestId, method, route, status, ms, organisation, isCut } = facts;
    this.#pino[status >= 500 ? 'error' : 'info']({ event: 'request', requestId, method, route: oneLine(route), status, ms, organisation, isCut });
  }
  /** Our own fault, under the request id that the answer names. */
  fault(requestId: string, error: unknown): void {
    this.#pino.error({ event: 'fault', requestId, error: loggedError(error) satisfies LoggedError });
  }
  /** Why an act could not be done just now: which part did not answer, or what gave way. */
  unavailable(requestId: string, error: unknown): void {
    this.#pino.warn({ event: 'unavailable', requestId, error: loggedError(error) satisfies LoggedError });
  }
  /** The signed head of a chain: what a database could lose with its tail, the log stream keeps. */
  anchor({ organisation, number, seq, hash, atUs, key, previous, signature }: LoggedAnchor): void {
    this.#pino.info({ event: 'anchor', organisation: hashed(organisation), number, seq, hash, atUs, key, previous, signature });
  }
  /** Something worth a line, in words of our own. */
  say(place: string, message: string, level: 'info' | 'warn' = 'info'): void {
    this.#pino[level]({ event: 'note', place: oneLine(place), message: masked(message) });
  }

  // What Nest and its loggers say.
  #nest(level: 'debug' | 'info' | 'warn' | 'error' | 'fatal', said: unknown, rest: unknown[]): void {
    const place = typeof rest.at(-1) === 'string' ? oneLine(String(rest.at(-1))) : 'nest';
    if (said instanceof Error) this.#pino[level]({ event: 'fault', place, error: loggedError(said) });
    else this.#pino[level]({ event: 'note', place, message: masked(typeof said === 'string' ? said : 'said without words') });
  }
  log(said: unknown, ...rest: unknown[]): void {
    this.#nest('debug', said, rest);
  }
  debug(said: unknown, ...rest: unknown[]): void {
    this.#nest('debug', said, rest);
  }
  warn(said: unknown, ...rest: unknown[]): void {
    this.#nest('warn', said, rest);
  }
  error(said: unknown, ...rest: unknown[]): void {
    this.#nest('error', said, rest);
  }
  fatal(said: unknown, ...rest: unknown[]): void {
    this.#nest('fatal', said, rest);
  }
}
