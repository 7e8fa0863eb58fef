import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type TextMapGetter, type Tracer, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { statementKind, statementShape } from './statement-shape.ts';

type Headers = Record<string, string | string[] | undefined>;
const fromHeaders: TextMapGetter<Headers> = { keys: (headers) => Object.keys(headers), get: (headers, key) => headers[key] };

/** Traces by OTLP over HTTP: one span for a request, one for each of its statements. Holds patterns and shapes only, never a value. */
export class Tracing {
  readonly #provider: BasicTracerProvider;
  readonly #tracer: Tracer;
  readonly #propagator = new W3CTraceContextPropagator();
  readonly #within = new AsyncLocalStorage<Span>();

  constructor(otlpUrl: string) {
    const exporter = new OTLPTraceExporter({ url: `${otlpUrl.replace(/\/$/, '')}/v1/traces`, timeoutMillis: 5000 });
    this.#provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'servanda' }),
      spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 2000 })],
    });
    this.#tracer = this.#provider.getTracer('servanda');
  }

  /** Begins the span of a request, within the caller's trace where it names one. */
  begin(method: string, headers: Headers): Span {
    const caller = this.#propagator.extract(ROOT_CONTEXT, headers, fromHeaders);
    return this.#tracer.startSpan(method, { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } }, caller);
  }
  end(span: Span, { method, route, status, requestId }: { method: string; route: string; status: number; requestId: string }): void {
    span.updateName(`${method} ${route}`);
    span.setAttributes({ 'http.route': route, 'http.response.status_code': status, 'servanda.request_id': requestId });
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  }
  within<T>(span: Span, work: () => T): T {
    return this.#within.run(span, work);
  }

  /** Begins the span of a statement within the request at hand; the function ends it, with the error's code where it failed. */
  statement(text: string): ((code: string | null) => void) | null {
    const parent = this.#within.getStore();
    if (!parent) return null;
    const kind = statementKind(text);
    const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': kind, 'db.query.text': statementShape(text) };
    const span = this.#tracer.startSpan(kind, { kind: SpanKind.CLIENT, attributes }, trace.setSpan(ROOT_CONTEXT, parent));
    return (code) => {
      if (code !== null) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('db.response.status_code', code);
      span.end();
    };
  }

  /** Sends what is left. A receiver that is away costs at most its time-out. */
  async stop(): Promise<void> {
    await this.#provider.shutdown().catch(() => undefined);
  }
}
