import { Inject, Injectable } from '@nestjs/common';
import { findElement } from '@servanda/catalogue';
import type { contract, EvidenceRequest, Received, Returned } from '@servanda/contract';
import { mayAsOf, readAsOf, viewed } from '../../dossiers/as-of.ts';
import { holdDossier } from '../../dossiers/hold.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import type { MailLocale } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { isFor, mayStep, type Standing, stateAfter } from './requests.rules.ts';
import { askSql, requestSql, requestsSql, stepSql, toldSql, usableSql } from './requests.sql.ts';

type Doors = typeof contract.evidence;
type Row = Omit<EvidenceRequest, 'state' | 'isOverdue' | 'isMine' | 'may'> & { answeredBy: string | null; isWithin: boolean };
type Counted = Omit<Returned<Doors['requests']>, 'items'>;
interface Usable {
  element: boolean;
  person: boolean;
  body: boolean;
  piece: boolean;
}

/** Evidence that is asked of a colleague or a body: as work for them, then for the asker. */
@Injectable()
export class EvidenceRequests {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What was asked of whom, also as it stood at a past moment; refuses not_found. One statement. */
  async list(scope: Scope, { params, query }: Received<Doors['requests']>): Promise<Returned<Doors['requests']>> {
    const at = viewed(this.clock, query.asOf);
    const values = [scope.organisation, params.id, query.show, at.on, query.limit, query.offset, query.element ?? null];
    const [row] = await this.db.read(scope, (sql) => readAsOf<Counted & { items: Row[] }>(sql, at, requestsSql, values));
    if (!row) refuse('not_found');
    return { ...row, items: row.items.map((item) => this.#shaped(scope, item, at)) };
  }

  /** Asks, and tells those asked. */
  ask(scope: Scope, { params, body }: Received<Doors['ask']>): Promise<EvidenceRequest> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const [usable] = await sql<Usable>(usableSql, [scope.organisation, params.id, body.element, body.person, body.body, null]);
      if (!usable?.element) refuseField('element', 'Name elements of the catalogue, such as 8.1.e');
      if (body.person === scope.person || (body.person && !usable?.person)) refuseField('person', 'Choose another active member who may record');
      if (body.body && !usable?.body) refuseField('body', 'Choose a body of your organisation that is not archived');
      if (body.dueOn < this.clock.today()) refuseField('dueOn', 'Choose a day that has not passed');
      const id = newId();
      await sql(askSql, [scope.organisation, id, params.id, body.element, body.wanted, body.dueOn, body.person, body.body, scope.person, this.clock.now()]);
      const asked = await this.#one(sql, scope, { id: params.id, request: id });
      await this.#tell(sql, scope, params.id, asked, 'asked');
      const data = { dossier: params.id, element: body.element, person: body.person, body: body.body, dueOn: body.dueOn };
      await journalHot(sql, scope, { act: 'request.asked', subject: 'request', subjectId: id, data });
      return this.#shaped(scope, asked);
    });
  }

  /** Takes the next step; refuses stale_version, with the request, where another was taken meanwhile. */
  step(scope: Scope, { params, body }: Received<Doors['stepRequest']>): Promise<EvidenceRequest> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const before = await this.#one(sql, scope, params);
      if (before.steps.length !== body.seen) refuse('stale_version', { current: this.#shaped(scope, before) });
      const may = mayStep(scope, body.act, standingOf(before), before.answeredBy);
      if (!may.allowed) refuse(may.because === 'state' ? 'wrong_state' : may.because === 'own_work' ? 'own_work' : 'forbidden');
      if (body.evidence) {
        const [usable] = await sql<Usable>(usableSql, [scope.organisation, params.id, before.element, null, null, body.evidence]);
        if (!usable?.piece) refuse('evidence_unknown');
      }
      await sql(stepSql, [scope.organisation, params.request, body.seen + 1, params.id, body.act, body.note, body.evidence, scope.person, this.clock.now()]);
      const after = await this.#one(sql, scope, params);
      if (body.act === 'answer' || body.act === 'send_back' || body.act === 'decline') await this.#tell(sql, scope, params.id, after, body.act);
      const data = { dossier: params.id, element: before.element, step: body.act, number: body.seen + 1, evidence: body.evidence };
      await journalHot(sql, scope, { act: 'request.moved', subject: 'request', subjectId: params.request, data });
      return this.#shaped(scope, after);
    });
  }

  async #one(sql: Sql, scope: Scope, { id, request }: { id: string; request: string }): Promise<Row> {
    const [row] = await sql<{ item: Row }>(requestSql, [scope.organisation, id, request]);
    return row?.item ?? refuse('not_found');
  }

  /** A letter to each for whom it waits now, but for who has just acted. */
  async #tell(sql: Sql, scope: Scope, dossier: string, row: Row, step: 'asked' | 'answer' | 'send_back' | 'decline'): Promise<void> {
    const isForAsker = step === 'answer' || step === 'decline';
    const [person, body] = isForAsker ? [row.askedBy.id, null] : [row.person?.id ?? null, row.body?.id ?? null];
    const facts = {
      who: scope.personName,
      step,
      element: findElement(row.element)?.citation ?? row.element,
      due: row.dueOn,
      link: `${this.config.publicUrl}/dossiers/${dossier}/requests?show=mine`,
    };
    for (const { to, locale } of await sql<{ to: string; locale: MailLocale }>(toldSql, [scope.organisation, person, body, scope.person]))
      await queueMail(sql, { to, locale, letter: 'evidenceRequest', facts });
  }

  #shaped(scope: Scope, { answeredBy, isWithin, ...row }: Row, at = viewed(this.clock, undefined)): EvidenceRequest {
    const standing = standingOf({ ...row, isWithin });
    const may = (act: Parameters<typeof mayStep>[1]) => mayAsOf(at, mayStep(scope, act, standing, answeredBy));
    const isWaiting = standing.state === 'open' || standing.state === 'sent_back';
    return {
      ...row,
      state: standing.state,
      isOverdue: isWaiting && row.dueOn < at.on,
      isMine: isFor(scope, standing),
      may: { answer: may('answer'), accept: may('accept'), send_back: may('send_back'), decline: may('decline'), close: may('close') },
    };
  }
}

const standingOf = ({ steps, askedBy, person, isWithin }: Omit<Row, 'answeredBy'>): Standing => ({
  state: stateAfter(steps.at(-1)?.act ?? null),
  askedBy: askedBy.id,
  person: person?.id ?? null,
  isWithin,
});
