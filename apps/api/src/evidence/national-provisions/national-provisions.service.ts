import { Inject, Injectable } from '@nestjs/common';
import {
  type contract,
  identifyingAnew,
  type May,
  type NationalProvision,
  type NationalProvisionContent,
  type NationalProvisionRevision,
  type ProvisionChange,
  type Received,
} from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database, sqlIn, type Tx } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journal } from '../../platform/journal/journal.ts';
import { policy } from '../evidence.policy.ts';
import { entryOf } from '../evidence.rules.ts';
import { confirmedFindings } from '../identity.rules.ts';
import { NationalProvisionsQueries, type Place } from './national-provisions.queries.ts';
import { outOfOrder, twin, type Wording } from './national-provisions.rules.ts';
import { lawSql, ofLawSql, revisionsSql, unknownElementsSql } from './national-provisions.sql.ts';

type Doors = typeof contract.evidence;
const enforce = (may: May) => {
  if (!may.allowed) refuse(may.because === 'state' ? 'wrong_state' : 'forbidden');
};
const dayOrNull = (day: string | null) => (day === null ? null : new Date(day));
const contentOf = ({ article, title, inForceFrom, inForceTo, penalties, text, elements }: NationalProvisionRevision): NationalProvisionContent => ({
  ...{ article, title, inForceFrom, inForceTo, penalties, text, elements },
});
/** The words of a provision: they stand in the correlation table, which leaves. */
const wordsOf = ({ article, title, text, penalties }: NationalProvisionContent) => ({
  article,
  title,
  text,
  penalties: penalties.map(({ note }) => note).join('\n'),
});
/** What one revision adds: what it did, to which of the texts, and what it says. */
interface Said {
  number: number;
  change: ProvisionChange;
  wording: number;
  content: NationalProvisionContent;
  reason: string | null;
}

