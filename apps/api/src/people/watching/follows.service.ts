import { Inject, Injectable } from '@nestjs/common';
import { findElement } from '@servanda/catalogue';
import { type contract, type Follow, type Followable, mostFollowed, type Received, type Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { PublicDatabase } from '../../platform/db/public-database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { nextTurn } from './digest.rules.ts';
import { beginDigestSql } from './digest.sql.ts';
import { Digests } from './digests.service.ts';
import { followedSql, followSql, followsSql, ownDossierSql, publishedDossierSql, stateSql, unfollowSql } from './follows.sql.ts';

type Doors = typeof contract.people;
/** What is followed, as it is kept. */
interface Thing {
  iso3: string;
  dossier: string | null;
  element: string | null;
  publishedBy: string | null;
}

/** Following is a person's own: nothing of it is journalled, and no one else is shown it. */
@Injectable()
export class Follows {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(PublicDatabase) private readonly published: PublicDatabase,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Digests) private readonly digests: Digests,
  ) {}

  list(scope: Scope): Promise<Returned<Doors['following']>> {
    return this.db.read(scope, async (sql) => {
      const items = await sql<Follow>(followsSql, [scope.organisation, scope.person, null, mostFollowed]);
      return { items, total: items.length, digest: await this.digests.chosen(sql, scope) };
    });
  }

  /** Follows from now on. Refuses not_found for what nobody may see, wrong_state beyond what one person may follow. */
  async follow(scope: Scope, { body: { what, timeZone } }: Received<Doors['follow']>): Promise<Follow> {
    const { iso3, dossier, element, publishedBy } = (await this.#thing(scope, what)) ?? refuse('not_found');
    const own = [scope.organisation, scope.person];
    return this.db.hotWrite(scope, async (sql) => {
      const now = this.clock.now();
      await sql(followSql, [...own, newId(), iso3, dossier, element, publishedBy, now]);
      const [found] = await sql<{ id: string; total: number }>(followedSql, [...own, iso3, dossier, element]);
      if (!found) refuse('internal');
      if (found.total > mostFollowed)
        refuse('wrong_state', { detail: `You follow ${mostFollowed} things already. Follow one of them no longer, or follow the State instead.` });
      await sql(beginDigestSql, [...own, 'daily', timeZone, nextTurn('daily', timeZone, now)]);
      const [follow] = await sql<Follow>(followsSql, [...own, found.id, 1]);
      return follow ?? refuse('internal');
    });
  }

  unfollow(scope: Scope, { params }: Received<Doors['unfollow']>): Promise<null> {
    return this.db.hotWrite(scope, async (sql) => {
      const [ended] = await sql(unfollowSql, [scope.organisation, scope.person, params.follow]);
      if (!ended) refuse('not_found');
      return null;
    });
  }

  /** A dossier of another organisation is looked up as the public would: what is not published is as unknown as what is not there. */
  async #thing(scope: Scope, what: Followable): Promise<Thing | null> {
    if (what.kind === 'dossier') {
      const [own] = await this.db.read(scope, (sql) => sql<Thing>(ownDossierSql, [scope.organisation, what.dossier]));
      const [found] = own ? [own] : await this.published.read((sql) => sql<Thing>(publishedDossierSql, [what.dossier]));
      return found ? { iso3: found.iso3, publishedBy: found.publishedBy, dossier: what.dossier, element: null } : null;
    }
    const element = what.kind === 'element' ? what.element : null;
    if (element !== null && !findElement(element)) return null;
    const [state] = await this.db.read(scope, (sql) => sql(stateSql, [what.iso3]));
    return state ? { iso3: what.iso3, dossier: null, element, publishedBy: null } : null;
  }
}
