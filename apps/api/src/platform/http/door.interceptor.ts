import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, StreamableFile } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Door } from '@servanda/contract';
import { from, mergeMap, type Observable } from 'rxjs';
import { DOOR } from './door.decorator.ts';
import { readInput } from './input.ts';
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
const tag = (body: string) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Input through the door's schemas on the way in; the answer through its schema on the way out, so that unpromised fields never leave. */
@Injectable()
export class DoorInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const door = this.reflector.get<Door | undefined>(DOOR, context.getHandler());
    if (!door) return next.handle();
    const request = context.switchToHttp().getRequest<DoorRequest>();
    const reply = context.switchToHttp().getResponse<DoorReply>();
    request.input = readInput(door, request);
    return next.handle().pipe(mergeMap((answer) => from(this.#answer(door, request, reply, answer))));
  }

  async #answer(door: Door, request: DoorRequest, reply: DoorReply, answer: unknown): Promise<unknown> {
    if (reply.sent) return undefined;
    if (door.access !== 'public') reply.header('cache-control', 'no-store');
    if (door.status === 204) return undefined;
    // A handler that streams sets its own headers.
    if (answer instanceof StreamableFile) return answer;
    reply.header('content-type', door.media ?? 'application/json; charset=utf-8');
    if (door.access !== 'public') return shape(door, answer);
    const known = answer !== null && typeof answer === 'object' ? ready.get(answer) : undefined;
    const body = known?.body ?? shape(door, answer);
    const etag = known?.etag ?? tag(body);
    if (!known && answer !== null && typeof answer === 'object') ready.set(answer, { body, etag });
    reply.header('cache-control', 'public, max-age=60, stale-while-revalidate=600').header('etag', etag);
    if (request.headers['if-none-match']?.split(/,\s*/).includes(etag)) {
      reply.status(304);
      return '';
    }
    return body;
  }
}
