// Does background jobs and serves no door: beside API processes that run with JOBS=elsewhere.
import { createApp } from './app.ts';
import { EvidenceCopies } from './evidence/copies/copies.service.ts';
import { SweepJob } from './evidence/sweep.job.ts';
import { EvidenceText } from './evidence/text.service.ts';
import { readConfig } from './platform/config.ts';
import { checkContext, checkRuntimeRole } from './platform/db/boot-check.ts';
import { Database } from './platform/db/database.ts';
import { ReportWork } from './reports/runs/runs.work.ts';

const app = await createApp(readConfig(process.env));
await checkRuntimeRole(app.get(Database));
await checkContext(app.get(Database));
await app.get(EvidenceText).serve();
await app.get(EvidenceCopies).serve();
await app.get(SweepJob).serve();
await app.get(ReportWork).serve();
process.send?.('working');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await app.close();
    process.exit(0);
  });
