import { Inject, Injectable } from '@nestjs/common';
import {
  type Assessment,
  type contract,
  identifyingAnew,
  identityInFields,
  type JournalAct,
  type LawVerdict,
  type May,
  type Passage,
  type PracticeVerdict,
  type Received,
  type RefusalCode,
  type ReviewAct,
} from '@servanda/contract';
import pg from 'pg';
import { type Confirmed, confirmedFindings } from '../evidence/identity.rules.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse, refuseField } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { type Judged, policy } from './assessments.policy.ts';
import { AssessmentsQueries, type Place } from './assessments.queries.ts';
import { standingAfter, statusAfter } from './assessments.rules.ts';
import { checkWordsAreOpen } from './closed-words.ts';
import { CriminalisationQueries } from './criminalisation/criminalisation.queries.ts';
import { recordSql, whyNotSql } from './record.sql.ts';
import { holdSql, reviewSql, submittedWordsSql } from './review.sql.ts';

type Doors = typeof contract.assessments;
type Body = Received<Doors['record']>['body'];
type Words = Record<'reasons' | 'qualifierNote', string>;
type Held = Judged &
  Words & {
    id: string;
    number: number;
    law: LawVerdict | null;
    practice: PracticeVerdict | null;
    asOf: string;
    matrixReason: string | null;
    standing: { id: string; number: number; isAccepted: boolean; law: LawVerdict | null; practice: PracticeVerdict | null; asOf: string; since: string } | null;
  };

const reviewActs: Record<ReviewAct, JournalAct> = { submit: 'assessment.submitted', accept: 'assessment.accepted', return: 'assessment.returned' };

/** The marked passages as columns, null where none was marked. */
const passagesOf = (cited: Body['citations']) => {
  const column = (of: (passage: Passage) => unknown) => cited.map(({ passage }) => (passage ? of(passage) : null));
  return [column((p) => p.file), column((p) => p.page), column((p) => p.from), column((p) => p.to), column((p) => p.quote)];
};

/** Thrown inside the transaction where the one statement did not write all of it; leaves it rolled back. */
class NotRecorded extends Error {}
/** Two wrote at the same instant; the unique number let only one through. */
const overtaken = (error: unknown) => error instanceof pg.DatabaseError && error.constraint === 'assessment_number_once';

const enforce = (may: May) => {
  const code: Partial<Record<NonNullable<May['because']>, RefusalCode>> = {
    role: 'forbidden',
    own_work: 'own_work',
    state: 'wrong_state',
    not_applicable: 'element_not_applicable',
    past: 'wrong_state',
  };
  if (may.because) refuse(code[may.because] ?? 'forbidden');
};

