import { Inject, Injectable } from '@nestjs/common';
import type { contract, DossierRelease, Received, Release, ReleaseChoice, ReleaseFinding } from '@servanda/contract';
import { holdDossier } from '../dossiers/hold.ts';
import { Clock } from '../platform/clock.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { PublicationsQueries, previewOf } from './publications.queries.ts';
import { actSql, contentSql, newestSql, publishSql, withdrawSql } from './publications.sql.ts';
import { freeze, type Prepared } from './release.rules.ts';
import { ReleaseFiles } from './release-files.ts';

type Doors = typeof contract.publications;
/** What is to be published, and who answers for it. */
interface Intended {
  choice: ReleaseChoice;
  /** Hash of what was read. */
  preview: string;
  publisher: Release['publisher'];
  /** Who did what, for the organisation alone. */
  acts: readonly { act: 'published' | 'confirmed'; by: string }[];
}

/** Publishing and withdrawing: releases are copies, and never change. */
@Injectable()
export class Publications {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PublicationsQueries) private readonly queries: PublicationsQueries,
    @Inject(ReleaseFiles) private readonly files: ReleaseFiles,
  ) {}

  /** Publishes what the preview showed. Refuses as `ready` does, and second_person_required where the organisation asks for one. */
  publish(scope: Scope, { params, body: { choice, preview } }: Received<Doors['publish']>): Promise<DossierRelease> {
    return this.db.hotWrite(scope, async (sql) => {
      if ((await this.queries.ruleOf(sql, scope)).secondPerson) refuse('second_person_required');
      const publisher = { role: scope.role === 'reviewer' ? 'reviewer' : 'lead', confirmedBy: null } as const;
      return this.release(sql, scope, params.id, { choice, preview, publisher, acts: [{ act: 'published', by: scope.person }] });
    });
  }

  /**
   * What would be published now, the dossier held until the transaction ends. Refuses stale_version with the preview of now,
   * identity_unconfirmed where something found is undecided, wrong_state where the newest release says the same.
   */
  async ready(sql: Sql, scope: Scope, dossier: string, { choice, preview }: Pick<Intended, 'choice' | 'preview'>): Promise<Prepared & { number: number }> {
    await holdDossier(sql, scope, dossier);
    const prepared = await this.queries.prepared(sql, scope, dossier, choice);
    if (prepared.sha256 !== preview) refuse('stale_version', { current: previewOf(prepared, false) });
    if (prepared.findings.some(({ decision }) => decision === null)) refuse('identity_unconfirmed', { current: previewOf(prepared, false) });
    const [newest] = await sql<{ number: number | null; previewSha256: string | null }>(newestSql, [scope.organisation, dossier]);
    if (newest?.previewSha256 === prepared.sha256)
      refuse('wrong_state', { detail: 'This has been published already: the newest release says exactly the same.' });
    return { ...prepared, number: (newest?.number ?? 0) + 1 };
  }

  /** Freezes what is intended; within the transaction of who publishes or confirms. */
  async release(sql: Sql, scope: Scope, dossierId: string, intended: Intended): Promise<DossierRelease> {
    const { matter, sha256: preview, findings, number } = await this.ready(sql, scope, dossierId, intended);
    const [id, now] = [newId(), this.clock.now()];
    const { content, sha256 } = freeze(matter, { id, number, publishedAt: now.toISOString(), publisher: intended.publisher });
    const key = this.config.journalKey;
    const signature = key ? [key.id, key.sign(sha256).toString('base64url')] : [null, null];
    const { organisation, dossier } = matter;
    const { erratumOf } = intended.choice;
    const facts = [matter.state, organisation.name, organisation.kind, dossier.kind, matter.language, sha256, preview, erratumOf];
    await sql(publishSql, [scope.organisation, id, dossierId, number, ...facts, ...signature, now]);
    await sql(contentSql, [scope.organisation, id, content, JSON.stringify(matter.coverage.overall)]);
    await this.files.copy(sql, scope.organisation, id, matter);
    for (const { act, by } of intended.acts) await sql(actSql, [scope.organisation, id, act, by, now]);
    const data = { dossier: dossierId, number, sha256, parts: matter.parts, decisions: findings.map(withoutWords), erratumOf };
    await journalHot(sql, scope, { act: 'publication.published', subject: 'publication', subjectId: id, data });
    return this.queries.one(sql, scope, { id: dossierId, publication: id });
  }

  /** Leaves a tombstone in the place of a release. Refuses wrong_state where there is one already. */
  withdraw(scope: Scope, { params, body: { reason } }: Received<Doors['withdraw']>): Promise<DossierRelease> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const release = await this.queries.one(sql, scope, params);
      if (release.withdrawn) refuse('wrong_state');
      const now = this.clock.now();
      await sql(withdrawSql, [scope.organisation, release.id, reason, now]);
      await sql(actSql, [scope.organisation, release.id, 'withdrawn', scope.person, now]);
      const data = { dossier: params.id, number: release.number, sha256: release.sha256, reason };
      await journalHot(sql, scope, { act: 'publication.withdrawn', subject: 'publication', subjectId: release.id, data });
      return this.queries.one(sql, scope, params);
    });
  }
}

/** What the journal keeps of a decision: kind and place of what was found, never its words. */
const withoutWords = ({ kind, place, field, decision }: ReleaseFinding) => ({ kind, place, field, decision });
