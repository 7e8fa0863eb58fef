// Clients that hold a connection by sending or taking almost nothing. Slow but honest lines are far above these limits.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { EdgeConfig } from '../settings/edge-settings.ts';

/**
 * Cuts a body that comes more slowly than `slowestBody` bytes a second over a window in which we were waiting for it,
 * and an answer that is not taken within twice the time that a request may need.
 */
export function cutSlowLines(server: Server, { slowestBody, bodySeconds, requestSeconds }: EdgeConfig['lines']): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    let seen = socket.bytesRead;
    const window = setInterval(() => {
      if (request.complete) return clearInterval(window);
      const moved = socket.bytesRead - seen;
      seen = socket.bytesRead;
      // What has come and was not taken yet is our own slowness.
      const isOurs = request.isPaused() || request.readableLength > 0;
      if (!isOurs && moved < slowestBody * bodySeconds) socket.destroy();
    }, bodySeconds * 1000).unref();
    const end = setTimeout(() => socket.destroy(), requestSeconds * 2000).unref();
    response.once('close', () => {
      clearInterval(window);
      clearTimeout(end);
    });
  });
}
