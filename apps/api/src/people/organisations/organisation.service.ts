import { Inject, Injectable } from '@nestjs/common';
import type { contract, OrganisationSettings, Received } from '@servanda/contract';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { policy } from '../people.policy.ts';

type Doors = typeof contract.people;

/** $1 organisation. One row { id, name, kind, iso3, version, locale }. */
const settingsSql = 'SELECT id, name, kind, iso3, version, locale FROM organisation WHERE id = $1';
/** $1 organisation · $2 version seen · $3 name · $4 language. One row { version }, or none where the version is no longer the newest. */
const reviseSql = 'UPDATE organisation SET name = $3, locale = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING version';

@Injectable()
export class OrganisationService {
  constructor(@Inject(Database) private readonly db: Database) {}

  get(scope: Scope): Promise<OrganisationSettings> {
    return this.db.read(scope, (sql) => this.#one(sql, scope));
  }

  /** Name and language. A writer who saw an older version is refused with the settings as they now are. */
  async revise(scope: Scope, { body }: Received<Doors['reviseOrganisation']>): Promise<OrganisationSettings> {
    if (!policy.manageOrganisation(scope).allowed) refuse('forbidden');
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.#one(sql, scope);
      const [revised] = await sql<{ version: number }>(reviseSql, [scope.organisation, body.version, body.name, body.locale]);
      const after = await this.#one(sql, scope);
      if (!revised) refuse('stale_version', { current: after });
      const facts = ({ name, locale }: OrganisationSettings) => ({ name, locale });
      const data = { before: facts(before), after: facts(after) };
      await journalHot(sql, scope, { act: 'organisation.revised', subject: 'organisation', subjectId: scope.organisation, data });
      return after;
    });
  }

  async #one(sql: Sql, scope: Scope): Promise<OrganisationSettings> {
    const [row] = await sql<Omit<OrganisationSettings, 'may'>>(settingsSql, [scope.organisation]);
    return { ...(row ?? refuse('internal')), may: { revise: policy.manageOrganisation(scope) } };
  }
}
