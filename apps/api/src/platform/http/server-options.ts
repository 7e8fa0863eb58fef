import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { answerStrangeAddress } from './edge.ts';
import { endUnreadable } from './unreadable-line.ts';

/** Bytes of the request line and all headers. */
const largestHead = 16 * 1024;
/** Requests on one connection, after which a client opens another. */
const mostOnOneLine = 1000;

/** The limits of the server, all of them: Fastify's and Node's own defaults leave most open. */
export function serverOptions(config: Config) {
  const { lines } = config.edge;
  return {
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    requestTimeout: lines.requestSeconds * 1000,
    connectionTimeout: lines.stalledSeconds * 1000,
    // Longer than a balancer keeps its idle connections, so that it is the balancer that ends them.
    keepAliveTimeout: 65_000,
    maxRequestsPerSocket: mostOnOneLine,
    trustProxy: config.trustProxy.length ? config.trustProxy : false,
    forceCloseConnections: 'idle' as const,
    frameworkErrors: answerStrangeAddress(config),
    clientErrorHandler: endUnreadable(config),
    routerOptions: { maxParamLength: 200 },
    http: {
      maxHeaderSize: largestHead,
      headersTimeout: lines.headersSeconds * 1000,
      requestTimeout: lines.requestSeconds * 1000,
      connectionsCheckingInterval: Math.min(1000, lines.headersSeconds * 500),
      insecureHTTPParser: false,
      // Asked for at the edge, where its absence is answered with a problem.
      requireHostHeader: false,
    },
  };
}
