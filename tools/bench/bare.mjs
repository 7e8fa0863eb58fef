// The yardstick: Fastify and pg with nothing between. The same statements through the same RLS transaction, the same bytes.
import { createRequire } from 'node:module';
import pg from 'pg';

// The API's own Fastify.
const Fastify = createRequire(new URL('../../apps/api/package.json', import.meta.url))('fastify');
pg.types.setTypeParser(pg.types.builtins.DATE, (v) => v);
const pool = new pg.Pool({ connectionString: process.env.APP_DATABASE_URL, max: Number(process.env.DATABASE_POOL) });
const { ContextSigner } = await import('../../apps/api/dist/platform/db/context.js');
const signer = new ContextSigner(process.env.CONTEXT_KEY);
/** A captured scope ends within a minute: the yardstick signs each of its own, as we do. */
const signedAnew = ({ text, values }) => {
  if (!text.includes("'app.context'")) return values;
  const [, organisation, person, role, session, key] = values[0].split('|');
  return [signer.sign({ organisation, person, role, session, key }), ...values.slice(1)];
};
const server = Fastify();
const plans = new Map();

/** Puts this request's ids into the captured values, also within text. */
const put = (value, now) => {
  if (Array.isArray(value)) return value.map((v) => put(v, now));
  if (typeof value === 'number') return value === now.was.number ? now.number : value === now.was.number + 1 ? now.number + 1 : value;
  if (typeof value !== 'string') return value;
  if (value === now.was.element) return now.element;
  return value.replaceAll(now.was.id, now.id).replaceAll(now.was.dossier, now.dossier).replaceAll(now.was.piece, now.piece);
};
async function replay(statements, now) {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements.map((s) => ({ text: s.text, values: signedAnew(s) })))
      await client.query(now ? put(text, now) : text, now ? values.map((v) => put(v, now)) : values);
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
server.get('/read/:plan', async (request, reply) => {
  const { statements, bytes } = plans.get(request.params.plan);
  await replay(statements);
  return reply.type('application/json; charset=utf-8').send(bytes);
});
server.post('/write/:plan', async (request, reply) => {
  const { statements, bytes, was } = plans.get(request.params.plan);
  await replay(statements, { was, ...request.body.bench });
  return reply.status(201).type('application/json; charset=utf-8').send(bytes);
});
process.on('message', (message) => {
  if (message.plan) plans.set(message.plan, message);
  else if (message.forget) plans.clear();
  if (message.stop) void server.close().then(() => process.exit(0));
  else process.send({ ok: true });
});
await server.listen({ port: 0, host: '127.0.0.1' });
process.send({ port: server.server.address().port });
