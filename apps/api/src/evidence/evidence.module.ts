import { Module } from '@nestjs/common';
import { EvidenceCopies } from './copies/copies.service.ts';
import { EvidenceController } from './evidence.controller.ts';
import { EvidenceErasure } from './evidence.erasure.ts';
import { EvidenceFiles } from './evidence.files.ts';
import { EvidenceQueries } from './evidence.queries.ts';
import { EvidenceService } from './evidence.service.ts';
import { FiguresController } from './figures/figures.controller.ts';
import { EvidenceFigures } from './figures/figures.service.ts';
import { FileIdentityController } from './identity/file-identity.controller.ts';
import { FileIdentity } from './identity/file-identity.service.ts';
import { KeptFiles } from './kept-files.ts';
import { AlikeQueries } from './list/alike.queries.ts';
import { ListController } from './list/list.controller.ts';
import { EvidenceList } from './list/list.service.ts';
import { EvidenceTable } from './list/table.service.ts';
import { NationalProvisionsController } from './national-provisions/national-provisions.controller.ts';
import { NationalProvisionsQueries } from './national-provisions/national-provisions.queries.ts';
import { NationalProvisionsService } from './national-provisions/national-provisions.service.ts';
import { OpeningController } from './opening/opening.controller.ts';
import { EvidenceOpenings } from './opening/opening.service.ts';
import { RequestsController } from './requests/requests.controller.ts';
import { EvidenceRequests } from './requests/requests.service.ts';
import { SearchController } from './search.controller.ts';
import { EvidenceSearch } from './search.queries.ts';
import { SourcesController } from './sources/sources.controller.ts';
import { EvidenceSources } from './sources/sources.service.ts';
import { SweepJob } from './sweep.job.ts';
import { Sweep } from './sweep.ts';
import { EvidenceText } from './text.service.ts';

@Module({
  controllers: [
    RequestsController,
    ListController,
    EvidenceController,
    FiguresController,
    OpeningController,
    SourcesController,
    NationalProvisionsController,
    SearchController,
    FileIdentityController,
  ],
  providers: [
    KeptFiles,
    Sweep,
    SweepJob,
    EvidenceOpenings,
    EvidenceSources,
    EvidenceSearch,
    EvidenceCopies,
    EvidenceText,
    FileIdentity,
    EvidenceErasure,
    EvidenceQueries,
    EvidenceService,
    EvidenceFiles,
    EvidenceFigures,
    NationalProvisionsQueries,
    NationalProvisionsService,
    AlikeQueries,
    EvidenceList,
    EvidenceRequests,
    EvidenceTable,
  ],
  exports: [EvidenceCopies, EvidenceText, EvidenceQueries, EvidenceService, NationalProvisionsQueries],
})
export class EvidenceModule {}
