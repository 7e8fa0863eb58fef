// A PostgreSQL of a test's own, with the durability of a user's data, prepared as the product prepares it; it may be killed.
import { readdirSync, readFileSync } from 'node:fs';
import { migrate, prepareDatabase, prepareRoles, provideContextKeys, roles, urlWith } from '../../../../tools/database.mjs';
import { startCluster } from '../../../../tools/postgres.mjs';
import { loadReferenceData } from '../reference-data.mjs';

/** Starts a cluster in `home` with all roles, tables and reference data. */
export async function ownCluster(home) {
  const cluster = await startCluster({ home, durable: true });
  const admin = cluster.url('postgres');
  await prepareRoles(admin, 'test');
  await prepareDatabase(admin, 'servanda');
  await migrate(admin, 'servanda');
  await provideContextKeys(admin, 'servanda', [process.env.CONTEXT_KEY]);
  const adminUrl = urlWith(admin, { database: 'servanda' });
  await loadReferenceData(adminUrl);
  return { adminUrl, runtimeUrl: urlWith(adminUrl, { user: roles.runtime, password: 'test' }), port: cluster.port, home, pid: cluster.pid, stop: cluster.stop };
}

const parentOf = (pid) => {
  try {
    return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
};

/** The postmaster and each of its children, by their own ids; Linux only. */
function processesOf(pid) {
  const all = readdirSync('/proc').map(Number).filter(Boolean);
  return [pid, ...all.filter((one) => parentOf(one) === pid)];
}

/** Kills the postmaster and each of its children, one by one. */
export function killAll(pid) {
  for (const one of processesOf(pid))
    try {
      process.kill(one, 'SIGKILL');
    } catch (error) {
      // A child whose postmaster is gone ends by itself, sometimes before its turn comes.
      if (error.code !== 'ESRCH') throw error;
    }
}

/** Starts the killed cluster again at the port it had. Answers once it accepts connections. */
export const startAgain = (home, port) => startCluster({ home, durable: true, port });
