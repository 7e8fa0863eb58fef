import { Inject, Injectable } from '@nestjs/common';
import { findElement } from '@servanda/catalogue';
import type { contract, PublicStatement, Received, Returned, SaidInPublic, SayInPublic, Statement, WithdrawnStatement } from '@servanda/contract';
import { holdDossier } from '../../dossiers/hold.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { PublicationsQueries } from '../publications.queries.ts';
import { StatementSources } from './statement-sources.ts';
import { type KeptProposal, proposalOf } from './statements.queries.ts';
import { findingsIn, freezeStatement } from './statements.rules.ts';
import { actSql, endSql, ourRequestsSql, ownSql, ownStatementSql, proposalSql, proposeSql, sayContentSql, saySql, withdrawSql } from './statements.sql.ts';

type Doors = typeof contract.publications;
type Own = Pick<Statement, 'organisation'> & { iso3: string };
/** A statement before it is stamped. */
type Matter = Omit<Statement, 'format' | 'seal' | 'id' | 'publishedAt' | 'publisher'>;
interface Kept extends Pick<Statement, 'id' | 'kind' | 'element'> {
  sha256: string;
  isWithdrawn: boolean;
}
interface Act {
  act: 'published' | 'confirmed';
  by: string;
}
const roleOf = (role: string) => (role === 'reviewer' ? 'reviewer' : 'lead');

