import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { Log } from '../logs/log.ts';
import { Metrics } from './metrics.ts';
import { serveMetrics } from './metrics-server.ts';
import { statementKind } from './statement-shape.ts';
import { Tracing } from './tracing.ts';

/** Metrics and traces, each only where the settings ask for it. */
@Injectable()
export class Telemetry implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly metrics: Metrics | null;
  readonly tracing: Tracing | null;
  #server: Server | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Log) private readonly log: Log,
  ) {
    this.metrics = config.edge.metrics ? new Metrics() : null;
    this.tracing = config.edge.otlpUrl ? new Tracing(config.edge.otlpUrl) : null;
  }

  /** The port that metrics are served on; null where they are not. */
  get metricsPort(): number | null {
    const address: AddressInfo | string | null = this.#server?.address() ?? null;
    return address && typeof address === 'object' ? address.port : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.metrics || !this.config.edge.metrics) return;
    this.#server = await serveMetrics(this.metrics, this.config.edge.metrics);
    this.log.say('metrics', `served on port ${this.metricsPort}`);
  }

  /** Measures one statement; the function is told its end, and the error's code where it failed. Null where nobody measures. */
  statement(text: string): ((code: string | null) => void) | null {
    const { metrics, tracing } = this;
    if (!metrics && !tracing) return null;
    const began = performance.now();
    const ended = tracing?.statement(text) ?? null;
    return (code) => {
      ended?.(code);
      metrics?.statement(statementKind(text), (performance.now() - began) / 1000, code === null ? 'ok' : 'error');
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.#server?.close();
    this.#server?.closeAllConnections();
    await this.tracing?.stop();
  }
}
