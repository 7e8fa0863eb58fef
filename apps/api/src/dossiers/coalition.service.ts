import { Inject, Injectable } from '@nestjs/common';
import { type CoalitionMember, type CoalitionStanding, contract, type May, type Received, type Returned } from '@servanda/contract';
import { policy } from '../people/allowance.policy.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse, refuseField } from '../platform/http/refusal.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { CoalitionLetters } from './coalition.letters.ts';
import { answerSql, coalitionSql, endSql, inviteSql, mineSql } from './coalition.sql.ts';

const doors = contract.dossiers;
type Doors = typeof doors;
type Item = Omit<CoalitionMember, 'may'>;
interface Row {
  lead: Returned<Doors['coalition']>['lead'];
  kind: 'own' | 'independent';
  items: Item[];
}
type Refused = 'forbidden' | 'not_found' | 'unknown' | 'already' | 'full';
const open: readonly CoalitionStanding[] = ['invited', 'joined'];

/** Organisations that work in one dossier by invitation of its lead (decision 0043). */
@Injectable()
export class CoalitionService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CoalitionLetters) private readonly letters: CoalitionLetters,
  ) {}

  /** Who was asked in, how each stands and what it gave; refuses not_found. One statement. */
  of(scope: Scope, { params: { id } }: Received<Doors['coalition']>): Promise<Returned<Doors['coalition']>> {
    return this.db.read(scope, (sql) => this.#read(sql, scope, id));
  }

  /** Dossiers into which my organisation was asked, what waits first. */
  async mine(scope: Scope): Promise<Returned<Doors['coalitions']>> {
    const rows = await this.db.read(scope, (sql) => sql<{ item: Omit<Returned<Doors['coalitions']>['items'][number], 'may'> }>(mineSql));
    const items = rows.map(({ item }) => ({ ...item, may: { answer: policy.mayUse(doors.answerCoalition, scope) } }));
    return { items, total: items.length };
  }

  /** Asks an organisation in by its name. Who may not be asked is answered like who is not there. */
  invite(scope: Scope, { params: { id }, body: { organisation } }: Received<Doors['inviteToCoalition']>): Promise<Returned<Doors['coalition']>> {
    return this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<{ done: { member: string } | { refused: Refused } }>(inviteSql, [id, organisation]);
      if (!row) refuse('internal');
      if ('refused' in row.done) return this.#refuse(row.done.refused);
      const after = await this.#read(sql, scope, id);
      await this.letters.tell(sql, id, row.done.member);
      await journalHot(sql, scope, { act: 'coalition.invited', subject: 'coalition', subjectId: id, data: { dossier: id, organisation: row.done.member } });
      return after;
    });
  }

  /** Takes an invitation back or ends a membership; what was given stays. */
  end(scope: Scope, { params: { id, organisation } }: Received<Doors['endInCoalition']>): Promise<Returned<Doors['coalition']>> {
    return this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<{ after: 'removed' | 'taken_back' | null }>(endSql, [id, organisation]);
      if (!row?.after) refuse('not_found');
      const after = await this.#read(sql, scope, id);
      await this.letters.tell(sql, id, organisation);
      await journalHot(sql, scope, { act: `coalition.${row.after}`, subject: 'coalition', subjectId: id, data: { dossier: id, organisation } });
      return after;
    });
  }

  /** Accepts, declines or leaves; both organisations' journals know it, and the leads of the host are told. */
  answer(scope: Scope, { params: { id: dossier }, body: { answer } }: Received<Doors['answerCoalition']>): Promise<Returned<Doors['answerCoalition']>> {
    return this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<{ done: { standing: 'joined' | 'declined' | 'left'; host: string } | null }>(answerSql, [dossier, answer]);
      if (!row?.done) refuse('not_found');
      const { standing, host } = row.done;
      await this.letters.tell(sql, dossier, host);
      await journalHot(sql, scope, { act: `coalition.${standing}`, subject: 'coalition', subjectId: dossier, data: { organisation: host } });
      return { dossier, standing };
    });
  }

  async #read(sql: Sql, scope: Scope, id: string): Promise<Returned<Doors['coalition']>> {
    const [row] = await sql<Row>(coalitionSql, [scope.organisation, id]);
    if (!row) refuse('not_found');
    const { lead, kind, items } = row;
    const end = policy.mayUse(doors.endInCoalition, scope);
    const invite: May = kind === 'independent' ? policy.mayUse(doors.inviteToCoalition, scope) : { allowed: false, because: 'state' };
    const ended: May = { allowed: false, because: 'state' };
    return { lead, items: items.map((item) => ({ ...item, may: { end: open.includes(item.standing) ? end : ended } })), total: items.length, may: { invite } };
  }

  #refuse(why: Refused): never {
    if (why === 'forbidden' || why === 'not_found') return refuse(why);
    if (why === 'already') return refuse('already_exists', { detail: 'This organisation works here already, or has been asked and has not answered yet.' });
    if (why === 'full') return refuseField('organisation', 'A coalition has at most fifty organisations');
    return refuseField('organisation', 'No NGO or human rights institution here is called this. Write its name in full, as it stands on what it publishes');
  }
}
