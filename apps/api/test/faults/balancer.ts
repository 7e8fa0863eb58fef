// A small balancer as any house has one: asks each instance whether it is ready, leaves out who twice was not, sends requests in turn.
// Where nobody is ready it asks whoever was so last, for a machine that is busy answers late. It never sends a request twice.
import { once } from 'node:events';
import http from 'node:http';
import { until } from '../until.ts';

export interface Balancer {
  at: string;
  add: (port: number) => void;
  remove: (port: number) => void;
  /** Resolves once the instance was seen ready: whoever restarts the next one before leaves nobody to send requests to. */
  ready: (port: number) => Promise<void>;
  /** Requests for which an instance gave no answer. */
  failed: () => number;
  stop: () => void;
}

const healthEvery = 100;
const outAfter = 2;

export async function balance(): Promise<Balancer> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  /** How often in a row each was not ready. */
  const instances = new Map<number, number>();
  let turn = 0;
  let failed = 0;
  const ask = (port: number) =>
    new Promise<boolean>((told) => {
      const request = http.get({ host: '127.0.0.1', port, path: '/api/health/ready', timeout: 1000 }, (answer) => {
        answer.resume();
        told(answer.statusCode === 200);
      });
      request.on('timeout', () => request.destroy()).on('error', () => told(false));
    });
  const check = setInterval(() => {
    for (const port of instances.keys())
      void ask(port).then((isReady) => instances.has(port) && instances.set(port, isReady ? 0 : (instances.get(port) ?? 0) + 1));
  }, healthEvery);

  const server = http.createServer((request, response) => {
    const ready = [...instances].flatMap(([port, misses]) => (misses < outAfter ? [port] : []));
    const least = Math.min(...instances.values());
    const last = [...instances].flatMap(([port, misses]) => (misses === least ? [port] : []));
    const all = ready.length ? ready : last;
    const port = all[turn++ % Math.max(1, all.length)];
    const fail = () => {
      failed++;
      if (!response.headersSent) response.writeHead(502).end();
      else response.destroy();
    };
    if (port === undefined) return fail();
    const { connection: _, ...headers } = request.headers;
    const onward = http.request({ host: '127.0.0.1', port, method: request.method, path: request.url, headers, agent }, (answer) => {
      const { connection: __, 'keep-alive': ___, ...back } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, back);
      answer.pipe(response);
      answer.on('error', fail);
    });
    onward.on('error', fail);
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    at: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    add: (port) => void instances.set(port, outAfter),
    remove: (port) => void instances.delete(port),
    ready: async (port) => {
      await until(`the instance at ${port} ready`, () => instances.get(port) === 0, healthEvery);
    },
    failed: () => failed,
    stop: () => {
      clearInterval(check);
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
