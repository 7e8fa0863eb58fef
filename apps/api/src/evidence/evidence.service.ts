import { Inject, Injectable } from '@nestjs/common';
import type { contract, Evidence, JournalAct, May, Received } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database, sqlIn, type Tx } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse, refuseField } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import { journal } from '../platform/journal/journal.ts';
import { policy } from './evidence.policy.ts';
import { EvidenceQueries, type Place } from './evidence.queries.ts';
import { entryOf } from './evidence.rules.ts';
import { decideAllSql, undecidedSql } from './identity/file-identity.sql.ts';
import { confirmedIdentity, type UndecidedText } from './identity.rules.ts';
import { standsOpenSql } from './opening/opening.sql.ts';

type Doors = typeof contract.evidence;
type Content = Omit<Received<Doors['add']>['body'], 'identityConfirmed'>;
type Revised = Omit<Received<Doors['revise']>['body'], 'version' | 'removeFiles' | 'identityConfirmed'>;

const enforce = (may: May) => {
  if (!may.allowed) refuse(may.because === 'state' ? 'wrong_state' : 'forbidden');
};
const dayOrNull = (day: string | null) => (day === null ? null : new Date(day));
const columns = (content: Revised) => ({
  ...content,
  datedOn: dayOrNull(content.datedOn),
  inForceFrom: dayOrNull(content.inForceFrom),
  inForceTo: dayOrNull(content.inForceTo),
  periodFrom: dayOrNull(content.periodFrom),
  periodTo: dayOrNull(content.periodTo),
  reviewBy: dayOrNull(content.reviewBy),
});
/** What a piece said, without what the library adds to it: the content of a revision. */
const contentOf = (p: Evidence): Content => ({
  ...{ kind: p.kind, title: p.title, citation: p.citation, originator: p.originator, language: p.language, datedOn: p.datedOn, inForceFrom: p.inForceFrom },
  ...{ inForceTo: p.inForceTo, periodFrom: p.periodFrom, periodTo: p.periodTo, confidentiality: p.confidentiality, link: p.link, summary: p.summary },
  ...{ originatorKind: p.originatorKind, collector: p.collector, method: p.method, territory: p.territory, coversWholeTerritory: p.coversWholeTerritory },
  ...{ population: p.population, translationOf: p.translationOf, reviewBy: p.reviewBy },
});

