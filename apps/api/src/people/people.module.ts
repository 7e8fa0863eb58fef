import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OrganisationsModule } from './organisations/organisations.module.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleQueries } from './people.queries.ts';
import { PeopleService } from './people.service.ts';
import { SessionGate } from './session.gate.ts';

@Module({
  imports: [OrganisationsModule],
  controllers: [PeopleController],
  providers: [PeopleQueries, PeopleService, { provide: APP_GUARD, useClass: SessionGate }],
  exports: [PeopleQueries, PeopleService, OrganisationsModule],
})
export class PeopleModule {}
