import { Module } from '@nestjs/common';
import { BriefController } from './brief.controller.ts';
import { BriefQueries } from './brief.queries.ts';
import { ExportsService } from './exports.service.ts';
import { ReportsController } from './reports.controller.ts';
import { StatusReportQueries } from './status-report.queries.ts';

@Module({ controllers: [ReportsController, BriefController], providers: [BriefQueries, StatusReportQueries, ExportsService], exports: [StatusReportQueries] })
export class ReportsModule {}
