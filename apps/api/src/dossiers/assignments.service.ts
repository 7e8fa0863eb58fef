import { Inject, Injectable } from '@nestjs/common';
import type { Assignment, contract, Received, Returned } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse, refuseField } from '../platform/http/refusal.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { assigneeSql, assignmentsSql, assignSql } from './assignments.sql.ts';
import { policy } from './dossiers.policy.ts';
import { holdDossier } from './hold.ts';

type Doors = typeof contract.dossiers;
interface Given {
  element: string;
  isChanged: boolean;
  wasBody: string | null;
  wasPerson: string | null;
  body: string | null;
  person: string | null;
}

@Injectable()
export class AssignmentsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Gives elements to a body, a person or both. What stands so already is left alone; the rest is written and journalled in one transaction. */
  async assign(scope: Scope, { params: { id }, body }: Received<Doors['assign']>): Promise<Returned<Doors['assign']>> {
    if (!policy.inDossier(scope).assign.allowed) refuse('forbidden');
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, id);
      const [assignee] = await sql<{ bodyIsOpen: boolean; personIsActive: boolean }>(assigneeSql, [scope.organisation, body.body ?? null, body.person ?? null]);
      if (body.body && !assignee?.bodyIsOpen) refuseField('body', 'Choose a body of your organisation that is not archived');
      if (body.person && !assignee?.personIsActive) refuseField('person', 'Choose an active member of your organisation');
      const elements = [...new Set(body.elements)];
      const given = await sql<Given>(assignSql, [
        ...[scope.organisation, id, elements, body.body !== undefined, body.body ?? null, body.person !== undefined, body.person ?? null],
        ...[scope.person, this.clock.now()],
      ]);
      if (given.length < elements.length) refuseField('elements', 'Name elements of the catalogue, such as 8.1.e');
      const changed = given.filter((one) => one.isChanged);
      if (changed.length)
        await journalHot(sql, scope, {
          act: 'elements.assigned',
          subject: 'dossier',
          subjectId: id,
          data: {
            before: changed.map(({ element, wasBody, wasPerson }) => ({ element, body: wasBody, person: wasPerson })),
            after: changed.map(({ element, body: to, person }) => ({ element, body: to, person })),
          },
        });
      return { changed: changed.map(({ element }) => element) };
    });
  }

  /** To whom an element was given, newest first; refuses not_found. */
  async history(scope: Scope, { params }: Received<Doors['assignments']>): Promise<Returned<Doors['assignments']>> {
    const rows = await this.db.read(scope, (sql) => sql<{ found: Assignment | null }>(assignmentsSql, [scope.organisation, params.id, params.code]));
    if (rows.length === 0) refuse('not_found');
    const items = rows.flatMap(({ found }) => found ?? []);
    return { items, total: items.length };
  }
}
