// Stands between the requests of a run and the API, and notes which door was answered with what, and in how much time.
import { once } from 'node:events';
import http from 'node:http';
import { type Door, doors } from '@servanda/contract';

export interface Answer {
  door: string;
  status: number;
  /** The code of a problem. */
  code: string | null;
  ms: number;
  /** The address asked, and for a fault of ours what was answered. */
  path: string;
  text: string;
}
export interface Observed {
  at: string;
  answers: Answer[];
  /** Requests that got no answer, and that were given up by nobody. */
  lost: string[];
  stop: () => void;
}

/** Parts of an address that are a name alone weigh more than those with words of their own: `{kind}.{format}` is no `{report}`. */
const named = (path: string) => 10 * (path.match(/\/\{\w+\}(?=\/|$)/g) ?? []).length + (path.match(/\{/g) ?? []).length;
/** The fewest names first: `/api/session/passkey` is not a `/api/session/{id}`. */
const shapes = doors
  .toSorted((a, b) => named(a.path) - named(b.path))
  .map((door) => ({ door, shape: new RegExp(`^${door.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]*')}$`) }));
/** The door at an address, or null. */
export const doorAt = (method: string, path: string): Door | null =>
  shapes.find(({ door, shape }) => door.method === method && shape.test(path.split('?')[0] ?? ''))?.door ?? null;

const codeIn = (text: string): string | null => /"code":"(\w+)"/.exec(text)?.[1] ?? null;

export async function observe(port: number): Promise<Observed> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const answers: Answer[] = [];
  const lost: string[] = [];
  const server = http.createServer((request, response) => {
    const { connection: _, 'accept-encoding': __, ...headers } = request.headers;
    const { method = '', url: path = '' } = request;
    const began = performance.now();
    const onward = http.request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
      const { connection: ___, 'keep-alive': ____, ...back } = answer.headers;
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        const status = answer.statusCode ?? 0;
        const isProblem = /problem\+json/.test(answer.headers['content-type'] ?? '');
        const text = isProblem || status >= 500 ? body.toString('utf8') : '';
        const door = doorAt(method, path);
        if (door)
          answers.push({ door: door.name, status, code: isProblem ? codeIn(text) : null, ms: performance.now() - began, path, text: text.slice(0, 500) });
        response.writeHead(status, back).end(body);
      });
    });
    onward.on('error', (error) => {
      lost.push(`${method} ${path}: ${error.message}`);
      response.destroy();
    });
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    at: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    answers,
    lost,
    stop: () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
