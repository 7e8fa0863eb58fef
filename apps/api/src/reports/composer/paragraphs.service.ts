import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, sha256 } from '@servanda/catalogue';
import { type contract, type Received, type ReportComment, type ReportParagraph, wordsIn } from '@servanda/contract';
import { generateKeyBetween } from 'fractional-indexing';
import { holdDossier } from '../../dossiers/hold.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { ComposerQueries, type Read } from './composer.queries.ts';
import { addParagraphsSql, commentSql, placeSql, sayCommentSql, settleSql, writerSql, writeSql } from './composer.sql.ts';
import { type KeptParagraph, paragraphsOf, voiceOf } from './composition.rules.ts';
import { draftOf, elementOf } from './draft.rules.ts';

type Doors = typeof contract.reports;
type Params = { id: string; report: string };

/** The paragraphs of a report: added, written, placed, spoken of. Whoever writes holds the dossier, so that of two at once one is stale. */
@Injectable()
export class ReportParagraphs {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ComposerQueries) private readonly queries: ComposerQueries,
  ) {}

  add(scope: Scope, { params, body }: Received<Doors['addParagraph']>): Promise<ReportParagraph> {
    return this.#holding(scope, params, async (sql, read) => {
      if (!read.kept.sections.some(({ key }) => key === body.section)) refuseField('section', 'Choose a section of this report');
      if (body.elements.some((code) => !elementOf(code))) refuseField('elements', 'Name elements of the catalogue, such as 8.1.e');
      const id = newId();
      const voice = voiceOf(read.kept.head);
      const record = body.elements.length > 0 ? draftOf(body.elements, read.record, voice) : null;
      const rank = rankAfter(read.kept.paragraphs, body.section, body.after);
      const added = { id, elements: body.elements, body: body.body, words: wordsIn(body.body, voice.language), record, section: body.section, rank };
      await sql(addParagraphsSql, [scope.organisation, params.report, JSON.stringify([added]), scope.person, this.clock.now()]);
      const data = { dossier: params.id, report: params.report, elements: body.elements };
      await journalHot(sql, scope, { act: 'composed.paragraph_added', subject: 'paragraph', subjectId: id, data });
      return this.#one(sql, scope, params, read, id);
    });
  }

  /** Refuses stale_version, with the paragraph as it stands, where somebody else has written meanwhile. */
  write(scope: Scope, { params, body }: Received<Doors['writeParagraph']>): Promise<ReportParagraph> {
    return this.#holding(scope, params, async (sql, read) => {
      const before = keptOf(read, params.paragraph);
      if (before.version !== body.version) refuse('stale_version', { current: standing(read, params.paragraph) });
      const voice = voiceOf(read.kept.head);
      const record = body.record === 'current' && before.elements.length > 0 ? draftOf(before.elements, read.record, voice) : null;
      const number = body.version + 1;
      const values = [
        scope.organisation,
        params.paragraph,
        number,
        JSON.stringify(body.body),
        wordsIn(body.body, voice.language),
        record && JSON.stringify(record),
      ];
      await sql(writeSql, [...values, scope.person, this.clock.now()]);
      const data = { dossier: params.id, report: params.report, version: number, record: body.record, sha256: sha256(canonicalJson(body.body)) };
      await journalHot(sql, scope, { act: 'composed.paragraph_written', subject: 'paragraph', subjectId: params.paragraph, data });
      return this.#one(sql, scope, params, read, params.paragraph);
    });
  }

  place(scope: Scope, { params, body }: Received<Doors['placeParagraph']>): Promise<ReportParagraph> {
    return this.#holding(scope, params, async (sql, read) => {
      const before = keptOf(read, params.paragraph);
      if (before.place !== body.place) refuse('stale_version', { current: standing(read, params.paragraph) });
      if (body.move && !read.kept.sections.some(({ key }) => key === body.move?.section)) refuseField('move.section', 'Choose a section of this report');
      if (body.assignee && !(await sql(writerSql, [scope.organisation, body.assignee])).length)
        refuseField('assignee', 'Choose an active member who may record');
      const { section } = body.move ?? before;
      const others = read.kept.paragraphs.filter(({ id }) => id !== params.paragraph);
      const rank = body.move ? rankAfter(others, section, body.move.after) : before.rank;
      const isIncluded = body.isIncluded ?? before.isIncluded;
      const agreed = body.state === undefined ? before.agreedText : body.state === 'agreed' ? before.version : null;
      const assignee = body.assignee === undefined ? (before.assignee?.id ?? null) : body.assignee;
      const values = [scope.organisation, params.paragraph, body.place + 1, section, rank, isIncluded, agreed, assignee, scope.person, this.clock.now()];
      await sql(placeSql, values);
      const data = { dossier: params.id, report: params.report, section, isIncluded, agreed, assignee };
      await journalHot(sql, scope, { act: 'composed.paragraph_placed', subject: 'paragraph', subjectId: params.paragraph, data });
      return this.#one(sql, scope, params, read, params.paragraph);
    });
  }

  /** Says something, or settles what was said; refuses wrong_state where it is settled already. */
  comment(scope: Scope, { params, body }: Received<Doors['commentParagraph']>): Promise<ReportComment> {
    return this.#holding(scope, params, async (sql, read) => {
      keptOf(read, params.paragraph);
      const isNew = 'text' in body;
      const id = isNew ? newId() : body.settles;
      const one = async () =>
        (await sql<{ comment: ReportComment }>(commentSql, [scope.organisation, params.paragraph, id]))[0]?.comment ?? refuse('not_found');
      if (isNew) await sql(sayCommentSql, [scope.organisation, id, params.paragraph, body.text, scope.person, this.clock.now()]);
      else if ((await one()).settledAt !== null) refuse('wrong_state');
      else await sql(settleSql, [scope.organisation, id, scope.person, this.clock.now()]);
      const data = { dossier: params.id, report: params.report, comment: id };
      await journalHot(sql, scope, { act: isNew ? 'composed.commented' : 'composed.comment_settled', subject: 'paragraph', subjectId: params.paragraph, data });
      return one();
    });
  }

  #holding<T>(scope: Scope, params: Params, work: (sql: Sql, read: Read) => Promise<T>): Promise<T> {
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      return work(sql, await this.queries.read(sql, scope, params));
    });
  }

  /** A paragraph as it was written, against the record that it was written upon. */
  async #one(sql: Sql, scope: Scope, params: Params, { record }: Read, paragraph: string): Promise<ReportParagraph> {
    return standing({ ...(await this.queries.kept(sql, scope, params)), record }, paragraph);
  }
}

const keptOf = ({ kept }: Read, paragraph: string): KeptParagraph => kept.paragraphs.find(({ id }) => id === paragraph) ?? refuse('not_found');
const standing = ({ kept, record }: Read, paragraph: string): ReportParagraph =>
  paragraphsOf(kept, record).find(({ id }) => id === paragraph) ?? refuse('not_found');

/** A rank right after a paragraph of the section, or at its beginning; where that one is not there (it was moved), at its end. */
function rankAfter(paragraphs: KeptParagraph[], section: string, after: string | null): string {
  const ranks = paragraphs.filter((one) => one.section === section);
  const found = ranks.findIndex(({ id }) => id === after);
  const at = after === null ? -1 : found === -1 ? ranks.length - 1 : found;
  const low = ranks[at]?.rank ?? null;
  const high = ranks.slice(at + 1).find(({ rank }) => low === null || rank > low)?.rank ?? null;
  return generateKeyBetween(low, high);
}
