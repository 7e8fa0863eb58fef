// What a feed is made of: the newest things that happened, in the public's own role.
import { Inject, Injectable } from '@nestjs/common';
import type { Obligation } from '@servanda/catalogue';
import { Clock } from '../../platform/clock.ts';
import { PublicDatabase } from '../../platform/db/public-database.ts';
import type { FeedEntry } from './feed.ts';
import { dossierFeedSql, elementsFeedSql, feedSql, stateFeedSql } from './news-sources.sql.ts';

/** How far back the feed of an obligation looks, for it reads whole releases. */
const year = 366 * 86_400_000;

@Injectable()
export class FeedQueries {
  constructor(
    @Inject(PublicDatabase) private readonly db: PublicDatabase,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  all(): Promise<FeedEntry[]> {
    return this.#entries(feedSql);
  }
  /** Null where no State is known by the code. */
  async state(iso3: string): Promise<{ name: string; entries: FeedEntry[] } | null> {
    const name = await this.#nameOf(iso3);
    return name === null ? null : { name, entries: await this.#entries(stateFeedSql, [iso3]) };
  }
  async obligation(iso3: string, { elements }: Obligation): Promise<{ name: string; entries: FeedEntry[] } | null> {
    const name = await this.#nameOf(iso3);
    const after = new Date(this.clock.now().getTime() - year);
    return name === null ? null : { name, entries: await this.#entries(elementsFeedSql, [iso3, elements.map(({ code }) => code), after]) };
  }
  /** Nothing where it was never published. */
  dossier(id: string): Promise<FeedEntry[]> {
    return this.#entries(dossierFeedSql, [id]);
  }

  async #nameOf(iso3: string): Promise<string | null> {
    const [state] = await this.db.read((sql) => sql<{ name: string }>('SELECT name FROM state WHERE iso3 = $1', [iso3]));
    return state?.name ?? null;
  }
  #entries(text: string, values: unknown[] = []): Promise<FeedEntry[]> {
    return this.db.read((sql) => sql<FeedEntry>(text, values));
  }
}
