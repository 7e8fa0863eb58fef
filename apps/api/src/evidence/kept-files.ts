import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Received } from '../platform/files/blobs.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { refuse } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import { arrivedSql, arriveSql, freeSql, giveUpSql, guestArrivedSql, holdSql } from './kept-files.sql.ts';

/** A file that is spoken for until `arrived` or `giveUp`. */
interface Arrival {
  organisation: string;
  id: string;
  sha256: string;
}

/** Milliseconds after which a file that is still on its way belongs to a server that was killed. */
export const lost = 24 * 60 * 60_000;

/** Store and rows together: a row never points to a file that is not there, whoever comes, goes or is killed in between (decision 0023). */
@Injectable()
export class KeptFiles {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Speaks for a file and keeps it. A kill from here on leaves at most an orphan, which the sweep takes away. */
  async keep(organisation: string, received: Received): Promise<Arrival> {
    const arrival = { organisation, id: newId(), sha256: received.sha256 };
    await this.db.work(organisation, (sql) => sql(arriveSql, [organisation, arrival.id, arrival.sha256]));
    try {
      await this.store.keep(organisation, received);
      return arrival;
    } catch (error) {
      await this.db.work(organisation, (sql) => sql(arrivedSql, [organisation, arrival.id])).catch(() => undefined);
      throw error;
    }
  }

  /** Within the transaction that writes the row. One that comes so late that its file was given up is refused. */
  async arrived(sql: Sql, { organisation, id }: Arrival): Promise<void> {
    const [still] = await sql(arrivedSql, [organisation, id]);
    if (!still) refuse('unavailable');
  }

  /** The same within the transaction of a guest of a coalition. */
  async arrivedFromGuest(sql: Sql, { id }: Arrival): Promise<void> {
    const [still] = await sql(guestArrivedSql, [id]);
    if (!still) refuse('unavailable');
  }

  /** The row was not written: the file goes again, unless another needs it. What fails here is left to the sweep. */
  async giveUp({ organisation, id, sha256 }: Arrival): Promise<void> {
    await this.db
      .work(organisation, (sql) => sql(arrivedSql, [organisation, id]))
      .then(() => this.letGo(organisation, sha256))
      .catch(() => undefined);
  }

  /**
   * Takes a file away if neither a row names it nor anyone is about to; answers whether it went. Whoever stores the same bytes waits
   * meanwhile. What was on its way since `before` does not count: it was lost.
   */
  letGo(organisation: string, sha256: string, before = new Date(this.clock.now().getTime() - lost)): Promise<boolean> {
    return this.db.work(organisation, async (sql) => {
      await sql(holdSql, [organisation, sha256]);
      await sql(giveUpSql, [organisation, sha256, before]);
      const [free] = await sql(freeSql, [organisation, sha256]);
      if (free) await this.store.remove(organisation, sha256);
      return Boolean(free);
    });
  }
}
