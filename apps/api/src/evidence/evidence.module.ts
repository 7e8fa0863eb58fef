import { Module } from '@nestjs/common';
import { EvidenceController } from './evidence.controller.ts';
import { EvidenceErasure } from './evidence.erasure.ts';
import { EvidenceFiles } from './evidence.files.ts';
import { EvidenceQueries } from './evidence.queries.ts';
import { EvidenceService } from './evidence.service.ts';
import { EvidenceText } from './text.service.ts';

@Module({
  controllers: [EvidenceController],
  providers: [EvidenceText, EvidenceErasure, EvidenceQueries, EvidenceService, EvidenceFiles],
  exports: [EvidenceText, EvidenceQueries, EvidenceService],
})
export class EvidenceModule {}
