// What happens in a coalition, told to the leads of the other organisation: by letter and in their inboxes.
import { Inject, Injectable } from '@nestjs/common';
import type { CoalitionStanding, NewsFacts } from '@servanda/contract';
import { inEveryLanguage } from '../people/accounts/letters-to.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import type { Sql } from '../platform/db/database.ts';
import { stepSql, tellSql } from './coalition.sql.ts';

/** A step, as `app.coalition_step` tells it. */
interface Step {
  standing: CoalitionStanding;
  dossier: string;
  title: string;
  iso3: string;
  stateName: string;
  host: string;
  member: string;
}
/** Where the invitations stand. */
const invitations = '/dossiers#shared-dossiers';
/** The address is put in by the database, which alone knows who is told. */
const nobody = 'nobody@servanda.invalid';

@Injectable()
export class CoalitionLetters {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Within the transaction of the step: who it is about never leaves the database. Nothing of the dossier is told but its title. */
  async tell(sql: Sql, dossier: string, other: string): Promise<void> {
    const [row] = await sql<{ step: Step | null }>(stepSql, [dossier, other]);
    if (!row?.step) return;
    const { path, organisation, letters } = this.#told(row.step);
    const { iso3, stateName, title } = row.step;
    const told: NewsFacts = { iso3, stateName, organisation, dossierKind: null, number: null, element: null, to: null, title, path };
    await sql(tellSql, [dossier, other, JSON.stringify(told), JSON.stringify(letters)]);
  }

  #told({ standing, dossier, title, host, member }: Step) {
    const at = (path: string) => `${this.config.publicUrl}${path}`;
    const toGuest = { host, organisation: member, title };
    switch (standing) {
      case 'invited':
        return { path: invitations, organisation: host, letters: inEveryLanguage(nobody, 'coalitionInvited', { ...toGuest, link: at(invitations) }) };
      case 'taken_back':
      case 'removed':
        return {
          path: '/dossiers',
          organisation: host,
          letters: inEveryLanguage(nobody, 'coalitionEnded', { ...toGuest, how: standing, link: at('/dossiers') }),
        };
      default: {
        const path = `/dossiers/${dossier}/coalition`;
        return {
          path,
          organisation: member,
          letters: inEveryLanguage(nobody, 'coalitionAnswered', { organisation: member, title, answer: standing, link: at(path) }),
        };
      }
    }
  }
}
