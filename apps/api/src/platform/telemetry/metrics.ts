import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** Rate, errors and duration by route; statements; the pool; the outbox. No label holds an id, an address or a person. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Histogram({
    ...{ name: 'http_request_duration_seconds', help: 'Requests by route pattern and status', labelNames: ['method', 'route', 'status'] },
    ...{ buckets, registers: [this.registry] },
  });
  readonly #statements = new Histogram({
    ...{ name: 'db_statement_duration_seconds', help: 'Statements by kind and outcome', labelNames: ['kind', 'outcome'] },
    ...{ buckets, registers: [this.registry] },
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  request(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }
  statement(kind: string, seconds: number, outcome: 'ok' | 'error'): void {
    this.#statements.observe({ kind, outcome }, seconds);
  }
  /** Reads the pool whenever metrics are asked for. */
  watchPool(pool: Pool): void {
    const gauge = new Gauge({
      ...{ name: 'db_pool_connections', help: 'Connections in use and idle, and requests waiting for one', labelNames: ['state'] },
      registers: [this.registry],
      collect: () => {
        gauge.set({ state: 'used' }, pool.totalCount - pool.idleCount);
        gauge.set({ state: 'idle' }, pool.idleCount);
        gauge.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
  }
  /** Reads numbers from the database whenever metrics are asked for; a database that is away leaves them out. */
  watch(name: string, help: string, read: () => Promise<number | null>): void {
    const gauge = new Gauge({
      ...{ name, help, registers: [this.registry] },
      collect: async () => {
        const value = await read().catch(() => null);
        if (value === null) gauge.remove();
        else gauge.set(value);
      },
    });
  }
}
