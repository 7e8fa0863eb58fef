import { Inject, Injectable } from '@nestjs/common';
import { catalogue } from '@servanda/catalogue';
import type { contract, Dossier, DossierFacts, Received } from '@servanda/contract';
import { Prisma } from '../generated/client.ts';
import { policy } from '../people/people.policy.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Tx } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import { journal } from '../platform/journal/journal.ts';
import { applicabilityOf, unknownFacts } from './applicability.rules.ts';
import { DossiersQueries } from './dossiers.queries.ts';

type Doors = typeof contract.dossiers;
const day = (text: string | null) => (text ? new Date(`${text}T00:00:00Z`) : null);
const elements = catalogue.obligations.flatMap((o) => o.elements);
const isTaken = (error: unknown) => error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

@Injectable()
export class DossiersService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DossiersQueries) private readonly queries: DossiersQueries,
  ) {}

  /** Opens a dossier: a government's own on its State, anyone else's independent one on any party. */
  async open(scope: Scope, body: Received<Doors['open']>['body']): Promise<Dossier> {
    if (!policy.openDossier(scope).allowed) refuse('forbidden');
    if (scope.organisationKind === 'government' && body.iso3 !== scope.iso3)
      refuse('forbidden', { detail: `A government keeps a dossier on its own State (${scope.iso3}) only. Nothing was changed.` });
    const id = newId();
    const facts = body.facts ?? unknownFacts;
    const act = this.db.write(scope, async (tx) => {
      const state = (await tx.state.findUnique({ where: { iso3: body.iso3 } })) ?? refuse('state_unknown');
      if (state.status !== 'party') refuse('not_a_party');
      const kind = scope.organisationKind === 'government' ? 'own' : 'independent';
      await tx.dossier.create({
        data: {
          ...{ organisationId: scope.organisation, id, kind, iso3: body.iso3, title: body.title, facts, catalogueVersion: catalogue.version },
          ...{ periodFrom: day(body.periodFrom), periodTo: day(body.periodTo), openedBy: scope.person, openedAt: this.clock.now() },
        },
      });
      const rows = elements.map((e) => ({ organisationId: scope.organisation, dossierId: id, elementCode: e.code, ...applicabilityOf(e.rule, state, facts) }));
      await tx.dossierElement.createMany({ data: rows });
      await journal(tx, scope, { act: 'dossier.opened', subject: 'dossier', subjectId: id, data: { after: { iso3: body.iso3, title: body.title, kind, facts } } });
    });
    await act.catch((error: unknown) => (isTaken(error) ? refuse('already_exists', { detail: 'Your organisation has a dossier of this title on this State. Choose another title.' }) : Promise.reject(error)));
    return this.queries.get(scope, id);
  }

  /** Revises the facts that decide which elements apply; refuses stale_version with the dossier as it now is. */
  async reviseFacts(scope: Scope, id: string, body: Received<Doors['reviseFacts']>['body']): Promise<Dossier> {
    const before = await this.queries.get(scope, id);
    if (!policy.reviseFacts(scope).allowed) refuse('forbidden');
    const done = await this.db.write(scope, async (tx) => {
      const { count } = await tx.dossier.updateMany({
        where: { organisationId: scope.organisation, id, version: body.version },
        data: { version: { increment: 1 }, facts: body.facts },
      });
      if (count === 0) return false;
      await this.#apply(tx, scope, before, body.facts);
      await journal(tx, scope, { act: 'dossier.facts_revised', subject: 'dossier', subjectId: id, data: { before: before.facts, after: body.facts } });
      return true;
    });
    const now = await this.queries.get(scope, id);
    return done ? now : refuse('stale_version', { current: now });
  }

  /** Elements whose applicability follows from facts: one update for each rule that can change, three in all. */
  async #apply(tx: Tx, scope: Scope, dossier: Dossier, facts: DossierFacts): Promise<void> {
    const state = await tx.state.findUniqueOrThrow({ where: { iso3: dossier.iso3 } });
    for (const rule of ['unless-extradition-conditional-on-treaty', 'where-later-extradition-treaty', 'in-a-position-to-assist'] as const) {
      const codes = elements.filter((e) => e.rule === rule).map((e) => e.code);
      await tx.dossierElement.updateMany({
        where: { organisationId: scope.organisation, dossierId: dossier.id, elementCode: { in: codes } },
        data: applicabilityOf(rule, state, facts),
      });
    }
  }
}
