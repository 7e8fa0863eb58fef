import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { type contract, documentMedia, type Received } from '@servanda/contract';
import { viewed } from '../../dossiers/as-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { ExportsService } from '../exports.service.ts';
import { DocumentMaker } from './document-maker.ts';
import { type Composed, DocumentQueries, type Wanted } from './documents.queries.ts';
import { closedSql } from './documents.sql.ts';

type Place = Received<(typeof contract.reports)['document']>['params'];
type Query = Received<(typeof contract.reports)['document']>['query'];

@Injectable()
export class DocumentsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DocumentQueries) private readonly queries: DocumentQueries,
    @Inject(DocumentMaker) private readonly maker: DocumentMaker,
    @Inject(ExportsService) private readonly exports: ExportsService,
  ) {}

  /** The document, made in the child process; noted in the journal before the first byte goes. Refuses purpose_required. */
  async leave(scope: Scope, { id, kind, format }: Place, query: Query, reply: DoorReply): Promise<StreamableFile> {
    const at = viewed(this.clock, query.asOf);
    const wanted: Wanted = {
      organisation: scope.organisation,
      dossier: id,
      ...{ kind, lang: query.lang, isDraft: query.draft, isRestrictedIn: query.restricted === 'include' },
    };
    const composed = await this.db.read(scope, async (sql) => {
      if (wanted.isRestrictedIn) {
        const [found] = await sql<{ closed: boolean }>(closedSql, [scope.organisation, id, scope.person, scope.session, this.clock.now()]);
        if (found?.closed || scope.key) refuse('purpose_required');
      }
      return this.queries.compose(sql, wanted, at);
    });
    const bytes = await this.maker.make(format, composed.document);
    await this.exports.noteDocument(scope, wanted, format, composed);
    reply.headers({
      'content-type': documentMedia[format],
      'content-disposition': `attachment; filename="${fileName(composed, wanted, format)}"`,
      'content-length': String(bytes.length),
    });
    return new StreamableFile(bytes);
  }
}

/** The name of the file: State, kind, day and language; drafts and what holds restricted evidence say so. */
export const fileName = ({ iso3, on, isRestricted }: Composed, { kind, lang, isDraft }: Wanted, format: string): string =>
  `servanda-${iso3}-${kind}-${on}-${lang}${isDraft ? '-draft' : ''}${isRestricted ? '-restricted' : ''}.${format}`;
