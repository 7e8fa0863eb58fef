import { Inject, Injectable } from '@nestjs/common';
import type { contract, DossierRelease, PublishingRule, Received, ReleasePreview, ReleaseProposal, Returned } from '@servanda/contract';
import { holdDossier } from '../dossiers/hold.ts';
import { policy } from '../people/people.policy.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { endSql, otherSql, proposalSql, proposeSql, reviseRuleSql } from './proposals.sql.ts';
import { type KeptProposal, PublicationsQueries, previewOf, proposalOf } from './publications.queries.ts';
import { Publications } from './publications.service.ts';

type Doors = typeof contract.publications;
type Params = Received<Doors['proposal']>['params'];
const said = ({ secondPerson, ending }: PublishingRule) => ({ secondPerson, endsAt: ending?.at ?? null });
const roleOf = (role: string) => (role === 'reviewer' ? 'reviewer' : 'lead');

/** The second person: one proposes, another reads and publishes. */
@Injectable()
export class Proposals {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Publications) private readonly publications: Publications,
    @Inject(PublicationsQueries) private readonly queries: PublicationsQueries,
  ) {}

  /** Keeps what was read as a proposal; refuses what could not be published either. */
  propose(scope: Scope, { params, body }: Received<Doors['propose']>): Promise<ReleaseProposal> {
    return this.db.hotWrite(scope, async (sql) => {
      await this.publications.ready(sql, scope, params.id, body);
      const [id, now] = [newId(), this.clock.now()];
      await sql(proposeSql, [scope.organisation, id, params.id, JSON.stringify(body.choice), body.preview, scope.person, scope.role, now]);
      const data = { dossier: params.id, preview: body.preview, parts: body.choice.parts };
      await journalHot(sql, scope, { act: 'publication.proposed', subject: 'publication_proposal', subjectId: id, data });
      return proposalOf(scope, await this.#waiting(sql, scope, { id: params.id, proposal: id }));
    });
  }

  /** What it would be by the record of now; refuses not_found where it does not wait any more. */
  read(scope: Scope, { params }: Received<Doors['proposal']>): Promise<ReleasePreview> {
    return this.db.read(scope, async (sql) => {
      const { choice } = await this.#waiting(sql, scope, params, 'not_found');
      return previewOf(await this.queries.prepared(sql, scope, params.id, choice), true);
    });
  }

  /** Publishes what somebody else proposed. Refuses own_work, and what publishing refuses. */
  confirm(scope: Scope, { params, body }: Received<Doors['confirm']>): Promise<DossierRelease> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const { choice, proposedById, proposedRole } = await this.#waiting(sql, scope, params);
      if (proposedById === scope.person) refuse('own_work');
      await sql(endSql, [scope.organisation, params.proposal, 'published', scope.person, this.clock.now()]);
      const publisher = { role: roleOf(proposedRole), confirmedBy: roleOf(scope.role) } as const;
      const acts = [{ act: 'published', by: proposedById } as const, { act: 'confirmed', by: scope.person } as const];
      return this.publications.release(sql, scope, params.id, { choice, preview: body.preview, publisher, acts });
    });
  }

  drop(scope: Scope, { params }: Received<Doors['drop']>): Promise<undefined> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      await this.#waiting(sql, scope, params);
      await sql(endSql, [scope.organisation, params.proposal, 'dropped', scope.person, this.clock.now()]);
      await journalHot(sql, scope, { act: 'publication.dropped', subject: 'publication_proposal', subjectId: params.proposal, data: { dossier: params.id } });
      return undefined;
    });
  }

  rule(scope: Scope): Promise<Returned<Doors['rule']>> {
    return this.db.read(scope, (sql) => this.#rule(sql, scope));
  }

  /** Asking for a second person holds at once; asking for none ends it once another lead asks the same, or when all have seen it long enough. */
  reviseRule(scope: Scope, { body }: Received<Doors['reviseRule']>): Promise<PublishingRule> {
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.#rule(sql, scope);
      if (before.version !== body.version) refuse('stale_version', { current: before });
      const [revised] = await sql(reviseRuleSql, [scope.organisation, body.version + 1, body.secondPerson, scope.person, this.clock.now()]);
      if (!revised) refuse('stale_version', { current: before });
      const after = await this.#rule(sql, scope);
      const data = { before: said(before), asked: body.secondPerson, after: said(after) };
      await journalHot(sql, scope, { act: 'publication_rule.revised', subject: 'organisation', subjectId: scope.organisation, data });
      return after;
    });
  }

  async #rule(sql: Sql, scope: Scope): Promise<PublishingRule> {
    const { number, secondPerson, ending } = await this.queries.ruleOf(sql, scope);
    const [other] = await sql<{ hasOther: boolean }>(otherSql, [scope.organisation, scope.person]);
    const ends = ending && { at: ending.at, by: ending.by, isMine: ending.byId === scope.person };
    return { version: number, secondPerson, ending: ends, hasOther: other?.hasOther ?? false, may: { revise: policy.publish(scope) } };
  }

  async #waiting(sql: Sql, scope: Scope, { id, proposal }: Params, otherwise: 'wrong_state' | 'not_found' = 'wrong_state'): Promise<KeptProposal> {
    const [kept] = await sql<KeptProposal & { waits: boolean }>(proposalSql, [scope.organisation, id, proposal]);
    if (!kept) refuse('not_found');
    return kept.waits ? kept : refuse(otherwise);
  }
}
