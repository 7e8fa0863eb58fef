import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor, StreamableFile } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Door } from '@servanda/contract';
import { catchError, finalize, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import { Database } from '../db/database.ts';
import { keyedRequest } from '../repeats/asked.ts';
import { type Keyed, keepAnswer, nameOf, Repeated, withKey } from '../repeats/repeats.ts';
import { Turns } from '../repeats/turns.ts';
import { DOOR } from './door.decorator.ts';
import { holdsAlready } from './if-none-match.ts';
import { readInput } from './input.ts';
import { Rates } from './rates.ts';
import type { DoorReply, DoorRequest } from './request.ts';

interface Ready {
  body: string;
  etag: string;
}
/** Public answers are the same objects for everyone: they are shaped and hashed once. */
const ready = new WeakMap<object, Ready>();

function shape(door: Door, answer: unknown): string {
  if (door.media) return typeof answer === 'string' ? answer : JSON.stringify(answer);
  return JSON.stringify(door.output.parse(answer));
}
/** Weak: the same answer may leave compressed or not. */
const tag = (body: string) => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Input through the door's schemas on the way in; the answer through its schema on the way out, so that unpromised fields never leave. */
@Injectable()
export class DoorInterceptor implements NestInterceptor {
  readonly #turns = new Turns();
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Database) private readonly db: Database,
    @Inject(Rates) private readonly rates: Rates,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const door = this.reflector.get<Door | undefined>(DOOR, context.getHandler());
    if (!door) return next.handle();
    const request = context.switchToHttp().getRequest<DoorRequest>();
    const reply = context.switchToHttp().getResponse<DoorReply>();
    await this.rates.count(door, request, reply);
    request.input = readInput(door, request);
    const keyed = keyedRequest(door, request, (result) => shape(door, result));
    if (!keyed) return next.handle().pipe(mergeMap((answer) => from(this.#answer(door, request, reply, answer))));
    const release = await this.#turns.take(nameOf(request.scope, keyed));
    return withKey(keyed, () => next.handle()).pipe(
      mergeMap((answer) => from(this.#firstAnswer(door, keyed, request, reply, answer))),
      catchError((error: unknown) => (error instanceof Repeated ? of(this.#again(door, reply, error)) : throwError(() => error))),
      finalize(release),
    );
  }

  /** The answer of an act with a key; kept here where its transaction could not foretell it. */
  async #firstAnswer(door: Door, keyed: Keyed, request: DoorRequest, reply: DoorReply, answer: unknown): Promise<unknown> {
    reply.headers({ 'cache-control': 'no-store', ...(door.status === 204 ? {} : { 'content-type': 'application/json; charset=utf-8' }) });
    if (keyed.kept !== null && keyed.result === answer) return keyed.kept || undefined;
    const body = door.status === 204 ? '' : shape(door, answer);
    const scope = request.scope;
    if (scope && keyed.isClaimed && keyed.kept !== body) await this.db.hotWrite(scope, (sql) => keepAnswer(sql, scope, keyed, body));
    return body || undefined;
  }

  #again(door: Door, reply: DoorReply, { status, answer }: Repeated): unknown {
    reply.status(status).headers({ 'idempotency-replayed': 'true', 'cache-control': 'no-store' });
    if (door.status !== 204) reply.header('content-type', 'application/json; charset=utf-8');
    return answer || undefined;
  }

  async #answer(door: Door, request: DoorRequest, reply: DoorReply, answer: unknown): Promise<unknown> {
    if (reply.sent) return undefined;
    if (door.access !== 'public') reply.header('cache-control', 'no-store');
    if (door.status === 204 || reply.statusCode === 304) return undefined;
    // A handler that streams sets its own headers.
    if (answer instanceof StreamableFile) return answer;
    reply.header('content-type', door.media ?? 'application/json; charset=utf-8');
    if (door.access !== 'public') return shape(door, answer);
    const known = answer !== null && typeof answer === 'object' ? ready.get(answer) : undefined;
    const body = known?.body ?? shape(door, answer);
    const etag = known?.etag ?? tag(body);
    if (!known && answer !== null && typeof answer === 'object') ready.set(answer, { body, etag });
    reply.header('cache-control', 'public, max-age=60, stale-while-revalidate=600').header('etag', etag);
    if (holdsAlready(request.headers['if-none-match'], etag)) {
      reply.status(304);
      return '';
    }
    return body;
  }
}
