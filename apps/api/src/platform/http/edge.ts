import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { isCrossSite } from './cross-site.ts';
import { edgeHeaders } from './edge-headers.ts';
import { sendProblem } from './problem.filter.ts';
import { Refusal } from './refusal.ts';

const mostHeaders = 100;
const longestAddress = 8000;

/** Headers of which one server might read the first and another the last. */
const onlyOnce = ['host', 'content-type', 'origin', 'sec-fetch-site', 'authorization', 'idempotency-key', 'x-forwarded-host', 'x-forwarded-proto'];

/** Which header stands twice, or is missing though HTTP/1.1 asks for it. */
function ambiguousHeader({ rawHeaders, httpVersion }: FastifyRequest['raw']): string | null {
  const names = rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  const twice = onlyOnce.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return twice ?? (httpVersion !== '1.0' && !names.includes('host') ? 'host' : null);
}

function refusalAtTheEdge(request: FastifyRequest, config: Config): Refusal | null {
  if (request.raw.rawHeaders.length / 2 > mostHeaders) return new Refusal('headers_too_large');
  if (request.url.length > longestAddress) return new Refusal('address_too_long');
  const ambiguous = ambiguousHeader(request.raw);
  if (ambiguous) return new Refusal('unreadable_body', { detail: `The header ${ambiguous} must be sent exactly once.` });
  return isCrossSite(request, config) ? new Refusal('cross_site') : null;
}

/** Headers and refusals that hold for every answer, before any handler. */
export function guardTheEdge(server: FastifyInstance, config: Config): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(edgeHeaders(request, config));
    const refusal = refusalAtTheEdge(request, config);
    if (!refusal) return undefined;
    // What else such a sender has put on the line is not read.
    if (refusal.code !== 'cross_site') reply.header('connection', 'close');
    sendProblem(reply, refusal, String(request.id));
    return undefined;
  });
}

/** An address that Fastify itself cannot read (`/api/%ZZ`) names nothing; no hook has run for it. */
export const answerStrangeAddress =
  (config: Config) =>
  (_: Error, request: FastifyRequest, reply: FastifyReply): void =>
    sendProblem(reply.headers(edgeHeaders(request, config)), new Refusal('not_found'), String(request.id));