/** Provisions of national laws: entered, corrected, amended and withdrawn; every revision is kept. */
@Injectable()
export class NationalProvisionsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(NationalProvisionsQueries) private readonly queries: NationalProvisionsQueries,
  ) {}

  /** Enters a provision of a law of the dossier, with revision 1. Refuses one without a law and a second record of the same article for the same days. */
  add(scope: Scope, { params, body: { law, identityConfirmed, ...content } }: Received<Doors['addNationalProvision']>): Promise<NationalProvision> {
    enforce(policy.add(scope));
    const identity = confirmedFindings(identifyingAnew({}, wordsOf(content)), identityConfirmed);
    const place = { id: params.id, provision: newId() };
    const at = this.clock.now();
    return this.db.write(scope, async (tx) => {
      const where = { organisationId_id: { organisationId: scope.organisation, id: params.id } };
      if (!(await tx.dossier.findUnique({ where, select: { id: true } }))) refuse('not_found');
      await this.#holdLaw(tx, scope, params.id, law);
      await this.#check(tx, scope, place, law, { content, wording: 1, before: [] });
      const moments = { addedBy: scope.person, addedAt: at, changedAt: at };
      await tx.nationalProvision.create({
        data: { organisationId: scope.organisation, id: place.provision, dossierId: params.id, evidenceId: law, ...moments },
      });
      await this.#say(tx, scope, place, at, { number: 1, change: 'added', wording: 1, content, reason: null });
      return this.#done(tx, scope, place, 'added', { law, version: 1, elements: content.elements, ...entryOf(null, content), ...identity });
    });
  }

  /** Corrects the record of the newest wording, or opens a further one: the law was amended. Refuses stale_version where the writer did not see the newest revision. */
  revise(
    scope: Scope,
    { params, body: { version, change, identityConfirmed, ...content } }: Received<Doors['reviseNationalProvision']>,
  ): Promise<NationalProvision> {
    return this.#change(scope, params, version, policy.revise, async (tx, { law, revisions, at }) => {
      const newest = revisions[0] ?? refuse('internal');
      const identity = confirmedFindings(identifyingAnew(wordsOf(contentOf(newest)), wordsOf(content)), identityConfirmed);
      const wording = change === 'amended' ? newest.wording + 1 : newest.wording;
      const before = revisions.filter((one, i) => one.wording < wording && revisions.findIndex((r) => r.wording === one.wording) === i);
      await this.#check(tx, scope, params, law, { content, wording, before });
      await this.#say(tx, scope, params, at, { number: version + 1, change, wording, content, reason: null });
      const facts = { elements: content.elements, inForceFrom: content.inForceFrom, ...entryOf(contentOf(newest), content), ...identity };
      return { act: change, columns: {}, facts };
    });
  }

  /** Withdraws a provision: it serves no element any longer, but stays readable with its revisions. */
  withdraw(scope: Scope, { params, body }: Received<Doors['withdrawNationalProvision']>): Promise<NationalProvision> {
    return this.#change(scope, params, body.version, policy.withdraw, async (tx, { revisions, at }) => {
      const newest = revisions[0] ?? refuse('internal');
      const said = { number: body.version + 1, change: 'withdrawn' as const, wording: newest.wording, content: contentOf(newest), reason: body.reason };
      await this.#say(tx, scope, params, at, said);
      return { act: 'withdrawn', columns: { withdrawnAt: at, withdrawnReason: body.reason }, facts: { elements: newest.elements } };
    });
  }

  /** One change of a standing provision: its law held, seen, allowed, still at the version seen, changed, journalled. */
  #change(
    scope: Scope,
    place: Place,
    version: number,
    may: typeof policy.revise,
    write: (
      tx: Tx,
      seen: { law: string; revisions: NationalProvisionRevision[]; at: Date },
    ) => Promise<{ act: ProvisionChange; columns: object; facts: Record<string, unknown> }>,
  ): Promise<NationalProvision> {
    enforce(policy.add(scope));
    return this.db.write(scope, async (tx) => {
      const where = { organisationId: scope.organisation, id: place.provision, dossierId: place.id };
      const found = (await tx.nationalProvision.findFirst({ where, select: { evidenceId: true } })) ?? refuse('not_found');
      const law = found.evidenceId;
      // Whoever writes of a law holds it, so that of two writers the second sees what the first wrote.
      await sqlIn(tx)(lawSql, [scope.organisation, place.id, law]);
      const before = (await this.queries.one(sqlIn(tx), scope, place)) ?? refuse('not_found');
      enforce(may(scope, { isWithdrawn: before.withdrawn !== null || before.law.isWithdrawn, isErased: false }));
      if (before.version !== version) refuse('stale_version', { current: before });
      const [row] = await sqlIn(tx)<{ items: NationalProvisionRevision[] }>(revisionsSql, [scope.organisation, place.id, place.provision]);
      const at = this.clock.now();
      const { act, columns, facts } = await write(tx, { law, revisions: row?.items ?? [], at });
      const { count } = await tx.nationalProvision.updateMany({ where: { ...where, version }, data: { ...columns, version: version + 1, changedAt: at } });
      if (count !== 1) refuse('stale_version', { current: before });
      return this.#done(tx, scope, place, act, { law, version: version + 1, ...facts });
    });
  }

  /** The law must be one of the dossier that stands; its row is held. */
  async #holdLaw(tx: Tx, scope: Scope, dossier: string, law: string): Promise<void> {
    const [found] = await sqlIn(tx)<{ kind: string; isWithdrawn: boolean }>(lawSql, [scope.organisation, dossier, law]);
    if (found?.kind !== 'law') refuseField('law', 'Choose a law of this dossier');
    if (found?.isWithdrawn) refuseField('law', 'This law has been withdrawn: choose one that stands');
  }

  async #check(
    tx: Tx,
    scope: Scope,
    place: Place,
    law: string,
    { content, wording, before }: { content: NationalProvisionContent; wording: number; before: readonly NationalProvisionRevision[] },
  ): Promise<void> {
    const unknown = await sqlIn(tx)<{ code: string }>(unknownElementsSql, [scope.organisation, place.id, content.elements]);
    const [first] = unknown;
    if (first) refuseField(`elements.${content.elements.indexOf(first.code)}`, 'Use a code of the catalogue, such as 8.1.e');
    const said = { provision: place.provision, wording, ...content };
    const earlier = before.map((one): Wording => ({ ...one, provision: place.provision }));
    const disorder = outOfOrder(said, earlier[0]);
    if (disorder) refuseField('inForceFrom', disorder);
    const same = twin([...earlier, said], await sqlIn(tx)<Wording>(ofLawSql, [scope.organisation, law]));
    if (same)
      refuse('already_exists', {
        detail: `${same.article} of this law is recorded already for some of the same days. Correct or amend that record, or let one end before the other begins.`,
        fields: [{ path: 'article', code: 'custom', message: 'This article of the law is recorded already for some of the same days' }],
      });
  }

  async #say(tx: Tx, scope: Scope, place: Place, at: Date, { number, change, wording, content, reason }: Said): Promise<void> {
    const { article, title, penalties, text } = content;
    const key = { organisationId: scope.organisation, provisionId: place.provision, number };
    const days = { inForceFrom: dayOrNull(content.inForceFrom), inForceTo: dayOrNull(content.inForceTo) };
    await tx.nationalProvisionRevision.create({
      data: { ...key, change, wording, article, title, ...days, penalties, text, reason, recordedBy: scope.person, recordedAt: at },
    });
    await tx.nationalProvisionElement.createMany({ data: content.elements.map((elementCode) => ({ ...key, elementCode })) });
  }

  async #done(tx: Tx, scope: Scope, place: Place, act: ProvisionChange, facts: Record<string, unknown>): Promise<NationalProvision> {
    const after = (await this.queries.one(sqlIn(tx), scope, place)) ?? refuse('internal');
    const data = { dossier: place.id, ...facts };
    await journal(tx, scope, { act: `national_provision.${act}`, subject: 'national_provision', subjectId: place.provision, data });
    return after;
  }
}
