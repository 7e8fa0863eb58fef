import { Inject, Injectable } from '@nestjs/common';
import type { Body, contract, Received, Returned } from '@servanda/contract';
import pg from 'pg';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { policy } from '../people.policy.ts';
import { addBodySql, bodiesSql, bodySql, reviseBodySql } from './bodies.sql.ts';

type Doors = typeof contract.people;

/** Two bodies of one name in an organisation would not be told apart. */
const nameTaken = (error: unknown): never => {
  if (error instanceof pg.DatabaseError && error.constraint === 'body_name_once')
    refuse('already_exists', {
      detail: 'Your organisation has a body of this name already, perhaps an archived one. Bring that back, or choose another name.',
    });
  throw error;
};

/** What the journal keeps of a body: that it has an address, never the address, which may be a person's. */
const facts = ({ name, shortName, email, archivedAt }: Body) => ({ name, shortName, hasEmail: email !== null, archivedAt });

@Injectable()
export class BodiesService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Every body of my organisation. One statement. */
  async list(scope: Scope): Promise<Returned<Doors['bodies']>> {
    const rows = await this.db.read(scope, (sql) => sql<{ found: Body }>(bodiesSql, [scope.organisation]));
    const manage = policy.manageOrganisation(scope);
    return { items: rows.map((row) => row.found), total: rows.length, may: { add: manage, revise: manage } };
  }

  async add(scope: Scope, { body }: Received<Doors['addBody']>): Promise<Body> {
    if (!policy.manageOrganisation(scope).allowed) refuse('forbidden');
    const id = newId();
    return this.db
      .hotWrite(scope, async (sql) => {
        await sql(addBodySql, [scope.organisation, id, body.name, body.shortName, body.email, this.clock.now()]);
        const added = (await this.#one(sql, scope, id)) ?? refuse('internal');
        await journalHot(sql, scope, { act: 'body.added', subject: 'body', subjectId: id, data: { after: facts(added) } });
        return added;
      })
      .catch(nameTaken);
  }

  /** Renames, archives or brings back. A writer who saw an older version is refused with the body as it now is. */
  async revise(scope: Scope, { params, body }: Received<Doors['reviseBody']>): Promise<Body> {
    if (!policy.manageOrganisation(scope).allowed) refuse('forbidden');
    return this.db
      .hotWrite(scope, async (sql) => {
        const before = (await this.#one(sql, scope, params.body)) ?? refuse('not_found');
        const written = [body.version, body.name, body.shortName, body.email, body.isArchived, this.clock.now()];
        const [revised] = await sql<{ version: number }>(reviseBodySql, [scope.organisation, params.body, ...written]);
        const after = (await this.#one(sql, scope, params.body)) ?? refuse('internal');
        if (!revised) refuse('stale_version', { current: after });
        await journalHot(sql, scope, { act: 'body.revised', subject: 'body', subjectId: params.body, data: { before: facts(before), after: facts(after) } });
        return after;
      })
      .catch(nameTaken);
  }

  async #one(sql: Sql, scope: Scope, id: string): Promise<Body | null> {
    const [row] = await sql<{ found: Body }>(bodySql, [scope.organisation, id]);
    return row?.found ?? null;
  }
}
