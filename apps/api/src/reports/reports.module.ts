import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.ts';
import { BriefController } from './brief.controller.ts';
import { BriefQueries } from './brief.queries.ts';
import { ComposedDocumentsController } from './composer/composed-documents.controller.ts';
import { ComposedDocuments } from './composer/composed-documents.ts';
import { ComposerModule } from './composer/composer.module.ts';
import { CorrelationController } from './correlation.controller.ts';
import { CriminalisationReportQueries } from './criminalisation/criminalisation-report.queries.ts';
import { CriminalisationReportsController } from './criminalisation/criminalisation-reports.controller.ts';
import { DocumentMaker } from './documents/document-maker.ts';
import { DocumentQueries } from './documents/documents.queries.ts';
import { DocumentsController } from './documents.controller.ts';
import { ExportsService } from './exports.service.ts';
import { ReportsController } from './reports.controller.ts';
import { ReportSources } from './runs/report-sources.ts';
import { RunsController } from './runs/runs.controller.ts';
import { ReportRuns } from './runs/runs.service.ts';
import { ReportWork } from './runs/runs.work.ts';
import { StatisticsController } from './statistics/statistics.controller.ts';
import { StatisticsQueries } from './statistics/statistics.queries.ts';
import { StatusReportQueries } from './status-report.queries.ts';
import { StyleController } from './style/style.controller.ts';
import { StyleService } from './style/style.service.ts';
import { TemplatesController } from './templates/templates.controller.ts';
import { TemplatesQueries } from './templates/templates.queries.ts';
import { TemplatesService } from './templates/templates.service.ts';
import { WorkbookController } from './workbook/workbook.controller.ts';
import { WorkbookQueries } from './workbook/workbook.queries.ts';
import { WorkbookService } from './workbook/workbook.service.ts';

@Module({
  imports: [EvidenceModule, ComposerModule],
  controllers: [
    ComposedDocumentsController,
    ReportsController,
    StatisticsController,
    BriefController,
    CorrelationController,
    CriminalisationReportsController,
    DocumentsController,
    RunsController,
    StyleController,
    TemplatesController,
    WorkbookController,
  ],
  providers: [
    ComposedDocuments,
    BriefQueries,
    StatusReportQueries,
    StatisticsQueries,
    CriminalisationReportQueries,
    ExportsService,
    DocumentMaker,
    DocumentQueries,
    ReportRuns,
    ReportSources,
    ReportWork,
    StyleService,
    TemplatesQueries,
    TemplatesService,
    WorkbookQueries,
    WorkbookService,
  ],
  exports: [StatusReportQueries, DocumentMaker],
})
export class ReportsModule {}
