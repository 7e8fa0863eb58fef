import { Inject, Injectable } from '@nestjs/common';
import type { contract, NewsFacts, NewsKind, Received, Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { markSql, newsSql, sweepSql, tellSql, unreadSql } from './news.sql.ts';

type Doors = typeof contract.people;
type Listed = Returned<Doors['news']>;

/** Something that happened in public: what it is about, and what is told of it. */
export interface PublicNews {
  kind: NewsKind;
  /** The release or statement. */
  of: string;
  at: string;
  iso3: string;
  dossiers: string[];
  elements: string[];
  told: NewsFacts;
}
/** For how long news are kept. */
const kept = '1 year';

/** A person's inbox, and how it fills. */
@Injectable()
export class News {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(scope: Scope, { query: { unread, limit, offset } }: Received<Doors['news']>): Promise<Listed> {
    return this.db.read(scope, async (sql) => {
      const [row] = await sql<Listed>(newsSql, [scope.organisation, scope.person, unread, limit, offset]);
      return row ?? { items: [], total: 0, unread: 0 };
    });
  }

  unread(scope: Scope): Promise<{ unread: number }> {
    return this.db.read(scope, (sql) => this.#unread(sql, scope));
  }

  mark(scope: Scope, { body: { ids, isRead } }: Received<Doors['markNews']>): Promise<{ unread: number }> {
    return this.db.hotWrite(scope, async (sql) => {
      await sql(markSql, [scope.organisation, scope.person, ids, isRead ? this.clock.now() : null]);
      return this.#unread(sql, scope);
    });
  }

  /** Tells those who follow; whoever was told already is not told again. Answers how many inboxes got something. */
  async tell(news: readonly PublicNews[]): Promise<number> {
    if (news.length === 0) return 0;
    const [row] = await this.db.unscoped<{ told: number }>(tellSql, [JSON.stringify(news), this.clock.now()]);
    return row?.told ?? 0;
  }

  async sweep(): Promise<void> {
    await this.db.unscoped(sweepSql, [this.clock.now(), kept]);
  }

  async #unread(sql: Sql, scope: Scope): Promise<{ unread: number }> {
    const [row] = await sql<{ unread: number }>(unreadSql, [scope.organisation, scope.person]);
    return row ?? { unread: 0 };
  }
}
