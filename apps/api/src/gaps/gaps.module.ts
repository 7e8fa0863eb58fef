import { Module } from '@nestjs/common';
import { GapsController } from './gaps.controller.ts';
import { GapsQueries } from './gaps.queries.ts';

@Module({ controllers: [GapsController], providers: [GapsQueries], exports: [GapsQueries] })
export class GapsModule {}
