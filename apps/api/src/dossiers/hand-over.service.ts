import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received, Returned } from '@servanda/contract';
import { MembersService } from '../people/organisations/members.service.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse, refuseField } from '../platform/http/refusal.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { SourcesHandOver } from './hand-over.sources.ts';
import { holdDossiersSql, passOnSql, successorSql } from './hand-over.sql.ts';

type Doors = typeof contract.dossiers;
type Passed = Returned<Doors['leave']>;

@Injectable()
export class HandOverService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(SourcesHandOver) private readonly sources: SourcesHandOver,
  ) {}

  /** Removes a member of my organisation. Oneself one does not remove: one leaves. */
  remove(scope: Scope, { params, body }: Received<Doors['removeMember']>): Promise<Passed> {
    if (params.person === scope.person) refuse('wrong_state');
    return this.#end(scope, params.person, body);
  }

  leave(scope: Scope, { body }: Received<Doors['leave']>): Promise<Passed> {
    return this.#end(scope, scope.person, body, (sql, to) => this.sources.settle(sql, scope, body.sources, to));
  }

  /** Membership, assignments and journal end together or not at all. */
  async #end(
    scope: Scope,
    person: string,
    { version, successor }: Received<Doors['removeMember']>['body'],
    before: (sql: Sql, successor: string | null) => Promise<void> = async () => undefined,
  ): Promise<Passed> {
    return this.db.hotWrite(scope, async (sql) => {
      const member = await this.members.held(sql, scope, person, version);
      await sql(holdDossiersSql, [scope.organisation]);
      const [to] = successor && successor !== person ? await sql<{ id: string; name: string }>(successorSql, [scope.organisation, successor]) : [];
      if (successor && !to) refuseField('successor', 'Choose an active member of your organisation, other than the one who leaves');
      await before(sql, to?.id ?? null);
      const passed = await sql<{ dossier: string; element: string }>(passOnSql, [scope.organisation, person, to?.id ?? null, scope.person, this.clock.now()]);
      await this.members.end(sql, scope, member);
      await journalHot(sql, scope, {
        act: person === scope.person ? 'member.left' : 'member.removed',
        subject: 'person',
        subjectId: person,
        data: {
          role: member.role,
          body: member.body?.id ?? null,
          successor: to?.id ?? null,
          elements: passed.map(({ dossier, element }) => `${dossier} ${element}`).sort(),
        },
      });
      return { elements: passed.length, successor: to ?? null };
    });
  }
}
