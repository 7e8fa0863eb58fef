import { Controller, Inject, Req, Res } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Door, Input } from '../../platform/http/door.decorator.ts';
import { refuse } from '../../platform/http/refusal.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { clearStepCookie, setStepCookie, stepCookie } from '../factors/step-cookie.ts';
import { PeopleQueries } from '../people.queries.ts';
import { cookieName } from '../session.lifetime.ts';
import { Sessions } from '../sessions.ts';
import { tokenHash } from '../tokens.ts';
import { Providers } from './providers.ts';
import { type Arrived, SignOnArrivals } from './sign-on.arrivals.ts';
import { SignOnService } from './sign-on.service.ts';

type People = typeof contract.people;

/** The way to an organisation's own sign-in and back. */
@Controller()
export class SignOnController {
  constructor(
    @Inject(SignOnService) private readonly signOn: SignOnService,
    @Inject(SignOnArrivals) private readonly arrivals: SignOnArrivals,
    @Inject(Providers) private readonly providers: Providers,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(PeopleQueries) private readonly people: PeopleQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Door(contract.people.beginSignOn)
  async beginSignOn(
    @Input() { body }: Received<People['beginSignOn']>,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Returned<People['beginSignOn']>> {
    const provider = (await this.providers.find(body)) ?? refuse('sign_on_refused');
    const { url, token } = await this.signOn.begin(
      provider,
      'name' in body
        ? { purpose: 'sign_in' }
        : { purpose: 'invitation', invitation: { token: tokenHash(body.invitation).toString('hex'), language: body.language } },
    );
    setStepCookie(reply, 'single_sign_on', token, this.config);
    return { url };
  }

  @Door(contract.people.finishSignOn)
  async finishSignOn(
    @Input() { body }: Received<People['finishSignOn']>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Returned<People['finishSignOn']>> {
    const arrival = await this.signOn.come(stepCookie(request, 'single_sign_on', this.config), body.organisation, body.query);
    clearStepCookie(reply, 'single_sign_on', this.config);
    const { purpose } = arrival.away;
    const old = request.cookies[cookieName(this.config.isSecure)] ?? '';
    const userAgent = request.headers['user-agent'];
    if (purpose === 'sign_in') return { purpose, session: await this.#inside(await this.arrivals.signIn(arrival, userAgent), reply) };
    if (purpose === 'invitation') return { purpose, session: await this.#inside(await this.arrivals.accept(arrival, userAgent), reply) };
    const who = await this.people.sessionOf(old);
    if (purpose === 'confirm') return { purpose, session: await this.sessions.welcome(await this.arrivals.confirm(arrival, who, old), reply) };
    await this.arrivals.link(arrival, who);
    return { purpose, session: await this.sessions.welcome(old, reply) };
  }

  #inside({ token, next }: Arrived, reply: DoorReply) {
    if (token !== null) return this.sessions.welcome(token, reply);
    setStepCookie(reply, 'second_factor', next.token, this.config);
    return refuse('second_factor_required', { step: { methods: next.methods } });
  }
}
