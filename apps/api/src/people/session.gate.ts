import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Door } from '@servanda/contract';
import { CONFIG, type Config } from '../platform/config.ts';
import { mintScope, type Scope } from '../platform/db/scope.ts';
import { DOOR } from '../platform/http/door.decorator.ts';
import { refuse } from '../platform/http/refusal.ts';
import type { DoorRequest } from '../platform/http/request.ts';
import { PeopleQueries, type SessionFacts } from './people.queries.ts';
import { cookieName } from './session.lifetime.ts';

export const scopeOf = (s: SessionFacts): Scope =>
  mintScope({
    organisation: s.organisation.id,
    organisationKind: s.organisation.kind,
    iso3: s.organisation.iso3,
    person: s.person.id,
    personName: s.person.name,
    role: s.role,
    body: s.body,
    session: s.sessionId,
    key: null,
    confirmedAt: new Date(s.confirmedAt ?? s.signedInAt).toISOString(),
  });

/** Stands before every door. A route that is no door of the contract does not open at all. */
@Injectable()
export class SessionGate implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(PeopleQueries) private readonly people: PeopleQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const door = this.reflector.get<Door | undefined>(DOOR, context.getHandler());
    if (!door) refuse('not_found');
    const request = context.switchToHttp().getRequest<DoorRequest>();
    if (door.access !== 'session') return true;
    const token = request.cookies[cookieName(this.config.isSecure)];
    const session = token ? await this.people.sessionOf(token) : null;
    if (!session) refuse('not_signed_in');
    request.session = session;
    request.scope = scopeOf(session);
    return true;
  }
}
