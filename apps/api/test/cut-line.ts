// A line to PostgreSQL that a test can cut: at once, for a while, or at the moment a certain statement is sent.
import { once } from 'node:events';
import net from 'node:net';

export interface Line {
  /** The same database, reached over the line. */
  url: string;
  /** Ends every connection and answers no more. */
  cut: () => Promise<void>;
  /** Answers again, at the same address. */
  mend: () => Promise<void>;
  /** Cuts the one connection on which these words are next sent to the server; resolves when it happened. */
  cutAt: (words: string) => Promise<void>;
}

export async function lineTo(url: string): Promise<Line> {
  const target = new URL(url);
  const ends = new Set<net.Socket>();
  let trap: { words: string; sprung: () => void } | undefined;
  const listen = async (port: number) => {
    const server = net.createServer((near) => {
      const far = net.connect(Number(target.port), target.hostname);
      const end = () => [near, far].forEach((socket) => void socket.destroy());
      for (const socket of [near, far]) {
        ends.add(socket);
        socket.on('error', end).on('close', () => {
          ends.delete(socket);
          end();
        });
      }
      near.on('data', (bytes) => {
        if (trap && bytes.includes(trap.words)) {
          end();
          trap.sprung();
          trap = undefined;
        } else far.write(bytes);
      });
      far.on('data', (bytes) => near.write(bytes));
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await listen(0);
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const near = new URL(url);
  near.host = `127.0.0.1:${port}`;
  return {
    url: near.href,
    cut: async () => {
      for (const socket of ends) socket.destroy();
      server.close();
      await once(server, 'close');
    },
    mend: async () => {
      server = await listen(port);
    },
    cutAt: (words) =>
      new Promise((sprung) => {
        trap = { words, sprung };
      }),
  };
}
