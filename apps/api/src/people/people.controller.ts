import { Controller, Inject, Req, Res } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import { CONFIG, type Config } from '../platform/config.ts';
import { Door, Input } from '../platform/http/door.decorator.ts';
import { refuse } from '../platform/http/refusal.ts';
import type { DoorReply, DoorRequest } from '../platform/http/request.ts';
import { policy } from './people.policy.ts';
import { PeopleQueries, type SessionFacts } from './people.queries.ts';
import { PeopleService } from './people.service.ts';
import { cookieName, sessionLife } from './session.lifetime.ts';

type Answer = Returned<typeof contract.people.whoAmI>;

export function sessionAnswer({ sessionId: _, confirmedAt: __, ...s }: SessionFacts): Answer {
  const who = { role: s.role, organisationKind: s.organisation.kind };
  return {
    ...s,
    signedInAt: new Date(s.signedInAt).toISOString(),
    expiresAt: new Date(s.expiresAt).toISOString(),
    may: {
      openDossier: policy.openDossier(who),
      recordAssessment: policy.recordAssessment(who),
      addEvidence: policy.addEvidence(who),
      review: policy.review(who),
      manageOrganisation: policy.manageOrganisation(who),
    },
  };
}

@Controller()
export class PeopleController {
  constructor(
    @Inject(PeopleService) private readonly service: PeopleService,
    @Inject(PeopleQueries) private readonly queries: PeopleQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Door(contract.people.signIn)
  async signIn(
    @Input() { body }: Received<typeof contract.people.signIn>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Answer> {
    return this.#welcome(await this.service.signIn(body, request.headers['user-agent']), reply);
  }

  @Door(contract.people.whoAmI)
  whoAmI(@Req() request: DoorRequest): Answer {
    return sessionAnswer(request.session as SessionFacts);
  }

  @Door(contract.people.chooseOrganisation)
  async chooseOrganisation(
    @Input() { body }: Received<typeof contract.people.chooseOrganisation>,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ): Promise<Answer> {
    const token = request.cookies[cookieName(this.config.isSecure)] ?? refuse('not_signed_in');
    return this.#welcome(await this.service.chooseOrganisation(token, body.organisation), reply);
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
    return this.#welcome(await this.service.setUp(body, request.headers['user-agent']), reply);
  }

  async #welcome(token: string, reply: DoorReply): Promise<Answer> {
    const session = (await this.queries.sessionOf(token)) ?? refuse('not_signed_in');
    reply.setCookie(cookieName(this.config.isSecure), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.isSecure,
      maxAge: sessionLife / 1000,
    });
    return sessionAnswer(session);
  }
}
