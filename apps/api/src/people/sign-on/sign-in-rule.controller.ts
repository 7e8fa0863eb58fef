import { Controller, Inject, Req, Res } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { setStepCookie } from '../factors/step-cookie.ts';
import type { SessionFacts } from '../people.queries.ts';
import { IdentitiesService } from './identities.service.ts';
import { SignInRuleService } from './sign-in-rule.service.ts';

type People = typeof contract.people;
/** The gate has found it: these doors are behind the session. */
const who = (request: DoorRequest) => request.session as SessionFacts;

/** What a lead sets for the sign-in of all, and a member links for the own. */
@Controller()
export class SignInRuleController {
  constructor(
    @Inject(SignInRuleService) private readonly rules: SignInRuleService,
    @Inject(IdentitiesService) private readonly identitiesOf: IdentitiesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Door(contract.people.signInRule)
  signInRule(@Asker() scope: Scope): Promise<Returned<People['signInRule']>> {
    return this.rules.rule(scope);
  }

  @Door(contract.people.reviseSignInRule)
  reviseSignInRule(@Input() input: Received<People['reviseSignInRule']>, @Req() request: DoorRequest): Promise<Returned<People['reviseSignInRule']>> {
    return this.rules.revise(who(request), input);
  }

  @Door(contract.people.configureSignOn)
  configureSignOn(@Asker() scope: Scope, @Input() { body }: Received<People['configureSignOn']>): Promise<Returned<People['configureSignOn']>> {
    return this.rules.configure(scope, body);
  }

  @Door(contract.people.removeSignOn)
  async removeSignOn(@Asker() scope: Scope): Promise<null> {
    await this.rules.remove(scope);
    return null;
  }

  @Door(contract.people.identities)
  identities(@Req() request: DoorRequest): Promise<Returned<People['identities']>> {
    return this.identitiesOf.list(who(request));
  }

  @Door(contract.people.linkIdentity)
  async linkIdentity(@Req() request: DoorRequest, @Res({ passthrough: true }) reply: DoorReply): Promise<Returned<People['linkIdentity']>> {
    const { url, token } = await this.identitiesOf.beginLink(who(request));
    setStepCookie(reply, 'single_sign_on', token, this.config);
    return { url };
  }

  @Door(contract.people.confirmBySignOn)
  async confirmBySignOn(@Req() request: DoorRequest, @Res({ passthrough: true }) reply: DoorReply): Promise<Returned<People['confirmBySignOn']>> {
    const { url, token } = await this.identitiesOf.beginConfirmation(who(request));
    setStepCookie(reply, 'single_sign_on', token, this.config);
    return { url };
  }

  @Door(contract.people.unlinkIdentity)
  async unlinkIdentity(@Input() { params }: Received<People['unlinkIdentity']>, @Req() request: DoorRequest): Promise<null> {
    await this.identitiesOf.unlink(who(request), params.id);
    return null;
  }
}
