import { Module } from '@nestjs/common';
import { BodiesController } from './bodies.controller.ts';
import { BodiesService } from './bodies.service.ts';
import { InvitationsService } from './invitations.service.ts';
import { MembersController } from './members.controller.ts';
import { MembersService } from './members.service.ts';
import { OrganisationService } from './organisation.service.ts';

@Module({
  controllers: [BodiesController, MembersController],
  providers: [BodiesService, InvitationsService, MembersService, OrganisationService],
  exports: [InvitationsService, MembersService],
})
export class OrganisationsModule {}
