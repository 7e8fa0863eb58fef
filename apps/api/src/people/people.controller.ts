import { Controller, Inject, Req, Res } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { Door, Input } from '../platform/http/door.decorator.ts';
import { refuse } from '../platform/http/refusal.ts';
import type { DoorReply, DoorRequest } from '../platform/http/request.ts';
import { Devices } from './accounts/devices.ts';
import { setStepCookie } from './factors/step-cookie.ts';
import type { SessionFacts } from './people.queries.ts';
import { PeopleService } from './people.service.ts';
import { sessionAnswer } from './session.answer.ts';
import { cookieName } from './session.lifetime.ts';
import { Sessions } from './sessions.ts';

type Answer = Returned<typeof contract.people.whoAmI>;

@Controller()
export class PeopleController {
  constructor(
    @Inject(PeopleService) private readonly service: PeopleService,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Devices) private readonly devices: Devices,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Door(contract.people.signIn)
  async signIn(
    @Input() { body }: Received<typeof contract.people.signIn>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Answer> {
    const { token, next } = await this.service.signIn(body, this.devices.clientOf(request), request.headers['user-agent']);
    if (token !== null) return this.sessions.welcome(token, reply);
    setStepCookie(reply, 'second_factor', next.token, this.config);
    return refuse('second_factor_required', { step: { methods: next.methods } });
  }

  @Door(contract.people.whoAmI)
  whoAmI(@Req() request: DoorRequest): Answer {
    return sessionAnswer(request.session as SessionFacts, this.clock.now());
  }

  @Door(contract.people.chooseOrganisation)
  async chooseOrganisation(
    @Input() { body }: Received<typeof contract.people.chooseOrganisation>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Answer> {
    const { boundTo } = request.session as SessionFacts;
    if (boundTo)
      refuse('forbidden', { detail: 'You came in by the single sign-on of one organisation; it opens no other. Sign in with your own means to go there.' });
    const token = request.cookies[cookieName(this.config.isSecure)] ?? refuse('not_signed_in');
    return this.sessions.welcome(await this.service.chooseOrganisation(token, body.organisation), reply);
  }

  @Door(contract.people.signOut)
  async signOut(@Req() request: DoorRequest, @Res({ passthrough: true }) reply: DoorReply): Promise<null> {
    const name = cookieName(this.config.isSecure);
    const token = request.cookies[name];
    if (token) await this.service.signOut(token);
    reply.clearCookie(name, { path: '/' });
    return null;
  }

  @Door(contract.people.setUp)
  async setUp(
    @Input() { body }: Received<typeof contract.people.setUp>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Answer> {
    return this.sessions.welcome(await this.service.setUp(body, request.headers['user-agent']), reply);
  }
}
