// Asks the Docker client, where there is one, whether it can read docker-compose.yml.
import { spawnSync } from 'node:child_process';

// The plugin of today's client, else the stand-alone program of older systems.
const clients = [['docker', 'compose'], ['docker-compose']];
const client = clients.find(([command, ...rest]) => spawnSync(command, [...rest, 'version']).status === 0);
if (!client) {
  console.log('no Docker client with compose here: not checked');
  process.exit(0);
}
const env = {
  ...process.env,
  POSTGRES_PASSWORD: 'x'.repeat(32),
  APP_DATABASE_PASSWORD: 'y'.repeat(32),
  CONTEXT_KEY: 'z'.repeat(32),
  FACTOR_KEY: 'z'.repeat(43),
  SOURCE_KEY: 'y'.repeat(43),
  JOURNAL_KEY: 'z'.repeat(43),
  PUBLIC_URL: 'https://servanda.example',
};
const [command, ...rest] = client;
const read = spawnSync(command, [...rest, '-f', 'docker-compose.yml', 'config', '--quiet'], { encoding: 'utf8', env });
process.stdout.write(`${read.stdout}${read.stderr}`);
process.exit(read.status ?? 1);
