import { Controller, Inject, Req, Res } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import type { SessionFacts } from '../people.queries.ts';
import { cookieName } from '../session.lifetime.ts';
import { Sessions } from '../sessions.ts';
import { Confirmation } from './confirmation.ts';
import { FactorsQueries } from './factors.queries.ts';
import { FactorsService } from './factors.service.ts';

type People = typeof contract.people;
/** The gate has found it: these doors are behind the session. */
const who = (request: DoorRequest) => request.session as SessionFacts;

/** The own account's second factors, and proving anew who one is. */
@Controller()
export class FactorsController {
  constructor(
    @Inject(FactorsService) private readonly service: FactorsService,
    @Inject(FactorsQueries) private readonly queries: FactorsQueries,
    @Inject(Confirmation) private readonly confirmations: Confirmation,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Door(contract.people.factors)
  factors(@Req() request: DoorRequest): Promise<Returned<People['factors']>> {
    return this.queries.listOf(who(request).person.id);
  }

  @Door(contract.people.confirmation)
  async confirmation(@Req() request: DoorRequest): Promise<Returned<People['confirmation']>> {
    const { confirmedAt, person } = who(request);
    return { confirmedAt: new Date(confirmedAt).toISOString(), methods: await this.queries.proofsOf(person.id) };
  }

  @Door(contract.people.askConfirmation)
  askConfirmation(@Req() request: DoorRequest): Promise<Returned<People['askConfirmation']>> {
    return this.confirmations.challenge(who(request));
  }

  @Door(contract.people.confirm)
  async confirm(
    @Input() { body }: Received<People['confirm']>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Returned<People['confirm']>> {
    const old = request.cookies[cookieName(this.config.isSecure)] ?? '';
    const { token, confirmedAt } = await this.confirmations.confirm(who(request), old, body);
    this.sessions.setCookie(token, reply);
    return { confirmedAt: confirmedAt.toISOString() };
  }

  @Door(contract.people.beginTotp)
  beginTotp(@Req() request: DoorRequest): Promise<Returned<People['beginTotp']>> {
    return this.service.beginTotp(who(request));
  }

  @Door(contract.people.keepTotp)
  keepTotp(@Input() { body }: Received<People['keepTotp']>, @Req() request: DoorRequest): Promise<Returned<People['keepTotp']>> {
    return this.service.keepTotp(who(request), body.code);
  }

  @Door(contract.people.removeTotp)
  async removeTotp(@Req() request: DoorRequest): Promise<null> {
    await this.service.removeTotp(who(request));
    return null;
  }

  @Door(contract.people.renewRecoveryCodes)
  async renewRecoveryCodes(@Req() request: DoorRequest): Promise<Returned<People['renewRecoveryCodes']>> {
    return { recoveryCodes: await this.service.renewRecoveryCodes(who(request)) };
  }

  @Door(contract.people.askNewPasskey)
  askNewPasskey(@Req() request: DoorRequest): Promise<Returned<People['askNewPasskey']>> {
    return this.service.askNewPasskey(who(request));
  }

  @Door(contract.people.keepPasskey)
  keepPasskey(@Input() { body }: Received<People['keepPasskey']>, @Req() request: DoorRequest): Promise<Returned<People['keepPasskey']>> {
    return this.service.keepPasskey(who(request), body);
  }

  @Door(contract.people.renamePasskey)
  renamePasskey(@Input() input: Received<People['renamePasskey']>, @Req() request: DoorRequest): Promise<Returned<People['renamePasskey']>> {
    return this.service.renamePasskey(who(request), input);
  }

  @Door(contract.people.removePasskey)
  async removePasskey(@Input() { params }: Received<People['removePasskey']>, @Req() request: DoorRequest): Promise<null> {
    await this.service.removePasskey(who(request), params.id);
    return null;
  }
}
