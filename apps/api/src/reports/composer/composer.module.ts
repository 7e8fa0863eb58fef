import { Module } from '@nestjs/common';
import { ComposerController } from './composer.controller.ts';
import { ComposerQueries } from './composer.queries.ts';
import { ReportParagraphs } from './paragraphs.service.ts';
import { ComposedReports } from './reports.service.ts';

@Module({ controllers: [ComposerController], providers: [ComposerQueries, ComposedReports, ReportParagraphs], exports: [ComposerQueries] })
export class ComposerModule {}
