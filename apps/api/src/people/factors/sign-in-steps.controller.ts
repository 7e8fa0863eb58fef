import { Controller, Inject, Req, Res } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { Sessions } from '../sessions.ts';
import { SignInSteps } from './sign-in-steps.ts';
import { clearStepCookie, setStepCookie, stepCookie } from './step-cookie.ts';

type People = typeof contract.people;

/** The steps of a sign-in after, or instead of, the password. */
@Controller()
export class SignInStepsController {
  constructor(
    @Inject(SignInSteps) private readonly steps: SignInSteps,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Door(contract.people.askPasskey)
  async askPasskey(@Res({ passthrough: true }) reply: DoorReply): Promise<Returned<People['askPasskey']>> {
    const { token, request } = await this.steps.askPasskey();
    setStepCookie(reply, 'passkey_sign_in', token, this.config);
    return request;
  }

  @Door(contract.people.signInWithPasskey)
  async signInWithPasskey(
    @Input() { body }: Received<People['signInWithPasskey']>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Returned<People['signInWithPasskey']>> {
    const step = stepCookie(request, 'passkey_sign_in', this.config);
    clearStepCookie(reply, 'passkey_sign_in', this.config);
    return this.sessions.welcome(await this.steps.byPasskey(step, body.assertion, request.headers['user-agent']), reply);
  }

  @Door(contract.people.askSecondFactor)
  askSecondFactor(@Req() request: DoorRequest): Promise<Returned<People['askSecondFactor']>> {
    return this.steps.challenge(stepCookie(request, 'second_factor', this.config));
  }

  @Door(contract.people.proveSecondFactor)
  async proveSecondFactor(
    @Input() { body }: Received<People['proveSecondFactor']>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Returned<People['proveSecondFactor']>> {
    const token = await this.steps.prove(stepCookie(request, 'second_factor', this.config), body, request.headers['user-agent']);
    clearStepCookie(reply, 'second_factor', this.config);
    return this.sessions.welcome(token, reply);
  }
}
