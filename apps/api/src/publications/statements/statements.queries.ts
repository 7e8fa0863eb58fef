import { Inject, Injectable } from '@nestjs/common';
import { catalogue } from '@servanda/catalogue';
import type { Contested, ContestedPoint, contract, May, PublicStatement, Received, SayInPublic, StatementProposal } from '@servanda/contract';
import { byContest, contestOf, type LaneContest } from '../../gaps/contest.rules.ts';
import { policy } from '../../people/people.policy.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { PublicDatabase } from '../../platform/db/public-database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { type DossierOn, positionsOn } from '../portal/dossier-on.ts';
import { standingOf } from './statements.rules.ts';
import { contentSql, contestedSql, ownSql, waitingSql } from './statements.sql.ts';

type Doors = typeof contract.publications;
/** A proposal as it is kept. */
export interface KeptProposal {
  id: string;
  said: SayInPublic;
  proposedById: string;
  proposedBy: string;
  proposedRole: string;
  proposedAt: string;
}
interface PublishedDossier extends Pick<DossierOn, 'organisation' | 'dossier' | 'kind' | 'elements'> {
  organisationId: string;
  /** The releases that count, the newest first; `pieces`: of our own alone. */
  counts: { id: string; number: number; publishedAt: string; pieces: { ref: number; title: string; elements: string[] }[] }[];
}
interface Told {
  dossiers: PublishedDossier[];
  replies: PublicStatement[];
  requests: PublicStatement[];
  answers: PublicStatement[];
}

@Injectable()
export class StatementsQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(PublicDatabase) private readonly open: PublicDatabase,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What is contested on the State of a dossier. All but the proposals is read as the public reads it, in one statement. */
  async contested(scope: Scope, { params: { id } }: Received<Doors['contested']>): Promise<Contested> {
    const { iso3, waiting } = await this.db.read(scope, async (sql) => {
      const [own] = await sql<{ iso3: string }>(ownSql, [scope.organisation, id]);
      if (!own) refuse('not_found');
      return { iso3: own.iso3, waiting: await sql<KeptProposal>(waitingSql, [scope.organisation, id]) };
    });
    const [told] = await this.open.read((sql) => sql<Told>(contestedSql, [iso3, scope.organisation]));
    const { dossiers, replies, requests, answers } = told ?? { dossiers: [], replies: [], requests: [], answers: [] };
    const stood = standingOf(requests, answers, this.clock.today());
    const isOurs = ({ organisationId }: PublishedDossier) => organisationId === scope.organisation;
    return {
      state: iso3,
      organisation: scope.organisation,
      releases: dossiers
        .toSorted((a, b) => Number(isOurs(b)) - Number(isOurs(a)))
        .flatMap((one) =>
          one.counts.map(({ id, number, pieces }) => ({
            ...{ publication: id, number, organisation: one.organisation, isOurs: isOurs(one), pieces },
            elements: one.elements.filter(({ release }) => release === id).map(({ code }) => code),
          })),
        ),
      points: pointsOf(dossiers, id, isOurs),
      replies,
      asked: stood.filter(({ request }) => request.organisation.id === scope.organisation),
      received: stood.filter(({ request }) => request.to.organisation.id === scope.organisation),
      proposals: waiting.map((kept) => proposalOf(scope, kept)),
      may: { say: policy.publish(scope), withdraw: policy.publish(scope) },
    };
  }

  /** The bytes of a statement. Refuses not_found, and withdrawn with what stands in its place. */
  async statement({ params: { statement } }: Received<Doors['statement']>): Promise<string> {
    const [row] = await this.open.read((sql) =>
      sql<{ sha256: string; content: string | null; reason: string | null; withdrawnAt: string | null }>(contentSql, [statement]),
    );
    if (!row) refuse('not_found');
    const { sha256, content, reason, withdrawnAt } = row;
    return content ?? refuse('withdrawn', { tombstone: { id: statement, number: null, sha256, reason: reason ?? '', withdrawnAt: withdrawnAt ?? '' } });
  }
}

const finding = ({ kind, distance, on }: LaneContest) => ({ kind, distance, on });
/** The elements on which they differ, the furthest apart first. */
function pointsOf(dossiers: readonly PublishedDossier[], own: string, isOurs: (one: PublishedDossier) => boolean): ContestedPoint[] {
  const elements = catalogue.obligations.flatMap((obligation) =>
    obligation.elements.flatMap((element) => {
      const contest = contestOf(positionsOn(dossiers, element.code));
      return contest.distance === 0 ? [] : [{ ...element, contest }];
    }),
  );
  return byContest(elements).map(({ code, obligation, citation, title, contest }) => ({
    ...{ element: code, obligation, citation, title, law: finding(contest.law), practice: finding(contest.practice), backing: contest.backing },
    isOurs: [contest.law, contest.practice].some(({ kind, speaking }) => kind === 'differ' && speaking.includes(own)),
    positions: dossiers.flatMap((one) =>
      one.elements
        .filter((element) => element.code === code)
        .flatMap(({ release, applies, law, practice, cited, contributedBy }) =>
          one.counts
            .filter(({ id }) => id === release)
            .map(({ number, publishedAt }) => ({
              ...{ publication: release, number, publishedAt, organisation: one.organisation, kind: one.kind, isOurs: isOurs(one) },
              ...{ applies, law, practice, cited, ...(contributedBy ? { contributedBy } : {}) },
            })),
        ),
    ),
  }));
}

const mine: May = { allowed: false, because: 'own_work' };
export function proposalOf(scope: Scope, { id, said, proposedById, proposedBy, proposedAt }: KeptProposal): StatementProposal {
  const drop = policy.review(scope);
  return { id, said, proposedBy, proposedAt, may: { confirm: drop.allowed && proposedById === scope.person ? mine : drop, drop } };
}
