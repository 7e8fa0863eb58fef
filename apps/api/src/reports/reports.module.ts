import { Module } from '@nestjs/common';
import { GapsModule } from '../gaps/gaps.module.ts';
import { ReportsController } from './reports.controller.ts';
import { StatusReportQueries } from './status-report.queries.ts';

@Module({ imports: [GapsModule], controllers: [ReportsController], providers: [StatusReportQueries], exports: [StatusReportQueries] })
export class ReportsModule {}
