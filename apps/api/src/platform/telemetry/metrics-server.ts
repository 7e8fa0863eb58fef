import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Serves `/metrics` for Prometheus on a port of its own, which no proxy publishes. */
export async function serveMetrics(metrics: Metrics, { port, host, token }: { port: number; host: string; token: string | null }): Promise<Server> {
  const wanted = token === null ? null : digest(`Bearer ${token}`);
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5000, maxHeaderSize: 8192 }, (request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return void response.writeHead(404).end();
    if (wanted && !timingSafeEqual(wanted, digest(request.headers.authorization ?? ''))) return void response.writeHead(401).end();
    metrics.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
