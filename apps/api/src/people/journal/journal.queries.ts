import { Inject, Injectable } from '@nestjs/common';
import { type ActGroup, type contract, type JournalEntry, journalActs, type Received, type Returned } from '@servanda/contract';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { journalSql } from './journal.sql.ts';

type Doors = typeof contract.people;
type Query = Received<Doors['journal']>['query'];

/** What was typed as an ILIKE pattern: `%`, `_` and `\` are letters like any other. */
const pattern = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
const actsOf = (group: ActGroup) => Object.entries(journalActs).flatMap(([act, of]) => (of === group ? [act] : []));

function actsAsked({ group, act }: Query): string[] | null {
  if (!group) return act ?? null;
  const ofGroup = actsOf(group);
  return act ? act.filter((one) => ofGroup.includes(one)) : ofGroup;
}

@Injectable()
export class JournalQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** A page of the register, newest first. One statement. */
  async list(scope: Scope, { query }: Received<Doors['journal']>): Promise<Returned<Doors['journal']>> {
    const words = query.q?.normalize('NFC').trim();
    // Facts are searched as they are written in JSON, where a quotation mark is `\"`.
    const search = words ? [pattern(JSON.stringify(words).slice(1, -1)), pattern(words)] : [null, null];
    const filters = [query.person, query.subject, query.subjectId, query.dossier, query.element, query.from, query.to].map((filter) => filter ?? null);
    const [row] = await this.db.read(scope, (sql) =>
      sql<{ items: JournalEntry[]; names: Record<string, string> }>(journalSql, [
        ...[scope.organisation, query.before ?? null, actsAsked(query)],
        ...filters,
        ...search,
        query.limit + 1,
      ]),
    );
    const items = row?.items ?? [];
    const page = items.slice(0, query.limit);
    return { items: page, next: items.length > page.length ? (page.at(-1)?.seq ?? null) : null, names: row?.names ?? {} };
  }
}
