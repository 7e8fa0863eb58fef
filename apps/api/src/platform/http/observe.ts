import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Drain } from '../health/drain.ts';
import { hashed, type Log } from '../logs/log.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { DoorRequest } from './request.ts';

const routeOf = (request: FastifyRequest) => request.routeOptions.url ?? '(none)';

/** One log line, one measure and one span for each request, under the pattern of its route; and the connection's end while draining. */
export function observeRequests(server: FastifyInstance, { log, telemetry, drain }: { log: Log; telemetry: Telemetry; drain: Drain }): void {
  const { tracing, metrics } = telemetry;
  server.addHook('onRequest', (request: DoorRequest, reply, done) => {
    const began = performance.now();
    const { method } = request;
    const requestId = String(request.id);
    const span = tracing?.begin(method, request.headers);
    if (span) request.span = span;
    reply.raw.once('close', () => {
      const ms = performance.now() - began;
      const route = routeOf(request);
      const status = reply.raw.statusCode;
      const organisation = request.scope ? hashed(request.scope.organisation) : null;
      log.request({ requestId, method, route, status, ms: Math.round(ms * 10) / 10, organisation, isCut: !reply.raw.writableFinished });
      metrics?.request(method, route, status, ms / 1000);
      if (span) tracing?.end(span, { method, route, status, requestId });
    });
    done();
  });
  // Said when the answer leaves: a request may have come before the end was announced.
  server.addHook('onSend', async (_request, reply) => {
    if (drain.isDraining) reply.header('connection', 'close');
  });
  // After the body has been read: what was begun by its events would be outside the span.
  if (tracing)
    server.addHook('preHandler', (request: DoorRequest, _reply, done) => {
      if (request.span) tracing.within(request.span, done);
      else done();
    });
}
