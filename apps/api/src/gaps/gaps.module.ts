import { Module } from '@nestjs/common';
import { Contested } from './contested.ts';
import { GapsController } from './gaps.controller.ts';
import { GapsQueries } from './gaps.queries.ts';

@Module({ controllers: [GapsController], providers: [GapsQueries, Contested], exports: [GapsQueries] })
export class GapsModule {}
