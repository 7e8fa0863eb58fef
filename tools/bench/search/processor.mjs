// What a request costs the processor: the door's own process and the server processes of the database that work for the runtime role (Linux).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { roles } from '../../database.mjs';

function spent(pid) {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return 0;
  return readdirSync(tasks).reduce((sum, task) => {
    try {
      return sum + Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    } catch {
      return sum;
    }
  }, 0);
}

/** Reads how many milliseconds of processor time were spent until now; null where the system does not tell. */
export async function processorClock(db, door) {
  if (!existsSync('/proc/self/schedstat')) return null;
  const { rows } = await db.query('SELECT pid FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()', [roles.runtime]);
  const pids = [door, ...rows.map(({ pid }) => pid)];
  return () => pids.reduce((sum, pid) => sum + spent(pid), 0);
}
