import { Inject, Injectable } from '@nestjs/common';
import type { contract, PublicRelease, PublicState, Received, Returned } from '@servanda/contract';
import type { Sql } from '../platform/db/database.ts';
import { PublicDatabase } from '../platform/db/public-database.ts';
import { refuse } from '../platform/http/refusal.ts';
import { TreatiesQueries } from '../treaties/treaties.queries.ts';
import { releaseSql, releasesSql } from './public.sql.ts';

type Doors = typeof contract.publications;
/** Releases of one State that its page shows at most; the list pages through all. */
const mostOfState = 500;

/** What anyone may read; everything in the public's role, which knows no working table. */
@Injectable()
export class PublicQueries {
  constructor(
    @Inject(PublicDatabase) private readonly db: PublicDatabase,
    @Inject(TreatiesQueries) private readonly treaties: TreatiesQueries,
  ) {}

  releases({ query }: Received<Doors['releases']>): Promise<Returned<Doors['releases']>> {
    const { state, organisation = null, dossier = null, limit, offset } = query;
    return this.db.read((sql) => this.#releases(sql, [state?.toUpperCase() ?? null, organisation, dossier, limit, offset]));
  }

  /** The bytes of a release. Refuses not_found, and withdrawn with what stands in its place. */
  async release({ params: { publication: id } }: Received<Doors['release']>): Promise<string> {
    const [row] = await this.db.read((sql) =>
      sql<{ number: number; sha256: string; content: string | null; reason: string | null; withdrawnAt: string | null }>(releaseSql, [id]),
    );
    if (!row) refuse('not_found');
    const { number, sha256, content, reason, withdrawnAt } = row;
    return content ?? refuse('withdrawn', { tombstone: { id, number, sha256, reason: reason ?? '', withdrawnAt: withdrawnAt ?? '' } });
  }

  /** One State with every release about it; refuses not_found. */
  state({ params: { iso3 } }: Received<Doors['publicState']>): Promise<PublicState> {
    return this.db.read(async (sql) => {
      const state = await this.treaties.state(iso3, sql);
      const { items } = await this.#releases(sql, [iso3, null, null, mostOfState, 0]);
      return { ...state, publications: items };
    });
  }

  async #releases(sql: Sql, values: unknown[]): Promise<{ items: PublicRelease[]; total: number }> {
    const [row] = await sql<{ items: PublicRelease[]; total: number }>(releasesSql, values);
    return row ?? { items: [], total: 0 };
  }
}