@Injectable()
export class AssessmentsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AssessmentsQueries) private readonly queries: AssessmentsQueries,
    @Inject(CriminalisationQueries) private readonly criminalisation: CriminalisationQueries,
  ) {}

  /**
   * Records a judgement, as draft or submitted. Refuses stale_version with the newest judgement in full where
   * the writer had not seen it, also where two write at the same instant.
   */
  async record(scope: Scope, { params, body }: Received<Doors['record']>): Promise<Assessment> {
    enforce(policy.record(scope, { applies: true }));
    if (body.asOf > this.clock.today()) refuseField('asOf', 'Choose today or a day before: a judgement holds as of a day that has come');
    try {
      return await this.db.hotWrite(scope, (sql) => this.#write(sql, scope, params, body));
    } catch (error) {
      if (error instanceof NotRecorded || overtaken(error)) return this.#explain(scope, params, body);
      throw error;
    }
  }

  async #write(sql: Sql, scope: Scope, place: Place, body: Body): Promise<Assessment> {
    const id = newId();
    const basedOn = body.basedOn ?? 0;
    const { law, practice, asOf, citations: cited } = body;
    const matrixReason = (law === 'compliant' && body.matrixReason) || null;
    await this.#uncontradicted(sql, scope, place, { law, matrixReason });
    const identity = body.submit ? await this.#confirmed(sql, scope, place, body, body.identityConfirmed) : {};
    if (cited.some(({ passage }) => passage?.quote))
      await checkWordsAreOpen(sql, scope, place, [cited.map((c) => c.evidence), ...passagesOf(cited)], this.clock.now());
    const written = [law, practice, asOf, body.periodFrom, body.periodTo, body.reasons, body.qualifierNote];
    const author = [scope.person, scope.role, scope.body, this.clock.now()];
    const citations = [cited.map((c) => c.evidence), cited.map((c) => c.pinpoint), cited.map((c) => c.stance)];
    const [done] = await sql<{ recorded: number; cited: number; before: object | null }>(recordSql, [
      ...[scope.organisation, place.id, place.code, basedOn, id],
      ...[...written, ...author, ...citations, body.submit, ...passagesOf(cited), matrixReason],
    ]);
    if (done?.recorded !== 1 || done.cited !== cited.length) throw new NotRecorded();
    const recorded = (await this.queries.one(sql, scope, place, basedOn + 1)) ?? refuse('internal');
    await journalHot(sql, scope, {
      act: body.submit ? 'assessment.recorded_and_submitted' : 'assessment.recorded',
      subject: 'assessment',
      subjectId: id,
      data: {
        dossier: place.id,
        element: place.code,
        before: done.before,
        after: { number: recorded.number, status: recorded.status, law, practice, asOf, citations: cited.length },
        ...identity,
      },
    });
    return recorded;
  }

  /** A law is not called compliant against the criminalisation matrix without a written reason (decision 0042). */
  async #uncontradicted(sql: Sql, scope: Scope, place: Place, { law, matrixReason }: Pick<Held, 'law' | 'matrixReason'>): Promise<void> {
    if (law !== 'compliant' || matrixReason !== null) return;
    const against = await this.criminalisation.against(sql, scope, place.id, place.code);
    const message = 'Say why the law complies although a column that the text mandates says no';
    if (against.length > 0) refuse('matrix_contradicts', { current: { against }, fields: [{ path: 'matrixReason', code: 'matrix_contradicts', message }] });
  }

  /** The decision over words that newly leave the writer's desk: asked for at submission, and not again for what an earlier submission said. */
  async #confirmed(sql: Sql, scope: Scope, place: Place, { reasons, qualifierNote }: Words, isConfirmed: boolean | undefined): Promise<Confirmed> {
    const words = { reasons, qualifierNote };
    if (identityInFields(words).length === 0) return {};
    const [before] = await sql<Words>(submittedWordsSql, [scope.organisation, place.id, place.code]);
    return confirmedFindings(identifyingAnew({ ...before }, words), isConfirmed);
  }

  /** Why nothing was recorded; always refuses. */
  #explain(scope: Scope, place: Place, body: Body): Promise<never> {
    return this.db.read(scope, async (sql) => {
      const cited = body.citations.map((c) => c.evidence);
      const [facts] = await sql<{ applies: boolean; latest: number; unknown: number[]; misplaced: number[] }>(whyNotSql, [
        ...[scope.organisation, place.id, place.code, cited],
        ...passagesOf(body.citations),
      ]);
      if (!facts) refuse('not_found');
      if (!facts.applies) refuse('element_not_applicable');
      if (facts.latest !== (body.basedOn ?? 0)) refuse('stale_version', { current: await this.queries.one(sql, scope, place, null) });
      const fault = (part: string, message: string) => (i: number) => ({ path: `citations.${i}.${part}`, code: 'evidence_unknown', message });
      const fields = [
        ...facts.unknown.map(fault('evidence', 'Cite a piece of this dossier that has not been withdrawn')),
        ...facts.misplaced.map(fault('passage', 'These words do not stand there; mark the passage anew in the text')),
      ];
      return refuse('evidence_unknown', { fields });
    });
  }

  /** Submits, accepts or returns the newest judgement; the review and the current row stand in one transaction. */
  review(scope: Scope, { params, body }: Received<Doors['review']>): Promise<Assessment> {
    return this.db.hotWrite(scope, async (sql) => {
      const place = [scope.organisation, params.id, params.code];
      const [held] = await sql<Held>(holdSql, [...place, params.number]);
      if (!held) refuse('not_found');
      enforce(policy.review(body.act, scope, held));
      if (body.act !== 'return') await this.#uncontradicted(sql, scope, params, held);
      const identity = body.act === 'submit' ? await this.#confirmed(sql, scope, params, held, body.identityConfirmed) : {};
      const at = this.clock.now();
      const status = statusAfter(body.act, held) ?? refuse('wrong_state');
      const before = held.standing && { ...held.standing, since: new Date(held.standing.since) };
      const standing = standingAfter(body.act, before, held, at);
      await sql(reviewSql, [
        ...[...place, held.id, body.act, body.reason, scope.person, scope.role, at, status, standing?.id, standing?.number, standing?.isAccepted ?? false],
        ...[standing?.law, standing?.practice, standing?.asOf, standing?.since],
      ]);
      const reviewed = (await this.queries.one(sql, scope, params, params.number)) ?? refuse('internal');
      await journalHot(sql, scope, {
        act: reviewActs[body.act],
        subject: 'assessment',
        subjectId: held.id,
        data: {
          ...{ dossier: params.id, element: params.code, number: held.number },
          before: { status: held.status, standing: before?.number ?? null },
          after: { status, standing: standing?.number ?? null, reason: body.reason },
          ...identity,
        },
      });
      return reviewed;
    });
  }
}
