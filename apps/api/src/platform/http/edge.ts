import { isUtf8 } from 'node:buffer';
import type { FastifyBodyParser, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { sendProblem } from './problem.filter.ts';
import { Refusal } from './refusal.ts';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** A browser says where a request comes from; one from another site changes nothing here. Programs send neither header. */
function isCrossSite(request: FastifyRequest, config: Config): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  return origin !== undefined && origin !== `${request.protocol}://${request.headers.host}` && origin !== new URL(config.publicUrl).origin;
}

/** The headers of every answer, whatever it says. */
const edgeHeaders = (request: FastifyRequest, config: Config) => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'x-request-id': String(request.id),
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  ...(request.url.startsWith('/api/') && !request.url.startsWith('/api/docs')
    ? { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox" }
    : {}),
  ...(config.isSecure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
});

/** Headers and refusals that hold for every answer, before any handler. */
export function guardTheEdge(server: FastifyInstance, config: Config): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(edgeHeaders(request, config));
    if (unsafe.has(request.method) && isCrossSite(request, config)) sendProblem(reply, new Refusal('cross_site'), String(request.id));
    return undefined;
  });
}

/** An address that Fastify itself cannot read (`/api/%ZZ`) names nothing; no hook has run for it. */
export const answerStrangeAddress =
  (config: Config) =>
  (_: Error, request: FastifyRequest, reply: FastifyReply): void =>
    sendProblem(reply.headers(edgeHeaders(request, config)), new Refusal('not_found'), String(request.id));

/** Reads JSON. Bytes that are no UTF-8 would be replaced without a word and kept so; the body is refused instead. */
export function readJson(server: FastifyInstance): FastifyBodyParser<Buffer> {
  const parse = server.getDefaultJsonParser('error', 'error');
  return (request, body, done) => (isUtf8(body) ? parse(request, body.toString('utf8'), done) : done(new Refusal('unreadable_body')));
}
