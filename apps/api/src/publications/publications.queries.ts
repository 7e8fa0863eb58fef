import { Inject, Injectable } from '@nestjs/common';
import type { contract, DossierRelease, May, Received, ReleaseChoice, ReleasePreview, ReleaseProposal, Returned } from '@servanda/contract';
import { policy } from '../people/people.policy.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse, refuseField } from '../platform/http/refusal.ts';
import { materialSql } from './material.sql.ts';
import type { Material } from './material.ts';
import { ruleSql, waitingSql } from './proposals.sql.ts';
import { listSql, oneSql } from './publications.sql.ts';
import { type Prepared, prepare } from './release.rules.ts';
import { type KeptRule, type RuleOfNow, ruleAt } from './second-person.rules.ts';

type Doors = typeof contract.publications;
type Kept = Omit<DossierRelease, 'may'>;
/** A proposal as it is kept. */
export interface KeptProposal {
  id: string;
  choice: ReleaseChoice;
  previewSha256: string;
  proposedById: string;
  proposedBy: string;
  proposedRole: string;
  proposedAt: string;
}

@Injectable()
export class PublicationsQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(scope: Scope, { params, query }: Received<Doors['list']>): Promise<Returned<Doors['list']>> {
    const values = [scope.organisation, params.id, query.limit, query.offset];
    return this.db.read(scope, async (sql) => {
      const [row] = await sql<{ items: Kept[]; total: number }>(listSql, values);
      if (!row) refuse('not_found');
      const waiting = await sql<KeptProposal>(waitingSql, [scope.organisation, params.id]);
      const proposals = waiting.map((kept) => proposalOf(scope, kept));
      return { items: row.items.map((kept) => shaped(scope, kept)), total: row.total, proposals, may: { publish: policy.publish(scope) } };
    });
  }

  /** What the public would see; refuses not_found. */
  preview(scope: Scope, { params, body }: Received<Doors['preview']>): Promise<ReleasePreview> {
    return this.db.read(scope, async (sql) => previewOf(await this.prepared(sql, scope, params.id, body), (await this.ruleOf(sql, scope)).secondPerson));
  }

  /** The same within a transaction, before it is shaped. */
  async prepared(sql: Sql, scope: Scope, dossier: string, choice: ReleaseChoice): Promise<Prepared> {
    const on = this.clock.today();
    const [material] = await sql<Material>(materialSql, [scope.organisation, dossier, on, choice.parts.articles]);
    if (!material) refuse('not_found');
    const corrected = choice.erratumOf === null ? null : await this.#kept(sql, scope, { id: dossier, publication: choice.erratumOf });
    if (choice.erratumOf !== null && !corrected) refuseField('erratumOf', 'There is no such release of this dossier');
    const erratumOf = corrected ? { id: corrected.id, number: corrected.number, sha256: corrected.sha256 } : null;
    return prepare(material, choice, { on, erratumOf });
  }

  /** Whether the organisation asks for a second person now, and until when; number 0 as long as it was never set. */
  async ruleOf(sql: Sql, scope: Scope): Promise<RuleOfNow> {
    const [kept] = await sql<KeptRule>(ruleSql, [scope.organisation]);
    return kept ? ruleAt(kept, this.clock.now()) : { number: 0, secondPerson: false, ending: null };
  }

  /** One release of a dossier; refuses not_found. */
  async one(sql: Sql, scope: Scope, params: { id: string; publication: string }): Promise<DossierRelease> {
    return shaped(scope, (await this.#kept(sql, scope, params)) ?? refuse('not_found'));
  }

  async #kept(sql: Sql, scope: Scope, { id, publication }: { id: string; publication: string }): Promise<Kept | null> {
    const [row] = await sql<{ release: Kept }>(oneSql, [scope.organisation, id, publication]);
    return row?.release ?? null;
  }
}

const gone: May = { allowed: false, because: 'state' };
const shaped = (scope: Scope, kept: Kept): DossierRelease => ({ ...kept, may: { withdraw: kept.withdrawn ? gone : policy.publish(scope) } });

const mine: May = { allowed: false, because: 'own_work' };
export function proposalOf(scope: Scope, { id, choice, proposedById, proposedBy, proposedAt }: KeptProposal): ReleaseProposal {
  const { parts, language, note, erratumOf } = choice;
  const drop = policy.review(scope);
  return { id, parts, language, note, erratumOf, proposedBy, proposedAt, may: { confirm: drop.allowed && proposedById === scope.person ? mine : drop, drop } };
}

export const previewOf = ({ matter, sha256, findings }: Prepared, needsConfirmation: boolean): ReleasePreview => ({
  sha256,
  matter,
  findings,
  undecided: findings.filter(({ decision }) => decision === null).length,
  needsConfirmation,
});
