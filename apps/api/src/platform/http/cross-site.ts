import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const ownSites = new Set(['same-origin', 'none']);

/**
 * Whether another site wants to change something here (decision 0017). A browser says where a request comes from, in one header
 * or both, and each that is there must be ours. Programs send neither and are no way for another site: every browser in which the
 * app runs, and so a session can be, sends Origin with an unsafe request; SameSite cookies are the second wall.
 */
export function isCrossSite(request: FastifyRequest, config: Pick<Config, 'isSecure' | 'publicUrl'>): boolean {
  if (!unsafe.has(request.method)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && !ownSites.has(String(site))) return true;
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  // Over TLS the address is settled; on one's own machine it is whatever was typed: localhost, 127.0.0.1, another port.
  const typed = config.isSecure ? [] : [`${request.protocol}://${request.headers.host}`];
  return ![new URL(config.publicUrl).origin, ...typed].includes(origin);
}
