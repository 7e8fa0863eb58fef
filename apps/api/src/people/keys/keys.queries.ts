import { Inject, Injectable } from '@nestjs/common';
import type { KeyRight, OrganisationKind } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { mintScope, type Scope } from '../../platform/db/scope.ts';
import { tokenHash } from '../tokens.ts';

interface KeyFacts {
  id: string;
  right: KeyRight;
  person: { id: string; name: string };
  body: string | null;
  organisation: { id: string; name: string; kind: OrganisationKind; iso3: string | null };
}

@Injectable()
export class KeysQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * For whom a key works, or null where it does not. It acts in the name of the member who made it, as a contributor where
   * it may write and as a viewer where it may read: it never accepts, publishes or keeps people. One statement.
   */
  async scopeOf(token: string): Promise<{ scope: Scope; right: KeyRight } | null> {
    const [row] = await this.db.unscoped<{ found: KeyFacts | null }>('SELECT app.key_of($1, $2) AS found', [tokenHash(token), this.clock.now()]);
    if (!row?.found) return null;
    const { id, right, person, body, organisation } = row.found;
    const scope = mintScope({
      organisation: organisation.id,
      organisationKind: organisation.kind,
      iso3: organisation.iso3,
      person: person.id,
      personName: person.name,
      role: right === 'write' ? 'contributor' : 'viewer',
      body,
      session: null,
      key: id,
      confirmedAt: null,
    });
    return { scope, right };
  }
}
