// Settings of the edge: proxies, limits, logs, draining, telemetry. One place for their names, defaults and bounds.
import * as z from 'zod';
import { Proxies } from './proxies.ts';

const seconds = (usual: number, most = 3600) => z.coerce.number().min(0.1).max(most).default(usual);
/** `600/60`: so many requests in so many seconds. */
const Rate = (usual: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,6}\/[1-9]\d{0,5}$/, 'Write a rate as requests/seconds, such as 600/60')
    .default(usual)
    .transform((text) => {
      const [points = 1, duration = 1] = text.split('/').map(Number);
      return { points, duration };
    });
export type Rate = z.output<ReturnType<typeof Rate>>;

export const edgeEnvironment = {
  TRUST_PROXY: Proxies,
  LOG_FORMAT: z.enum(['json', 'readable']).default('json'),
  /** Seconds between "not ready" and the end, in which balancers look elsewhere; twice their health interval. */
  DRAIN_SECONDS: z.coerce.number().min(0).max(120).default(0),
  /** Prometheus reads here; without it there are no metrics. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  /** Asked for as `Authorization: Bearer …`; needed where METRICS_HOST is not this machine's own. */
  METRICS_TOKEN: z.string().min(1).optional(),
  /** Traces go to `<address>/v1/traces` (OTLP over HTTP); without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** Only tests and the bench run without. */
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  /** Signed-in people and API keys, each. */
  RATE_API: Rate('600/60'),
  /** Everyone else, by address. */
  RATE_PUBLIC: Rate('300/60'),
  RATE_UPLOADS: Rate('120/3600'),
  RATE_EXPORTS: Rate('60/3600'),
  /** All headers of a request must have come. */
  HEADERS_SECONDS: seconds(10),
  /** The whole of a request must have come: 25 MB over a line of 1 Mbit/s takes three and a half minutes. */
  REQUEST_SECONDS: seconds(300),
  /** No byte moves in either direction. */
  STALLED_SECONDS: seconds(30),
  /** Bytes a second below which a body, after its first ten seconds, is no honest line. */
  SLOWEST_BODY: z.coerce.number().int().min(1).default(1024),
  /** Over which that is measured. */
  BODY_SECONDS: seconds(10),
  /** Percent of the file store's disk below which the health check says "low". */
  DISK_RESERVE: z.coerce.number().min(0).max(90).default(10),
};
type Read = z.output<z.ZodObject<typeof edgeEnvironment>>;

export interface EdgeConfig {
  logFormat: Read['LOG_FORMAT'];
  drainSeconds: number;
  metrics: { port: number; host: string; token: string | null } | null;
  otlpUrl: string | null;
  /** Null: no limits. */
  rates: { api: Rate; public: Rate; uploads: Rate; exports: Rate } | null;
  lines: { headersSeconds: number; requestSeconds: number; stalledSeconds: number; slowestBody: number; bodySeconds: number };
  /** Percent. */
  diskReserve: number;
}

const ownMachine = new Set(['127.0.0.1', '::1', 'localhost']);

export function edgeConfig(e: Read): EdgeConfig {
  if (e.METRICS_PORT !== undefined && !ownMachine.has(e.METRICS_HOST) && !e.METRICS_TOKEN)
    throw new Error('The settings cannot be used: METRICS_TOKEN is needed where METRICS_HOST is not 127.0.0.1.');
  return {
    logFormat: e.LOG_FORMAT,
    drainSeconds: e.DRAIN_SECONDS,
    metrics: e.METRICS_PORT === undefined ? null : { port: e.METRICS_PORT, host: e.METRICS_HOST, token: e.METRICS_TOKEN ?? null },
    otlpUrl: e.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    rates: e.RATE_LIMITS === 'off' ? null : { api: e.RATE_API, public: e.RATE_PUBLIC, uploads: e.RATE_UPLOADS, exports: e.RATE_EXPORTS },
    lines: {
      headersSeconds: e.HEADERS_SECONDS,
      requestSeconds: e.REQUEST_SECONDS,
      stalledSeconds: e.STALLED_SECONDS,
      slowestBody: e.SLOWEST_BODY,
      bodySeconds: e.BODY_SECONDS,
    },
    diskReserve: e.DISK_RESERVE,
  };
}
