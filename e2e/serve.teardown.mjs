import { rmSync } from 'node:fs';

async function ended(server) {
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await gone;
}

export default async function teardown() {
  const { servers, cluster, home } = globalThis.__served;
  await Promise.all(servers.map(ended));
  cluster.stop();
  rmSync(home, { recursive: true, force: true });
}
