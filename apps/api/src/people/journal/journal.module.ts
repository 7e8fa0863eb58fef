import { Module } from '@nestjs/common';
import { AnchorsService } from './anchors.service.ts';
import { JournalController } from './journal.controller.ts';
import { JournalExport } from './journal.export.ts';
import { JournalQueries } from './journal.queries.ts';
import { VerificationQueries } from './verification.queries.ts';

@Module({
  controllers: [JournalController],
  providers: [JournalQueries, VerificationQueries, JournalExport, AnchorsService],
})
export class JournalModule {}
