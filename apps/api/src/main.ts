// Serves the API and the web app until it is told to stop.
import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { createApp } from './app.ts';
import { EvidenceCopies } from './evidence/copies/copies.service.ts';
import { SweepJob } from './evidence/sweep.job.ts';
import { EvidenceText } from './evidence/text.service.ts';
import { LeavingJob } from './people/leaving/leaving.job.ts';
import { readConfig } from './platform/config.ts';
import { checkContext, checkRuntimeRole } from './platform/db/boot-check.ts';
import { Database } from './platform/db/database.ts';
import { Drain } from './platform/health/drain.ts';
import { MailDelivery } from './platform/mail/delivery.ts';
import { NewsWork } from './publications/news/news.work.ts';
import { ReportWork } from './reports/runs/runs.work.ts';

const config = readConfig(process.env);
const app = await createApp(config);
const db = app.get(Database);

// A database that is not up yet is waited for; one that stays away ends the process with a sentence.
for (let tries = 1; ; tries++) {
  try {
    await checkRuntimeRole(db);
    await checkContext(db);
    break;
  } catch (error) {
    const message = error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error);
    if (tries >= 30 || message.startsWith('The API will not run')) {
      console.error(message.startsWith('The API') ? message : `PostgreSQL does not answer at the address in APP_DATABASE_URL: ${message}`);
      process.exit(1);
    }
    if (tries === 1) console.error('Waiting for PostgreSQL …');
    await setTimeout(1000);
  }
}
await db.warm();
await app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
  const why =
    error.code === 'EADDRINUSE'
      ? `Port ${config.port} is taken by another program. Stop it, or choose another: PORT=4001 npm start`
      : `The address ${config.host}:${config.port} cannot be used: ${error.message}`;
  console.error(why);
  process.exit(1);
});
app.get(MailDelivery).start();
app.get(LeavingJob).start();
app.get(NewsWork).start();
if (config.doesJobs) {
  void app.get(EvidenceText).serve();
  void app.get(EvidenceCopies).serve();
  void app.get(SweepJob).serve();
  void app.get(ReportWork).serve();
}
process.send?.('listening');

const server: Server = app.getHttpServer();
let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  // Whatever hangs, the process ends.
  void setTimeout((config.edge.drainSeconds + 25) * 1000, undefined, { ref: false }).then(() => process.exit(1));
  // Not ready, and `Connection: close` on every answer, until balancers have looked elsewhere.
  app.get(Drain).begin();
  await setTimeout(config.edge.drainSeconds * 1000);
  // A connection that falls idle after the server has closed is nobody's to end but ours.
  setInterval(() => server.closeIdleConnections(), 200).unref();
  await app.close();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
// Started by a program that talks to us: once it is gone, nobody is left to stop us.
process.on('disconnect', stop);