@Injectable()
export class EvidenceService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(EvidenceQueries) private readonly queries: EvidenceQueries,
  ) {}

  /** Adds a piece to the library, with revision 1. Files follow. */
  add(scope: Scope, { params, body: { identityConfirmed, ...body } }: Received<Doors['add']>): Promise<Evidence> {
    enforce(policy.add(scope));
    if (scope.guest && body.confidentiality === 'restricted')
      refuseField(
        'confidentiality',
        'A guest adds nothing restricted: it would be out of your own sight. Ask the organisation whose dossier this is to add it',
      );
    const identity = confirmedIdentity(null, body, identityConfirmed);
    const place = { id: params.id, evidence: newId() };
    const at = this.clock.now();
    return this.db.write(scope, async (tx) => {
      const dossier = await tx.dossier.findUnique({
        where: { organisationId_id: { organisationId: scope.organisation, id: params.id } },
        select: { id: true },
      });
      if (!dossier) refuse('not_found');
      await this.#checkOriginal(tx, scope, place, body.translationOf);
      await tx.evidence.create({
        data: {
          ...columns(body),
          organisationId: scope.organisation,
          id: place.evidence,
          dossierId: params.id,
          addedBy: scope.person,
          addedAt: at,
          changedAt: at,
        },
      });
      await this.#revision(tx, scope, place, 1, at, body);
      const added = await this.#piece(tx, scope, place);
      await journal(tx, scope, {
        act: 'evidence.added',
        subject: 'evidence',
        subjectId: place.evidence,
        data: { dossier: params.id, version: 1, ...entryOf(null, body), ...identity },
      });
      return added;
    });
  }

  /**
   * Writes a further revision. Refuses stale_version, with the newer piece, where the writer did not see the newest; purpose_required
   * where a restricted piece that is not open to the writer would be restricted no more.
   */
  revise(scope: Scope, { params, body: { version, removeFiles, identityConfirmed, ...content } }: Received<Doors['revise']>): Promise<Evidence> {
    return this.#change(scope, params, version, policy.revise, async (tx, before, at) => {
      await this.#checkOpen(tx, scope, params, at, before.confidentiality === 'restricted' && content.confidentiality !== 'restricted');
      await this.#checkOriginal(tx, scope, params, content.translationOf);
      await this.#checkKind(tx, scope, before, content.kind);
      const inTexts = await this.#undecidedTexts(tx, scope, before, content, removeFiles);
      const identity = confirmedIdentity(contentOf(before), content, identityConfirmed, inTexts);
      if (inTexts.length) await sqlIn(tx)(decideAllSql, [scope.organisation, inTexts.map(({ file }) => file), scope.person, at]);
      await this.#revision(tx, scope, params, version + 1, at, content);
      await this.#removeFiles(tx, scope, before, removeFiles, version + 1, at);
      return { columns: columns(content), entry: { act: 'evidence.revised', ...entryOf(contentOf(before), content), ...identity, removedFiles: removeFiles } };
    });
  }

  /** Withdraws a piece: it can no longer be cited, but stays readable with its files and revisions. */
  withdraw(scope: Scope, { params, body }: Received<Doors['withdraw']>): Promise<Evidence> {
    return this.#change(scope, params, body.version, policy.withdraw, async (tx, before, at) => {
      await this.#revision(tx, scope, params, body.version + 1, at, { ...contentOf(before), withdrawn: { reason: body.reason } });
      return {
        columns: { withdrawnAt: at, withdrawnReason: body.reason },
        entry: { act: 'evidence.withdrawn', elements: before.elements, after: { reason: body.reason } },
      };
    });
  }

  /** One change of a standing piece: seen, allowed, still at the version seen, changed, journalled. */
  #change(
    scope: Scope,
    place: Place,
    version: number,
    may: typeof policy.revise,
    write: (tx: Tx, before: Evidence, at: Date) => Promise<{ columns: object; entry: { act: JournalAct; [fact: string]: unknown } }>,
  ): Promise<Evidence> {
    enforce(policy.add(scope));
    return this.db.write(scope, async (tx) => {
      // The row is held, so that of two writers the second sees what the first wrote.
      await tx.$queryRaw`SELECT 1 FROM evidence WHERE organisation_id = ${scope.organisation}::uuid AND dossier_id = ${place.id}::uuid AND id = ${place.evidence}::uuid FOR UPDATE`;
      const before = await this.#piece(tx, scope, place);
      enforce(may(scope, { isWithdrawn: before.withdrawn !== null, isErased: before.erasedAt !== null }));
      if (before.version !== version) refuse('stale_version', { current: before });
      const at = this.clock.now();
      const { columns, entry } = await write(tx, before, at);
      const { count } = await tx.evidence.updateMany({
        where: { organisationId: scope.organisation, dossierId: place.id, id: place.evidence, version },
        data: { ...columns, version: version + 1, changedAt: at },
      });
      if (count !== 1) refuse('stale_version', { current: before });
      const after = await this.#piece(tx, scope, place);
      const { act, ...facts } = entry;
      await journal(tx, scope, { act, subject: 'evidence', subjectId: place.evidence, data: { dossier: place.id, version: version + 1, ...facts } });
      return after;
    });
  }

  #revision(tx: Tx, scope: Scope, place: Place, number: number, at: Date, content: Content & { withdrawn?: { reason: string } }) {
    return tx.evidenceRevision.create({
      data: {
        organisationId: scope.organisation,
        evidenceId: place.evidence,
        number,
        content,
        recordedBy: scope.person,
        recordedAt: at,
      },
    });
  }

  /** Who takes the restriction off opens the piece to everybody: it stands open to him or her first, so that the journal knows for what purpose. */
  async #checkOpen(tx: Tx, scope: Scope, { evidence }: Place, at: Date, isOpened: boolean): Promise<void> {
    if (!isOpened) return;
    const [stands] = await sqlIn(tx)<{ open: boolean }>(standsOpenSql, [scope.organisation, evidence, scope.person, scope.session, at]);
    if (!stands?.open) refuse('purpose_required');
  }

  /** A translation is of another piece of the same dossier. */
  async #checkOriginal(tx: Tx, scope: Scope, place: Place, original: string | null): Promise<void> {
    if (original === null) return;
    const found =
      original !== place.evidence && (await tx.evidence.count({ where: { organisationId: scope.organisation, dossierId: place.id, id: original } }));
    if (!found) refuseField('translationOf', 'Choose another piece of this dossier');
  }

  /** What provisions of the transposition table hang on stays a law. */
  async #checkKind(tx: Tx, scope: Scope, before: Evidence, kind: string): Promise<void> {
    if (before.kind !== 'law' || kind === 'law') return;
    const hanging = await tx.nationalProvision.count({ where: { organisationId: scope.organisation, evidenceId: before.id, withdrawnAt: null } });
    if (hanging) refuseField('kind', 'Provisions of the transposition table hang on it: it stays a law until they are withdrawn');
  }

  /** The texts of its files that may identify somebody and that nobody decided over, where the piece is to be public now. */
  async #undecidedTexts(tx: Tx, scope: Scope, before: Evidence, { confidentiality }: Revised, going: readonly string[]): Promise<UndecidedText[]> {
    if (confidentiality !== 'public' || before.confidentiality === 'public') return [];
    return sqlIn(tx)<UndecidedText>(undecidedSql, [scope.organisation, before.id, going]);
  }

  /** From this revision on these files no longer belong to the piece. */
  async #removeFiles(tx: Tx, scope: Scope, before: Evidence, files: readonly string[], revision: number, at: Date): Promise<void> {
    const owned = new Set(before.files.map(({ id }) => id));
    const strange = files.findIndex((file) => !owned.has(file));
    if (strange >= 0) refuseField(`removeFiles.${strange}`, 'Name files that belong to this piece');
    const rows = [...new Set(files)].map((fileId) => ({ organisationId: scope.organisation, fileId, revision, removedAt: at }));
    if (rows.length) await tx.evidenceFileRemoval.createMany({ data: rows });
  }

  async #piece(tx: Tx, scope: Scope, place: Place): Promise<Evidence> {
    return (await this.queries.one(sqlIn(tx), scope, place)) ?? refuse('not_found');
  }
}
