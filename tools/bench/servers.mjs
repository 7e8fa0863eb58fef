// The two servers of a world, each in a process of its own.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environment } from '../bootstrap.mjs';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
/** The next message of a child. */
export const says = (child) =>
  new Promise((done, failed) => {
    const ended = (code) => failed(new Error(`a server of the bench ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      done(message);
    });
  });
/** Starts a server and waits for its port. */
export const spawnServer = async (file, env) => {
  const child = fork(here(file), { env: { ...environment(), ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return { child, port: (await says(child)).port };
};
/** Tells a server to end and waits until it has. */
export const quit = async ({ child }, message) => {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.send(message);
  await ended;
};
