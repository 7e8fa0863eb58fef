import { Module } from '@nestjs/common';
import { BodiesController } from './bodies.controller.ts';
import { BodiesService } from './bodies.service.ts';
import { InvitationsService } from './invitations.service.ts';
import { LettersOfInvitation } from './letters-of-invitation.ts';
import { MembersController } from './members.controller.ts';
import { MembersService } from './members.service.ts';
import { OrganisationService } from './organisation.service.ts';

@Module({
  controllers: [BodiesController, MembersController],
  providers: [BodiesService, InvitationsService, LettersOfInvitation, MembersService, OrganisationService],
  exports: [LettersOfInvitation, MembersService],
})
export class OrganisationsModule {}
