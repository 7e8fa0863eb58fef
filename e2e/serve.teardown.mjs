import { rmSync } from 'node:fs';

export default async function teardown() {
  const { server, cluster, home } = globalThis.__served;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
  cluster.stop();
  rmSync(home, { recursive: true, force: true });
}
