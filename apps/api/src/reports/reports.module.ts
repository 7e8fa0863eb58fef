import { Module } from '@nestjs/common';
import { ExportsService } from './exports.service.ts';
import { ReportsController } from './reports.controller.ts';
import { StatusReportQueries } from './status-report.queries.ts';

@Module({ controllers: [ReportsController], providers: [StatusReportQueries, ExportsService], exports: [StatusReportQueries] })
export class ReportsModule {}
