// Traces against a real OTLP receiver and metrics as Prometheus reads them; both off unless asked for; neither holds a value.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/platform/config.ts';
import { statementShape } from '../src/platform/telemetry/statement-shape.ts';
import { Telemetry } from '../src/platform/telemetry/telemetry.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve, testKey } from './server.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}
let receiver: Server;
let received = '';
const spans: Span[] = [];
let served: Served;
let cookie: string;
beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const text = Buffer.concat(parts).toString('utf8');
    received += text;
    expect(request.url).toBe('/v1/traces');
    for (const { scopeSpans } of JSON.parse(text).resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
    response.setHeader('content-type', 'application/json').end('{}');
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address() as AddressInfo;
  served = await serve({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${address.port}`, METRICS_PORT: '0', METRICS_TOKEN: 'a token of this test' });
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
});
afterAll(async () => {
  receiver.close();
  receiver.closeAllConnections();
  await served.stop();
});
const metricsAt = (path = '/metrics', token = 'a token of this test') =>
  fetch(`http://127.0.0.1:${served.app.get(Telemetry).metricsPort}${path}`, { headers: { authorization: `Bearer ${token}` } });
const attributesOf = (span: Span) => Object.fromEntries(span.attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));

describe('metrics', () => {
  test('count requests by route pattern and status, statements, the pool and the outbox', async () => {
    await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Canary heron' }).expect(201);
    await served.http().get('/api/states/NOR?canary=heron').expect(200);
    await served.http().get('/api/nothing/heron').expect(404);
    const text = await (await metricsAt()).text();
    expect(text).toMatch(/http_request_duration_seconds_count\{method="POST",route="\/api\/dossiers",status="201"\} 1/);
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/api\/states\/:iso3",status="200"\} 1/);
    expect(text).toMatch(/db_statement_duration_seconds_count\{kind="SELECT",outcome="ok"\} \d+/);
    expect(text).toMatch(/db_pool_connections\{state="waiting"\} 0/);
    expect(text).toMatch(/mail_outbox_oldest_seconds [\d.]+/);
    expect(text).toMatch(/nodejs_eventloop_lag_seconds /);
    expect(text).not.toMatch(/heron|lead@|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test('are given only for the token, on their own port, at one address', async () => {
    expect((await metricsAt('/metrics', 'another')).status).toBe(401);
    expect((await metricsAt('/')).status).toBe(404);
    await served.http().get('/metrics').expect(404);
    await served.http().get('/api/metrics').expect(404);
  });

  test('beyond this machine need a token; without a port there are none', async () => {
    const settings = { CONTEXT_KEY: testKey, APP_DATABASE_URL: served.runtimeUrl, FILES_DIR: served.filesDir };
    expect(() => readConfig({ ...settings, METRICS_PORT: '9000', METRICS_HOST: '0.0.0.0' })).toThrow(/METRICS_TOKEN/);
    expect(readConfig(settings).edge).toMatchObject({ metrics: null, otlpUrl: null });
  });
});

test('traces: a span for a request within the caller’s trace, its statements below it, shapes and patterns only', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await served
    .http()
    .post('/api/dossiers')
    .set('cookie', cookie)
    .set('traceparent', `00-${traceId}-b7ad6b7169203331-01`)
    .send({ iso3: 'XAA', title: 'Canary otter' })
    .expect(201);
  await served.app.get(Telemetry).tracing?.stop();
  const request = spans.find((span) => span.traceId === traceId && span.name === 'POST /api/dossiers');
  expect(request?.parentSpanId).toBe('b7ad6b7169203331');
  expect(request && attributesOf(request)).toMatchObject({ 'http.route': '/api/dossiers', 'http.response.status_code': 201, 'http.request.method': 'POST' });
  const statements = spans.filter((span) => span.parentSpanId === request?.spanId);
  expect(statements.map((span) => span.name)).toEqual(expect.arrayContaining(['SELECT', 'INSERT', 'COMMIT']));
  expect(statements.some((span) => String(attributesOf(span)['db.query.text']).includes('app.session_of'))).toBe(true);
  expect(statements.every((span) => !String(attributesOf(span)['db.query.text']).includes("'"))).toBe(true);
  const ids = received.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
  const requestIds = spans.map((span) => attributesOf(span)['servanda.request_id']);
  expect(ids.filter((id) => !requestIds.includes(id))).toEqual([]);
  expect(received).not.toMatch(/otter|lead@|pacta-sunt/);
});

test.each([
  ["SELECT set_config('app.person', '01890a5d', true)", 'SELECT set_config(?, ?, true)'],
  ["INSERT INTO a VALUES ($1, 'it''s', 12, 1.5)\n  -- x", 'INSERT INTO a VALUES ($?, ?, ?, ?) -- x'],
  ["SELECT 'never ended", 'SELECT ?'],
])('the shape of %s holds no value', (text, shape) => expect(statementShape(text)).toBe(shape));
