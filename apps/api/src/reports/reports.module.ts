import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.ts';
import { BriefController } from './brief.controller.ts';
import { BriefQueries } from './brief.queries.ts';
import { CorrelationController } from './correlation.controller.ts';
import { ExportsService } from './exports.service.ts';
import { ReportsController } from './reports.controller.ts';
import { StatusReportQueries } from './status-report.queries.ts';

@Module({
  imports: [EvidenceModule],
  controllers: [ReportsController, BriefController, CorrelationController],
  providers: [BriefQueries, StatusReportQueries, ExportsService],
  exports: [StatusReportQueries],
})
export class ReportsModule {}
