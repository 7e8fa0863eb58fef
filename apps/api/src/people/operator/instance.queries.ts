import { Inject, Injectable } from '@nestjs/common';
import type { InstanceState } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { Readiness } from '../../platform/health/readiness.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { MailQueries } from '../../platform/mail/mail.queries.ts';
import { versionsSql } from './operator.sql.ts';

/** How the instance is, for whoever runs it: states, counts and versions. */
@Injectable()
export class InstanceQueries {
  readonly #since: Date;
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(MailQueries) private readonly mail: MailQueries,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) clock: Clock,
  ) {
    this.#since = clock.now();
  }

  async state(): Promise<InstanceState> {
    const [{ status, database, disk }, fileStore, mail, jobs, [versions]] = await Promise.all([
      this.readiness.state(),
      this.files.state(),
      this.mail.mailState(),
      this.jobs.state(),
      this.db.unscoped<{ postgres: string; migrations: number; newest: string | null; catalogue: string | null }>(versionsSql),
    ]);
    return {
      ...{ status, database, disk, fileStore, mail, jobs },
      versions: {
        service: '0.1.0',
        node: process.version,
        postgres: versions?.postgres ?? '',
        catalogue: versions?.catalogue ?? null,
        migrations: versions?.migrations ?? 0,
        newestMigration: versions?.newest ?? null,
      },
      runningSince: this.#since.toISOString(),
    };
  }
}
