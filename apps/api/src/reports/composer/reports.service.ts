import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received, ReportHead, ReportIssue } from '@servanda/contract';
import { holdDossier } from '../../dossiers/hold.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { ComposerQueries } from './composer.queries.ts';
import { addParagraphsSql, freezeSql, reviseSql, startSql } from './composer.sql.ts';
import { contentOf, fingerprintOf, saysTheSame } from './composition.rules.ts';
import { firstParagraphs } from './first-paragraphs.ts';
import { outlineOf } from './outline.rules.ts';

type Doors = typeof contract.reports;

/** Reports as a whole: started from the record, revised, frozen to issues. */
@Injectable()
export class ComposedReports {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ComposerQueries) private readonly queries: ComposerQueries,
  ) {}

  /** Starts a report, with a paragraph for each element of the dossier. */
  start(scope: Scope, { params, body }: Received<Doors['startReport']>): Promise<ReportHead> {
    return this.db.hotWrite(scope, async (sql) => {
      const record = await this.queries.record(sql, scope, params.id);
      const id = newId();
      const now = this.clock.now();
      const sections = outlineOf(body.kind, body.language);
      await sql(startSql, [scope.organisation, id, params.id, body.kind, body.language, scope.person, now]);
      await sql(reviseSql, [scope.organisation, id, 1, body.title, body.wordLimit, JSON.stringify(sections), scope.person, now]);
      await sql(addParagraphsSql, [scope.organisation, id, JSON.stringify(firstParagraphs(record, body, sections[0]?.key ?? '')), scope.person, now]);
      const data = { dossier: params.id, kind: body.kind, language: body.language, title: body.title };
      await journalHot(sql, scope, { act: 'composed.started', subject: 'report', subjectId: id, data });
      return this.#head(sql, scope, { id: params.id, report: id });
    });
  }

  /** Changes title, limit and sections; a section that holds paragraphs stays. */
  revise(scope: Scope, { params, body }: Received<Doors['reviseReport']>): Promise<ReportHead> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const { kept } = await this.queries.kept(sql, scope, params);
      if (kept.head.version !== body.version) refuse('stale_version', { current: kept.head });
      const keys = new Set(body.sections.map(({ key }) => key));
      if (kept.paragraphs.some(({ section }) => !keys.has(section))) refuseField('sections', 'A section that holds paragraphs stays: move them first');
      const { title, wordLimit, sections } = body;
      const values = [scope.organisation, params.report, body.version + 1, title, wordLimit, JSON.stringify(sections), scope.person, this.clock.now()];
      await sql(reviseSql, values);
      const before = { title: kept.head.title, wordLimit: kept.head.wordLimit };
      const data = { dossier: params.id, before, after: { title, wordLimit }, sections: sections.length };
      await journalHot(sql, scope, { act: 'composed.revised', subject: 'report', subjectId: params.report, data });
      return this.#head(sql, scope, params);
    });
  }

  /** Freezes the working copy. Refuses stale_version where it is no longer what was seen, wrong_state where the last issue says the same. */
  freeze(scope: Scope, { params, body }: Received<Doors['freeze']>): Promise<ReportIssue> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const { kept, record, issued } = await this.queries.read(sql, scope, params);
      const content = contentOf(kept, record);
      const hash = fingerprintOf(content);
      if (hash !== body.fingerprint) refuse('stale_version', { current: { fingerprint: hash } });
      if (!content.sections.some(({ paragraphs }) => paragraphs.length > 0) || (kept.before && saysTheSame(content, kept.before))) refuse('wrong_state');
      const number = (issued[0]?.number ?? 0) + 1;
      const now = this.clock.now();
      await sql(freezeSql, [scope.organisation, params.report, number, JSON.stringify(content), hash, body.note, scope.person, now]);
      const data = { dossier: params.id, number, sha256: hash, words: content.words, silent: content.silence.length };
      await journalHot(sql, scope, { act: 'composed.frozen', subject: 'report', subjectId: params.report, data });
      const at = now.toISOString();
      return { number, sha256: hash, note: body.note, words: content.words, by: scope.personName, at, on: at.slice(0, 10), content };
    });
  }

  async #head(sql: Sql, scope: Scope, params: { id: string; report: string }): Promise<ReportHead> {
    return (await this.queries.kept(sql, scope, params)).kept.head;
  }
}
