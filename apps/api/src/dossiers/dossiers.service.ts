import { Inject, Injectable } from '@nestjs/common';
import type { contract, Dossier, DossierFacts, Received } from '@servanda/contract';
import pg from 'pg';
import { catalogueVersion, elementsInOrder } from '../obligations/register.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse, refuseField } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { applicability, noFacts } from './applicability.rules.ts';
import { policy } from './dossiers.policy.ts';
import { DossiersQueries } from './dossiers.queries.ts';
import { applySql, dealSql, holdSql, keepRevisionSql, openSql, reviseShelfLifeSql, reviseSql, shelveAnewSql, stateSql } from './dossiers.write.sql.ts';
import { type Share, shared } from './team.rules.ts';

type Doors = typeof contract.dossiers;
interface StateFacts {
  status: 'party' | 'signatory';
  isCrcParty: boolean;
}

/** Whether each of the 51 elements applies, as rows for the database. */
const appliedTo = (state: StateFacts, facts: DossierFacts) =>
  elementsInOrder.map(({ code, rule }) => ({ element: code, ...applicability(rule, state, facts) }));
const takenOut = (rows: ReturnType<typeof appliedTo>) => rows.filter((row) => !row.applies).map(({ element, ground }) => ({ element, ground }));

@Injectable()
export class DossiersService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DossiersQueries) private readonly queries: DossiersQueries,
  ) {}

  /** Opens a dossier: the government's own or an independent one. The file, its 51 elements and the journal entry stand in one transaction. */
  async open(scope: Scope, body: Received<Doors['open']>['body']): Promise<Dossier> {
    if (!policy.open(scope).allowed) refuse('forbidden');
    if (!policy.openOn(scope, body.iso3).allowed)
      refuse('forbidden', {
        detail: `A government keeps the file on its own State (${scope.iso3}). An independent file on ${body.iso3} is kept by an NGO or NHRI.`,
      });
    return this.db
      .hotWrite(scope, (sql) => this.#write(sql, scope, body))
      .catch((error: unknown) => {
        if (error instanceof pg.DatabaseError && error.constraint === 'dossier_once')
          refuse('already_exists', {
            detail: `Your organisation keeps a dossier on ${body.iso3} under this title already. Choose another title, such as one with the period.`,
          });
        throw error;
      });
  }

  async #write(sql: Sql, scope: Scope, body: Received<Doors['open']>['body']): Promise<Dossier> {
    const [state] = await sql<StateFacts & { name: string }>(stateSql, [body.iso3]);
    if (!state) refuse('state_unknown');
    if (state.status !== 'party')
      refuse('not_a_party', {
        detail: `${state.name} has signed the treaty but is not a party: no obligation binds it yet, so there is nothing to track. Choose a State Party; the page of ${state.name} shows when it joins.`,
      });
    const id = newId();
    const facts = body.facts ?? noFacts;
    const kind = scope.organisationKind === 'government' ? 'own' : 'independent';
    const elements = appliedTo(state, facts);
    const at = this.clock.now();
    await sql(openSql, [
      ...[scope.organisation, id, kind, body.iso3, body.title, catalogueVersion, body.periodFrom, body.periodTo],
      ...[JSON.stringify(facts), scope.person, at, JSON.stringify(elements)],
    ]);
    await sql(keepRevisionSql, [scope.organisation, id, scope.person, at]);
    const given = await this.#deal(sql, scope, id, elements, body.team ?? []);
    const opened = (await this.queries.one(sql, scope, id)) ?? refuse('internal');
    const after = { iso3: body.iso3, kind, title: body.title, facts, notApplicable: takenOut(elements), ...(given.length ? { given } : {}) };
    await journalHot(sql, scope, { act: 'dossier.opened', subject: 'dossier', subjectId: id, data: { after } });
    return opened;
  }

  /** Deals the elements that apply among the team; refuses a team with somebody who is no active member. */
  async #deal(sql: Sql, scope: Scope, id: string, elements: ReturnType<typeof appliedTo>, team: readonly string[]): Promise<Share[]> {
    const out = new Set(takenOut(elements).map(({ element }) => element));
    const wanted = shared(
      elementsInOrder.filter(({ code }) => !out.has(code)),
      [...new Set(team)],
    );
    if (wanted.length === 0) return [];
    const given = await sql(dealSql, [scope.organisation, id, JSON.stringify(wanted), scope.person, this.clock.now()]);
    if (given.length < wanted.length) refuseField('team', 'Choose active members of your organisation');
    return wanted;
  }

  /** Revises the facts and, with them, which elements apply. A writer who saw an older version is refused with the dossier as it now is. */
  async reviseFacts(scope: Scope, { params: { id }, body }: Received<Doors['reviseFacts']>): Promise<Dossier> {
    if (!policy.reviseFacts(scope).allowed) refuse('forbidden');
    return this.db.hotWrite(scope, async (sql) => {
      const [held] = await sql<StateFacts & { facts: DossierFacts }>(holdSql, [scope.organisation, id]);
      if (!held) refuse('not_found');
      const elements = appliedTo(held, body.facts);
      const [revised] = await sql<{ version: number }>(reviseSql, [scope.organisation, id, body.version, JSON.stringify(body.facts)]);
      if (!revised) refuse('stale_version', { current: await this.queries.one(sql, scope, id) });
      const changed = await sql<{ element: string; applies: boolean }>(applySql, [scope.organisation, id, JSON.stringify(elements)]);
      await sql(keepRevisionSql, [scope.organisation, id, scope.person, this.clock.now()]);
      const dossier = (await this.queries.one(sql, scope, id)) ?? refuse('internal');
      await journalHot(sql, scope, {
        act: 'dossier.facts_revised',
        subject: 'dossier',
        subjectId: id,
        data: {
          before: { version: body.version, facts: held.facts },
          after: { version: revised.version, facts: body.facts, notApplicable: takenOut(elements) },
          changed: changed.map(({ element }) => element).sort(),
        },
      });
      return dossier;
    });
  }

  /** Sets after how many years evidence of each kind is out of date; the day of every piece of the dossier is computed anew in the same transaction. */
  async reviseShelfLife(scope: Scope, { params: { id }, body }: Received<Doors['reviseShelfLife']>): Promise<Dossier> {
    if (!policy.reviseFacts(scope).allowed) refuse('forbidden');
    return this.db.hotWrite(scope, async (sql) => {
      if (!(await sql(holdSql, [scope.organisation, id])).length) refuse('not_found');
      const [revised] = await sql<{ version: number; before: object }>(reviseShelfLifeSql, [
        scope.organisation,
        id,
        body.version,
        JSON.stringify(body.shelfLife),
      ]);
      if (!revised) refuse('stale_version', { current: await this.queries.one(sql, scope, id) });
      const moved = await sql(shelveAnewSql, [scope.organisation, id]);
      await sql(keepRevisionSql, [scope.organisation, id, scope.person, this.clock.now()]);
      const dossier = (await this.queries.one(sql, scope, id)) ?? refuse('internal');
      const data = { before: revised.before, after: body.shelfLife, piecesMoved: moved.length };
      await journalHot(sql, scope, { act: 'dossier.shelf_life_revised', subject: 'dossier', subjectId: id, data });
      return dossier;
    });
  }
}
