import { Inject, Injectable } from '@nestjs/common';
import type { ApiKey, contract, Received, Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { policy } from '../people.policy.ts';
import { tokenHash } from '../tokens.ts';
import { lastDayFrom, newKey } from './keys.rules.ts';
import { addKeySql, keysSql, revokeKeySql } from './keys.sql.ts';

type Doors = typeof contract.people;

@Injectable()
export class KeysService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(scope: Scope): Promise<Returned<Doors['keys']>> {
    const items = await this.db.read(scope, (sql) => this.#read(sql, scope));
    return { items, total: items.length, may: { add: policy.keepKeys(scope) } };
  }

  /** Makes a key. It leaves the server in this answer and is nowhere kept. */
  async add(scope: Scope, { body }: Received<Doors['addKey']>): Promise<Returned<Doors['addKey']>> {
    if (!policy.keepKeys(scope).allowed) refuse('forbidden');
    const now = this.clock.now();
    if (body.expiresOn < this.clock.today() || body.expiresOn > lastDayFrom(now)) refuseField('expiresOn', 'Choose a day from today on, at most a year ahead');
    const { token, hint } = newKey();
    const id = newId();
    // It works until the end of its last day.
    const end = new Date(Date.parse(`${body.expiresOn}T00:00:00Z`) + 24 * 60 * 60 * 1000);
    return this.db.hotWrite(scope, async (sql) => {
      await sql(addKeySql, [scope.organisation, id, body.name, body.right, hint, tokenHash(token), scope.person, now, end]);
      const [key] = await this.#read(sql, scope, id);
      await journalHot(sql, scope, {
        act: 'key.added',
        subject: 'key',
        subjectId: id,
        data: { after: { name: body.name, right: body.right, expiresOn: body.expiresOn } },
      });
      return { key: key ?? refuse('internal'), token };
    });
  }

  async revoke(scope: Scope, { params }: Received<Doors['revokeKey']>): Promise<null> {
    if (!policy.keepKeys(scope).allowed) refuse('forbidden');
    return this.db.hotWrite(scope, async (sql) => {
      const [revoked] = await sql<{ id: string }>(revokeKeySql, [scope.organisation, params.key, this.clock.now(), scope.person]);
      if (!revoked) refuse('not_found');
      await journalHot(sql, scope, { act: 'key.revoked', subject: 'key', subjectId: params.key });
      return null;
    });
  }

  async #read(sql: Sql, scope: Scope, id: string | null = null): Promise<ApiKey[]> {
    return (await sql<{ found: ApiKey }>(keysSql, [scope.organisation, this.clock.now(), id])).map(({ found }) => found);
  }
}
