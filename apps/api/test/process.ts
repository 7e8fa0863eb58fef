// The API as a process of its own, as it runs in production, with its log caught.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Served, testKey } from './server.ts';

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address && typeof address === 'object' ? address.port : 0;
}

export interface Running {
  child: ChildProcess;
  port: number;
  at: string;
  /** Everything it has printed, on both streams. */
  printed: () => string;
  /** Resolves with the exit code, or the signal's name. */
  ended: Promise<number | string | null>;
}

const here = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts it, with these flags of Node, of this version or of the one in `from`; resolves once it listens. */
export async function startProcess(
  of: Pick<Served, 'runtimeUrl' | 'filesDir'>,
  settings: Record<string, string> = {},
  flags: string[] = [],
  from = here,
): Promise<Running> {
  const port = Number(settings['PORT'] ?? (await freePort()));
  const child = fork(join(from, 'apps/api/src/main.ts'), {
    execArgv: [...flags, '-C', 'development', '--import', '@oxc-node/core/register'],
    cwd: from,
    env: {
      ...{
        PATH: process.env['PATH'] ?? '',
        APP_DATABASE_URL: of.runtimeUrl,
        FILES_DIR: of.filesDir,
        PORT: String(port),
        LOG_LEVEL: 'error',
        RATE_LIMITS: 'off',
      },
      CONTEXT_KEY: testKey,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      printed += part.toString('utf8');
    });
  const ended = once(child, 'exit').then(([code, signal]): number | string | null => code ?? signal);
  const listening = once(child, 'message').then(() => 'listening' as const);
  if ((await Promise.race([listening, ended])) !== 'listening') throw new Error(`the process ended before it listened:\n${printed}`);
  return { child, port, at: `http://127.0.0.1:${port}`, printed: () => printed, ended };
}
