import { Inject, Injectable } from '@nestjs/common';
import type { contract, DossierRelease, Received, Release, ReleaseFinding } from '@servanda/contract';
import { holdDossier } from '../dossiers/hold.ts';
import { Clock } from '../platform/clock.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { PublicationsQueries, previewOf } from './publications.queries.ts';
import { actSql, contentSql, newestSql, publishSql, withdrawSql } from './publications.sql.ts';
import { freeze } from './release.rules.ts';

type Doors = typeof contract.publications;

/** Publishing and withdrawing: releases are copies, and never change. */
@Injectable()
export class Publications {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PublicationsQueries) private readonly queries: PublicationsQueries,
  ) {}

  /**
   * Publishes what the preview showed. Refuses stale_version with the preview of now, identity_unconfirmed where something found is
   * undecided, wrong_state where the newest release says the same.
   */
  publish(scope: Scope, { params, body: { choice, preview } }: Received<Doors['publish']>): Promise<DossierRelease> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const prepared = await this.queries.prepared(sql, scope, params.id, choice);
      if (prepared.sha256 !== preview) refuse('stale_version', { current: previewOf(prepared) });
      if (prepared.findings.some(({ decision }) => decision === null)) refuse('identity_unconfirmed', { current: previewOf(prepared) });
      const [newest] = await sql<{ number: number | null; previewSha256: string | null }>(newestSql, [scope.organisation, params.id]);
      if (newest?.previewSha256 === prepared.sha256)
        refuse('wrong_state', { detail: 'This has been published already: the newest release says exactly the same.' });
      const [id, now, number] = [newId(), this.clock.now(), (newest?.number ?? 0) + 1];
      const publisher: Release['publisher'] = { role: scope.role === 'reviewer' ? 'reviewer' : 'lead', confirmedBy: null };
      const { matter } = prepared;
      const { content, sha256 } = freeze(matter, { id, number, publishedAt: now.toISOString(), publisher });
      const key = this.config.journalKey;
      const signature = key ? [key.id, key.sign(sha256).toString('base64url')] : [null, null];
      const { organisation, dossier } = matter;
      const facts = [matter.state, organisation.name, organisation.kind, dossier.kind, matter.language, sha256, prepared.sha256, choice.erratumOf];
      await sql(publishSql, [scope.organisation, id, params.id, number, ...facts, ...signature, now]);
      await sql(contentSql, [scope.organisation, id, content, JSON.stringify(matter.coverage.overall)]);
      await sql(actSql, [scope.organisation, id, 'published', scope.person, now]);
      const data = { dossier: params.id, number, sha256, parts: matter.parts, decisions: prepared.findings.map(withoutWords), erratumOf: choice.erratumOf };
      await journalHot(sql, scope, { act: 'publication.published', subject: 'publication', subjectId: id, data });
      return this.queries.one(sql, scope, { id: params.id, publication: id });
    });
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
