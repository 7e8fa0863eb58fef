import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.ts';
import { AssessmentsQueries } from './assessments.queries.ts';
import { AssessmentsService } from './assessments.service.ts';

@Module({
  controllers: [AssessmentsController],
  providers: [AssessmentsQueries, AssessmentsService],
  exports: [AssessmentsQueries, AssessmentsService],
})
export class AssessmentsModule {}
