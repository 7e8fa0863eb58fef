import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../people/organisations/organisations.module.ts';
import { AssignmentsController } from './assignments.controller.ts';
import { AssignmentsService } from './assignments.service.ts';
import { CoalitionController } from './coalition.controller.ts';
import { CoalitionLetters } from './coalition.letters.ts';
import { CoalitionService } from './coalition.service.ts';
import { DossiersController } from './dossiers.controller.ts';
import { DossiersQueries } from './dossiers.queries.ts';
import { DossiersService } from './dossiers.service.ts';
import { HandOverService } from './hand-over.service.ts';
import { SourcesHandOver } from './hand-over.sources.ts';

@Module({
  imports: [OrganisationsModule],
  controllers: [DossiersController, AssignmentsController, CoalitionController],
  providers: [AssignmentsService, CoalitionLetters, CoalitionService, HandOverService, SourcesHandOver, DossiersQueries, DossiersService],
  exports: [DossiersQueries, DossiersService],
})
export class DossiersModule {}
