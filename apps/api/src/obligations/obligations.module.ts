import { Module } from '@nestjs/common';
import { ObligationsController } from './obligations.controller.ts';

@Module({ controllers: [ObligationsController] })
export class ObligationsModule {}