/** Replying, asking and answering in public, and withdrawing what was said: it is a copy, and never changes. */
@Injectable()
export class Statements {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PublicationsQueries) private readonly publications: PublicationsQueries,
    @Inject(StatementSources) private readonly sources: StatementSources,
  ) {}

  /** Says it, or proposes it where the organisation asks for a second person. Refuses withdrawn, identity_unconfirmed with what was found, wrong_state for a request that waits already, or one declined after evidence was shown. */
  say(scope: Scope, { params, body }: Received<Doors['say']>): Promise<SaidInPublic> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const matter = await this.#ready(sql, scope, params.id, body);
      if ((await this.publications.ruleOf(sql, scope)).secondPerson) return { statement: null, proposal: await this.#propose(sql, scope, params.id, body) };
      const publisher = { role: roleOf(scope.role), confirmedBy: null } as const;
      return { statement: await this.#publish(sql, scope, { ...matter, publisher }, [{ act: 'published', by: scope.person }]), proposal: null };
    });
  }

  /** Publishes what somebody else proposed. Refuses own_work, and what saying it refuses. */
  confirm(scope: Scope, { params }: Received<Doors['confirmSaying']>): Promise<Returned<Doors['confirmSaying']>> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const { said, proposedById, proposedRole } = await this.#waiting(sql, scope, params);
      if (proposedById === scope.person) refuse('own_work');
      const matter = await this.#ready(sql, scope, params.id, said);
      await sql(endSql, [scope.organisation, params.saying, 'published', scope.person, this.clock.now()]);
      const publisher = { role: roleOf(proposedRole), confirmedBy: roleOf(scope.role) } as const;
      return this.#publish(sql, scope, { ...matter, publisher }, [
        { act: 'published', by: proposedById },
        { act: 'confirmed', by: scope.person },
      ]);
    });
  }

  /** Leaves a tombstone in the place of what was said. Refuses not_found for what is not of this dossier, wrong_state where it is withdrawn already. */
  withdraw(scope: Scope, { params, body: { reason } }: Received<Doors['withdrawSaying']>): Promise<WithdrawnStatement> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const [own] = await sql<Kept>(ownStatementSql, [scope.organisation, params.id, params.statement]);
      if (!own) refuse('not_found');
      if (own.isWithdrawn) refuse('wrong_state');
      const { id, kind, element, sha256 } = own;
      const now = this.clock.now();
      await sql(withdrawSql, [scope.organisation, id, reason, now]);
      await sql(actSql, [scope.organisation, id, 'withdrawn', scope.person, now]);
      const data = { dossier: params.id, kind, element, sha256, reason };
      await journalHot(sql, scope, { act: 'statement.withdrawn', subject: 'publication_statement', subjectId: id, data });
      return { id, sha256, withdrawn: { at: now.toISOString(), reason } };
    });
  }

  drop(scope: Scope, { params }: Received<Doors['dropSaying']>): Promise<undefined> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      await this.#waiting(sql, scope, params);
      await sql(endSql, [scope.organisation, params.saying, 'dropped', scope.person, this.clock.now()]);
      await journalHot(sql, scope, {
        act: 'statement.dropped',
        subject: 'publication_statement_proposal',
        subjectId: params.saying,
        data: { dossier: params.id },
      });
      return undefined;
    });
  }

  /** What would be said now, by the published record of now. */
  async #ready(sql: Sql, scope: Scope, dossier: string, said: SayInPublic): Promise<Matter> {
    const [own] = await sql<Own>(ownSql, [scope.organisation, dossier]);
    if (!own) refuse('not_found');
    const findings = findingsIn(said.text, said.confirmed);
    if (findings.some(({ decision }) => decision === null)) refuse('identity_unconfirmed', { current: { findings } });
    const about = said.kind === 'answer' ? await this.#answered(own, said) : await this.#addressed(own, said);
    if (said.kind === 'request') {
      const ours = await sql<{ id: string }>(ourRequestsSql, [scope.organisation, said.to, said.element]);
      if (await this.sources.isOneSilent(ours.map(({ id }) => id)))
        refuse('wrong_state', { detail: 'You have asked this already, and the answer is awaited in public.' });
    }
    return { kind: said.kind, state: own.iso3, treaty: 'opsc', organisation: own.organisation, dossier, text: said.text, ...about };
  }

  /** A reply or a request: the release that it is about stands, covers the element, is of the same State and, where a thread begins, of another organisation. */
  async #addressed(
    own: Own,
    said: Exclude<SayInPublic, { kind: 'answer' }>,
  ): Promise<Pick<Matter, 'obligation' | 'element' | 'to' | 'parent' | 'stand' | 'ground' | 'evidence'>> {
    const parent = said.kind === 'reply' && said.parent !== null ? await this.#parent(said.parent, said.element) : null;
    if (parent?.withdrawn) refuseField('parent', 'This was withdrawn by who said it');
    if (parent && parent.to.publication !== said.to) refuseField('to', 'This thread is about another release');
    if (parent?.organisation.id === own.organisation.id) refuseField('parent', 'Reply to what another organisation said');
    const release = await this.sources.release(said.to, said.element, 'to');
    if (release.iso3 !== own.iso3) refuseField('to', 'This release is about another State');
    if (!parent && release.organisation.id === own.organisation.id) refuseField('to', 'This is a release of your own organisation');
    const { publication, number, sha256, organisation } = release;
    return {
      obligation: obligationOf(said.element),
      element: said.element,
      to: { publication, number, sha256, organisation },
      parent: parent && { id: parent.id, sha256: parent.sha256 },
      stand: said.kind === 'reply' ? said.stand : null,
      ground: null,
      evidence: null,
    };
  }

  async #parent(id: string, element: string): Promise<PublicStatement> {
    const parent = await this.sources.statement(id);
    return parent?.kind === 'reply' && parent.element === element ? parent : refuseField('parent', 'There is no such reply on this element');
  }

  /** An answer: by whom it was asked of, in a dossier of the same State. What was declined may be shown later; what was shown is not declined any more. */
  async #answered(
    own: Own,
    said: Extract<SayInPublic, { kind: 'answer' }>,
  ): Promise<Pick<Matter, 'obligation' | 'element' | 'to' | 'parent' | 'stand' | 'ground' | 'evidence'>> {
    const request = await this.sources.statement(said.request);
    if (request?.kind !== 'request' || request.to.organisation.id !== own.organisation.id || request.state !== own.iso3)
      return refuseField('request', 'There is no such request to your organisation');
    if (request.withdrawn) refuseField('request', 'This request was withdrawn by who asked');
    if (said.ground !== null && (await this.sources.isShown(said.request)))
      refuse('wrong_state', {
        detail:
          'Your organisation has shown evidence on this request already, and that stands. Show more of it, or reply on the element if something has changed.',
      });
    const evidence = said.evidence && (await this.sources.evidence(said.evidence.publication, said.evidence.refs, own.organisation.id));
    const { id, sha256, obligation, element, to } = request;
    return { obligation, element, to, parent: { id, sha256 }, stand: null, ground: said.ground, evidence };
  }

  async #publish(sql: Sql, scope: Scope, matter: Matter & Pick<Statement, 'publisher'>, acts: readonly Act[]): Promise<PublicStatement> {
    const [id, now] = [newId(), this.clock.now()];
    const whole = { ...matter, id, publishedAt: now.toISOString() };
    const { content, sha256 } = freezeStatement(whole);
    const { organisation, dossier, to, parent, kind, element, obligation, state } = matter;
    const about = [kind, state, obligation, element, to.organisation.id, to.publication, parent?.id ?? null];
    await sql(saySql, [scope.organisation, id, dossier, ...about, organisation.name, organisation.kind, sha256, now]);
    await sql(sayContentSql, [scope.organisation, id, content]);
    for (const { act, by } of acts) await sql(actSql, [scope.organisation, id, act, by, now]);
    const data = { dossier, kind, element, to: to.publication, parent: parent?.id ?? null, sha256 };
    await journalHot(sql, scope, { act: 'statement.published', subject: 'publication_statement', subjectId: id, data });
    return { ...JSON.parse(content), sha256, toWithdrawn: false, withdrawn: null };
  }

  async #propose(sql: Sql, scope: Scope, dossier: string, said: SayInPublic) {
    const [id, now] = [newId(), this.clock.now()];
    await sql(proposeSql, [scope.organisation, id, dossier, JSON.stringify(said), scope.person, scope.role, now]);
    await journalHot(sql, scope, { act: 'statement.proposed', subject: 'publication_statement_proposal', subjectId: id, data: { dossier, kind: said.kind } });
    return proposalOf(scope, await this.#waiting(sql, scope, { id: dossier, saying: id }));
  }

  async #waiting(sql: Sql, scope: Scope, { id, saying }: { id: string; saying: string }): Promise<KeptProposal> {
    const [kept] = await sql<KeptProposal & { waits: boolean }>(proposalSql, [scope.organisation, id, saying]);
    if (!kept) refuse('not_found');
    return kept.waits ? kept : refuse('wrong_state');
  }
}

const obligationOf = (element: string): string => findElement(element)?.obligation ?? refuseField('element', 'The treaty has no such element');
