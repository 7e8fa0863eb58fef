import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { lost } from './kept-files.ts';
import { Sweep } from './sweep.ts';

/** The name of the queue; tools/jobs.mjs makes it. */
const sweepQueue = 'files.sweep';

/** Sweeps once a day, in one process of all. Hashes a sixteenth of the files each day, so that all are read within sixteen days. */
@Injectable()
export class SweepJob {
  readonly #log = new Logger('files');

  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Sweep) private readonly sweep: Sweep,
  ) {}

  /** Begins to do the job; called by the serving or the working process only. */
  async serve(): Promise<void> {
    await this.jobs.daily(sweepQueue, () => this.run()).catch((error: Error) => this.#log.warn(`the daily sweep could not be queued: ${error.message}`));
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const today = (Math.floor(now.getTime() / 86_400_000) % 16).toString(16);
    const swept = await this.sweep.run({ olderThan: new Date(now.getTime() - lost), hashes: (sha256) => sha256.startsWith(today), removes: true });
    const { missing, damaged, ...counts } = swept;
    this.#log.log(`swept: ${JSON.stringify(counts)}`);
    for (const [what, files] of Object.entries({ missing, damaged }))
      if (files.length) this.#log.error(`${files.length} files that rows name are ${what}; npm run files:sweep names them`);
  }
}
