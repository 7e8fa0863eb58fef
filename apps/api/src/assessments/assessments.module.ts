import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.ts';
import { AssessmentsQueries } from './assessments.queries.ts';
import { AssessmentsService } from './assessments.service.ts';
import { CriminalisationController } from './criminalisation/criminalisation.controller.ts';
import { CriminalisationQueries } from './criminalisation/criminalisation.queries.ts';
import { CriminalisationService } from './criminalisation/criminalisation.service.ts';

@Module({
  controllers: [AssessmentsController, CriminalisationController],
  providers: [AssessmentsQueries, AssessmentsService, CriminalisationQueries, CriminalisationService],
  exports: [AssessmentsQueries, AssessmentsService, CriminalisationQueries, CriminalisationService],
})
export class AssessmentsModule {}
