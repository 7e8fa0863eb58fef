import { Module } from '@nestjs/common';
import { ReportsController } from './reports.controller.ts';
import { StatusReportQueries } from './status-report.queries.ts';

@Module({ controllers: [ReportsController], providers: [StatusReportQueries], exports: [StatusReportQueries] })
export class ReportsModule {}
