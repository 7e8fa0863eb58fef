import pg from 'pg';

/** A few connections beside the requests' own, for a part that must not wait for them. A lost one is no fault: the next statement opens another. */
export function ownPool(connectionString: string, max: number, connectionTimeoutMillis: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis, idleTimeoutMillis: 30_000, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
