// Our API as it is served, in a process of its own; on request it tells which statements a request ran.
import pg from 'pg';

const statements = [];
let listening = false;
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function captured(text, values, ...rest) {
  if (listening && typeof text === 'string') statements.push({ text, values: Array.isArray(values) ? values : [] });
  // The opening of a transaction: BEGIN and its settings in one journey.
  else if (listening && text?.begin) statements.push({ text: text.begin, values: [] }, { text: text.text, values: text.values });
  return query.call(this, text, values, ...rest);
};
const { createApp } = await import('../../apps/api/dist/app.js');
const { readConfig } = await import('../../apps/api/dist/platform/config.js');
const app = await createApp(readConfig(process.env));
await app.listen({ port: 0, host: '127.0.0.1' });
process.send({ port: app.getHttpServer().address().port });
process.on('message', (message) => {
  if (message === 'listen') {
    statements.length = 0;
    listening = true;
  } else if (message === 'tell') {
    listening = false;
    process.send({ statements: [...statements] });
  } else if (message === 'stop') void app.close().then(() => process.exit(0));
});
