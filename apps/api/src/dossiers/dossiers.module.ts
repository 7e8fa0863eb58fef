import { Module } from '@nestjs/common';
import { DossiersController } from './dossiers.controller.ts';
import { DossiersQueries } from './dossiers.queries.ts';
import { DossiersService } from './dossiers.service.ts';

@Module({ controllers: [DossiersController], providers: [DossiersQueries, DossiersService], exports: [DossiersQueries, DossiersService] })
export class DossiersModule {}
