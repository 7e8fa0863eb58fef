import { Module } from '@nestjs/common';
import { BodiesController } from './bodies.controller.ts';
import { BodiesService } from './bodies.service.ts';

@Module({ controllers: [BodiesController], providers: [BodiesService] })
export class OrganisationsModule {}
