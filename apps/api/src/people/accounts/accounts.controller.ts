import { Controller, Inject, Req, Res } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import type { SessionFacts } from '../people.queries.ts';
import { AcceptanceService } from './acceptance.service.ts';
import { AccountsService } from './accounts.service.ts';
import { AddressesService } from './addresses.service.ts';
import { Devices } from './devices.ts';
import { Renewal } from './renewal.ts';

const people = contract.people;
type People = typeof contract.people;
type Session = Returned<People['whoAmI']>;
const emailOf = (request: DoorRequest) => (request.session as SessionFacts).person.email;

/** The doors of the own account, behind the session. */
@Controller()
export class AccountsController {
  constructor(
    @Inject(AccountsService) private readonly accounts: AccountsService,
    @Inject(AddressesService) private readonly addresses: AddressesService,
    @Inject(AcceptanceService) private readonly invitations: AcceptanceService,
    @Inject(Renewal) private readonly renewal: Renewal,
    @Inject(Devices) private readonly devices: Devices,
  ) {}

  @Door(people.changeProfile)
  async changeProfile(
    @Asker() scope: Scope,
    @Input() { body }: Received<People['changeProfile']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Session> {
    await this.accounts.changeProfile(scope, body);
    return this.renewal.renew(reply);
  }

  @Door(people.changePassword)
  async changePassword(
    @Asker() scope: Scope,
    @Input() { body }: Received<People['changePassword']>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<null> {
    await this.accounts.changePassword(scope, emailOf(request), body);
    await this.renewal.renew(reply);
    return null;
  }

  @Door(people.changeAddress)
  changeAddress(@Asker() scope: Scope, @Input() { body }: Received<People['changeAddress']>, @Req() request: DoorRequest): Promise<null> {
    return this.addresses.ask(scope, emailOf(request), body);
  }

  @Door(people.joinByInvitation)
  async joinByInvitation(
    @Asker() scope: Scope,
    @Input() { body }: Received<People['joinByInvitation']>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Session> {
    await this.invitations.join(scope, body, this.devices.clientOf(request));
    return this.renewal.renew(reply);
  }

  @Door(people.sessions)
  list(@Asker() scope: Scope): Promise<Returned<People['sessions']>> {
    return this.accounts.sessions(scope);
  }

  @Door(people.endSession)
  endSession(@Asker() scope: Scope, @Input() { params }: Received<People['endSession']>): Promise<null> {
    return this.accounts.endSession(scope, params.id);
  }

  @Door(people.endOtherSessions)
  endOtherSessions(@Asker() scope: Scope): Promise<null> {
    return this.accounts.endSession(scope, null);
  }
}
