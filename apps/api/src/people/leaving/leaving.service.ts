import { Inject, Injectable } from '@nestjs/common';
import type { contract, Leaving, Received } from '@servanda/contract';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import type { MailLocale } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { policy } from './leaving.policy.ts';
import { askSql, leavingSql, membersSql, takeBackSql } from './leaving.sql.ts';

interface Found {
  id: string;
  name: string;
  asked: Leaving['asked'];
}
type Told = 'organisationLeaving' | 'organisationStaying';

/** The deletion of an organisation is asked for, and taken back; every active member is told of both by letter. */
@Injectable()
export class LeavingService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get(scope: Scope): Promise<Leaving> {
    return this.db.read(scope, async (sql) => this.#shape(scope, await this.#one(sql, scope)));
  }

  /** Asks for the deletion; refuses where the typed name is not the organisation's, or it is asked for already. */
  async ask(scope: Scope, { body }: Received<typeof contract.people.askLeaving>): Promise<Leaving> {
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.#one(sql, scope);
      if (before.asked) refuse('already_exists');
      if (body.name.normalize('NFC') !== before.name.normalize('NFC')) refuseField('name', 'Type the name of the organisation exactly as it stands above');
      await sql(askSql, [scope.organisation, newId(), scope.person, this.config.leavingGraceDays]);
      const after = await this.#one(sql, scope);
      const due = after.asked?.due ?? refuse('internal');
      await this.#tell(sql, scope, 'organisationLeaving', { organisation: after.name, who: scope.personName, due });
      await journalHot(sql, scope, { act: 'organisation.leaving_asked', subject: 'organisation', subjectId: scope.organisation, data: { due } });
      return this.#shape(scope, after);
    });
  }

  async takeBack(scope: Scope): Promise<Leaving> {
    return this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql(takeBackSql, [scope.organisation, scope.person]);
      if (!row) refuse('wrong_state');
      const after = await this.#one(sql, scope);
      await this.#tell(sql, scope, 'organisationStaying', { organisation: after.name, who: scope.personName });
      await journalHot(sql, scope, { act: 'organisation.leaving_taken_back', subject: 'organisation', subjectId: scope.organisation });
      return this.#shape(scope, after);
    });
  }

  async #tell(sql: Sql, scope: Scope, letter: Told, facts: { organisation: string; who: string; due?: string }): Promise<void> {
    const link = `${this.config.publicUrl}/organisation/data`;
    for (const { to, locale } of await sql<{ to: string; locale: MailLocale }>(membersSql, [scope.organisation]))
      await queueMail(
        sql,
        letter === 'organisationLeaving' ? { to, locale, letter, facts: { due: '', ...facts, link } } : { to, locale, letter, facts: { ...facts, link } },
      );
  }

  async #one(sql: Sql, scope: Scope): Promise<Found> {
    const [row] = await sql<Found>(leavingSql, [scope.organisation]);
    return row ?? refuse('not_found');
  }

  #shape(scope: Scope, { id, name, asked }: Found): Leaving {
    const isAsked = asked !== null;
    const may = { export: policy.export(scope), ask: policy.ask(scope, isAsked), takeBack: policy.takeBack(scope, isAsked) };
    return { organisation: { id, name }, asked, graceDays: this.config.leavingGraceDays, may };
  }
}
