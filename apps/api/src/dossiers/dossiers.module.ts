import { Module } from '@nestjs/common';
import { AssignmentsController } from './assignments.controller.ts';
import { AssignmentsService } from './assignments.service.ts';
import { DossiersController } from './dossiers.controller.ts';
import { DossiersQueries } from './dossiers.queries.ts';
import { DossiersService } from './dossiers.service.ts';

@Module({
  controllers: [DossiersController, AssignmentsController],
  providers: [AssignmentsService, DossiersQueries, DossiersService],
  exports: [DossiersQueries, DossiersService],
})
export class DossiersModule {}
