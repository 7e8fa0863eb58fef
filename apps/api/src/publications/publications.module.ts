import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { TreatiesModule } from '../treaties/treaties.module.ts';
import { ComparisonsController } from './comparisons/comparisons.controller.ts';
import { ComparisonsQueries } from './comparisons/comparisons.queries.ts';
import { FeedQueries } from './news/feed.queries.ts';
import { NewsWork } from './news/news.work.ts';
import { PortalQueries } from './portal/portal.queries.ts';
import { Pulse } from './portal/pulse.ts';
import { Proposals } from './proposals.service.ts';
import { PublicController } from './public.controller.ts';
import { PublicQueries } from './public.queries.ts';
import { PublicationsController } from './publications.controller.ts';
import { PublicationsQueries } from './publications.queries.ts';
import { Publications } from './publications.service.ts';
import { ReleaseFiles } from './release-files.ts';
import { StatementSources } from './statements/statement-sources.ts';
import { StatementsController } from './statements/statements.controller.ts';
import { StatementsQueries } from './statements/statements.queries.ts';
import { Statements } from './statements/statements.service.ts';

@Module({
  imports: [TreatiesModule, PeopleModule],
  controllers: [PublicationsController, PublicController, StatementsController, ComparisonsController],
  providers: [
    ...[PublicationsQueries, Publications, Proposals, ReleaseFiles, PublicQueries, PortalQueries, Pulse, NewsWork, FeedQueries],
    ...[StatementSources, StatementsQueries, Statements, ComparisonsQueries],
  ],
  exports: [Publications, PublicationsQueries, PublicQueries, Statements],
})
export class PublicationsModule {}
