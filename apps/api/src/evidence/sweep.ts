import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/db/database.ts';
import type { Kept } from '../platform/files/blobs.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { giveUpAllSql, namedSql, organisationsSql, stillNamedSql, unnamedSql } from './kept-files.sql.ts';
import { KeptFiles } from './kept-files.ts';

/** A file that a row names. */
interface Named {
  organisation: string;
  sha256: string;
}
/** How to sweep. */
export interface Sweeping {
  /** Files without a row that were kept later stay: their row may be on its way. */
  olderThan: Date;
  /** Whose bytes are read and hashed; of the others existence and size are looked at. */
  hashes: (sha256: string) => boolean;
  /** False: only says what it would remove. */
  removes: boolean;
}
/** What stands in the store, what was removed, and what rows name that is not there as it was kept. */
export interface Swept {
  files: number;
  bytes: number;
  orphans: { removed: number; bytes: number; left: number };
  strange: string[];
  named: number;
  hashed: number;
  missing: Named[];
  damaged: Named[];
}
const page = 500;
/** Files looked at side by side. */
const width = 8;

/** Goes through store and rows: takes away files that no row names, and finds rows whose file is missing or is not what it was. */
@Injectable()
export class Sweep {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(KeptFiles) private readonly kept: KeptFiles,
  ) {}

  async run(how: Sweeping): Promise<Swept> {
    const swept: Swept = { files: 0, bytes: 0, orphans: { removed: 0, bytes: 0, left: 0 }, strange: [], named: 0, hashed: 0, missing: [], damaged: [] };
    await this.store.clearAbandoned();
    await this.#orphans(how, swept);
    for (const { id } of await this.db.unscoped<{ id: string }>(organisationsSql)) await this.#rows(id, how, swept);
    return swept;
  }

  async #orphans(how: Sweeping, swept: Swept): Promise<void> {
    let batch: Kept[] = [];
    for await (const found of this.store.all()) {
      if (typeof found === 'string') {
        swept.strange.push(found);
        continue;
      }
      swept.files++;
      swept.bytes += found.size;
      if (batch.length === page || (batch[0] && batch[0].organisation !== found.organisation)) {
        await this.#take(batch, how, swept);
        batch = [];
      }
      batch.push(found);
    }
    await this.#take(batch, how, swept);
  }

  /** Removes those of one organisation's files that no row names; each is asked for once more under its lock. */
  async #take(batch: Kept[], { olderThan, removes }: Sweeping, { orphans }: Swept): Promise<void> {
    const organisation = batch[0]?.organisation;
    if (!organisation) return;
    const rows = await this.db.work(organisation, (sql) => sql<{ sha256: string }>(unnamedSql, [organisation, batch.map(({ sha256 }) => sha256)]));
    const unnamed = new Set(rows.map(({ sha256 }) => sha256));
    for (const file of batch.filter(({ sha256 }) => unnamed.has(sha256))) {
      const isOld = file.since < olderThan;
      const goes = isOld && (!removes || (await this.kept.letGo(organisation, file.sha256, olderThan)));
      orphans[goes ? 'removed' : 'left']++;
      if (goes) orphans.bytes += file.size;
    }
  }

  async #rows(organisation: string, how: Sweeping, swept: Swept): Promise<void> {
    if (how.removes) await this.db.work(organisation, (sql) => sql(giveUpAllSql, [organisation, how.olderThan]));
    for (let after = ''; ; ) {
      const from = after;
      const rows = await this.db.work(organisation, (sql) => sql<{ sha256: string; size: number }>(namedSql, [organisation, from, page]));
      for (let at = 0; at < rows.length; at += width)
        await Promise.all(rows.slice(at, at + width).map((row) => this.#look({ organisation, sha256: row.sha256 }, row.size, how, swept)));
      swept.named += rows.length;
      if (rows.length < page) return;
      after = rows.at(-1)?.sha256 ?? '';
    }
  }

  async #look(file: Named, size: number, { hashes }: Sweeping, swept: Swept): Promise<void> {
    const there = await this.store.sizeOf(file.organisation, file.sha256);
    const isHashed = there === size && hashes(file.sha256);
    if (isHashed) swept.hashed++;
    if (there === size && (!isHashed || (await this.#hashOf(file)) === file.sha256)) return;
    // Erased while we looked: then it is as it should be.
    const [named] = await this.db.work(file.organisation, (sql) => sql(stillNamedSql, [file.organisation, file.sha256]));
    if (named) swept[there === null ? 'missing' : 'damaged'].push(file);
  }

  async #hashOf({ organisation, sha256 }: Named): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of await this.store.read(organisation, sha256)) hash.update(chunk);
    return hash.digest('hex');
  }
}
