import { Module } from '@nestjs/common';
import { TreatiesController } from './treaties.controller.ts';
import { TreatiesQueries } from './treaties.queries.ts';

@Module({ controllers: [TreatiesController], providers: [TreatiesQueries], exports: [TreatiesQueries] })
export class TreatiesModule {}
