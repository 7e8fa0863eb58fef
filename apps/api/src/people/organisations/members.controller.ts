import { Controller, Inject } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { InvitationsService } from './invitations.service.ts';
import { MembersService } from './members.service.ts';
import { OrganisationService } from './organisation.service.ts';

const doors = contract.people;
type Doors = typeof doors;

@Controller()
export class MembersController {
  constructor(
    @Inject(MembersService) private readonly people: MembersService,
    @Inject(InvitationsService) private readonly invitations: InvitationsService,
    @Inject(OrganisationService) private readonly settings: OrganisationService,
  ) {}

  @Door(doors.organisation)
  organisation(@Asker() scope: Scope): Promise<Returned<Doors['organisation']>> {
    return this.settings.get(scope);
  }

  @Door(doors.reviseOrganisation)
  reviseOrganisation(@Asker() scope: Scope, @Input() input: Received<Doors['reviseOrganisation']>): Promise<Returned<Doors['reviseOrganisation']>> {
    return this.settings.revise(scope, input);
  }

  @Door(doors.members)
  members(@Asker() scope: Scope): Promise<Returned<Doors['members']>> {
    return this.people.list(scope);
  }

  @Door(doors.invite)
  invite(@Asker() scope: Scope, @Input() input: Received<Doors['invite']>): Promise<Returned<Doors['invite']>> {
    return this.invitations.invite(scope, input);
  }

  @Door(doors.inviteAgain)
  inviteAgain(@Asker() scope: Scope, @Input() input: Received<Doors['inviteAgain']>): Promise<Returned<Doors['inviteAgain']>> {
    return this.invitations.again(scope, input);
  }

  @Door(doors.withdrawInvitation)
  withdrawInvitation(@Asker() scope: Scope, @Input() input: Received<Doors['withdrawInvitation']>): Promise<null> {
    return this.invitations.withdraw(scope, input);
  }

  @Door(doors.reviseMember)
  reviseMember(@Asker() scope: Scope, @Input() input: Received<Doors['reviseMember']>): Promise<Returned<Doors['reviseMember']>> {
    return this.people.revise(scope, input);
  }

  @Door(doors.suspendMember)
  suspendMember(@Asker() scope: Scope, @Input() input: Received<Doors['suspendMember']>): Promise<Returned<Doors['suspendMember']>> {
    return this.people.suspend(scope, input);
  }

  @Door(doors.reinstateMember)
  reinstateMember(@Asker() scope: Scope, @Input() input: Received<Doors['reinstateMember']>): Promise<Returned<Doors['reinstateMember']>> {
    return this.people.reinstate(scope, input);
  }
}
