// Asks the Docker client, where there is one, whether it can read docker-compose.yml.
import { spawnSync } from 'node:child_process';

const compose = spawnSync('docker', ['compose', 'version'], { encoding: 'utf8' });
if (compose.status !== 0) {
  console.log('no Docker client with compose here: not checked');
  process.exit(0);
}
const env = { ...process.env, POSTGRES_PASSWORD: 'x'.repeat(32), APP_DATABASE_PASSWORD: 'y'.repeat(32), PUBLIC_URL: 'https://servanda.example' };
const read = spawnSync('docker', ['compose', '-f', 'docker-compose.yml', 'config', '--quiet'], { encoding: 'utf8', env });
process.stdout.write(`${read.stdout}${read.stderr}`);
process.exit(read.status ?? 1);
