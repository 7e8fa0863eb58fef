import { Controller, Inject, Req, Res } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import { Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { AcceptanceService } from './acceptance.service.ts';
import { AddressesService } from './addresses.service.ts';
import { Devices } from './devices.ts';
import { ResetsService } from './resets.service.ts';

const people = contract.people;
type People = typeof contract.people;
type OfAddress = Returned<People['confirmAddress']>;

/** The doors that a link in a letter leads to; no session is asked for, and none is opened. */
@Controller()
export class LinksController {
  constructor(
    @Inject(AcceptanceService) private readonly invitations: AcceptanceService,
    @Inject(ResetsService) private readonly resets: ResetsService,
    @Inject(AddressesService) private readonly addresses: AddressesService,
    @Inject(Devices) private readonly devices: Devices,
  ) {}

  @Door(people.showInvitation)
  showInvitation(@Input() { body }: Received<People['showInvitation']>, @Req() request: DoorRequest): Promise<Returned<People['showInvitation']>> {
    return this.invitations.show(body, this.devices.clientOf(request));
  }

  @Door(people.acceptInvitation)
  acceptInvitation(@Input() { body }: Received<People['acceptInvitation']>, @Req() request: DoorRequest): Promise<OfAddress> {
    return this.invitations.accept(body, this.devices.clientOf(request));
  }

  @Door(people.returnByInvitation)
  returnByInvitation(@Input() { body }: Received<People['returnByInvitation']>, @Req() request: DoorRequest): Promise<OfAddress> {
    return this.invitations.comeBack(body, this.devices.clientOf(request));
  }

  @Door(people.askReset)
  askReset(@Input() { body }: Received<People['askReset']>, @Req() request: DoorRequest): Promise<null> {
    return this.resets.ask(body, this.devices.clientOf(request));
  }

  @Door(people.showReset)
  showReset(@Input() { body }: Received<People['showReset']>, @Req() request: DoorRequest): Promise<Returned<People['showReset']>> {
    return this.resets.show(body, this.devices.clientOf(request));
  }

  /** Whoever has the mailbox is no stranger in this browser: it is remembered, so that guessing elsewhere keeps nobody out. */
  @Door(people.finishReset)
  async finishReset(
    @Input() { body }: Received<People['finishReset']>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<OfAddress> {
    const { email, person } = await this.resets.finish(body, this.devices.clientOf(request));
    await this.devices.remember({ id: person }, reply);
    return { email };
  }

  @Door(people.confirmAddress)
  confirmAddress(@Input() { body }: Received<People['confirmAddress']>, @Req() request: DoorRequest): Promise<OfAddress> {
    return this.addresses.confirm(body.token, this.devices.clientOf(request));
  }

  @Door(people.stopAddress)
  stopAddress(@Input() { body }: Received<People['stopAddress']>, @Req() request: DoorRequest): Promise<OfAddress> {
    return this.addresses.stop(body.token, this.devices.clientOf(request));
  }
}
