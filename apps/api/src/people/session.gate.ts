import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Allowance, type Door } from '@servanda/contract';
import * as z from 'zod';
import { Clock } from '../platform/clock.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { mintScope, type Scope } from '../platform/db/scope.ts';
import { DOOR } from '../platform/http/door.decorator.ts';
import { Rates } from '../platform/http/rates.ts';
import { Refusal, refuse } from '../platform/http/refusal.ts';
import type { DoorReply, DoorRequest } from '../platform/http/request.ts';
import { policy } from './allowance.policy.ts';
import { guestRefusal, trustRefusal } from './factors/factors.rules.ts';
import { KeysQueries } from './keys/keys.queries.ts';
import { keyIn } from './keys/keys.rules.ts';
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
    confirmedAt: new Date(s.confirmedAt).toISOString(),
  });

/** The same person as a guest in a dossier of another organisation; work there is given in the name of his or her own. */
const guestScopeOf = (s: SessionFacts, { dossier, host, role }: NonNullable<SessionFacts['shared']>): Scope =>
  mintScope({
    ...scopeOf(s),
    organisation: host.id,
    organisationKind: host.kind,
    iso3: host.iso3,
    role,
    body: s.organisation.name,
    guest: { dossier, home: s.organisation.id },
  });

const Place = z.object({ id: z.uuid() });
/** The dossier of a door that opens to guests, as the address names it; null for every other door. */
const dossierAsked = (door: Door, request: DoorRequest): string | null => (door.guests ? (Place.safeParse(request.params).data?.id ?? null) : null);

/** Who was found behind a request, and what an API key may (null: a person). */
interface Found {
  scope: Scope;
  right: Allowance['key'];
  session: SessionFacts | null;
}

/**
 * Stands before every door: finds who knocks, and opens to those whom the contract allows, before any handler runs.
 * A route that is no door of the contract does not open at all.
 */
@Injectable()
export class SessionGate implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(PeopleQueries) private readonly people: PeopleQueries,
    @Inject(KeysQueries) private readonly keys: KeysQueries,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Rates) private readonly rates: Rates,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const door = this.reflector.get<Door | undefined>(DOOR, context.getHandler());
    if (!door) refuse('not_found');
    if (door.access !== 'session') return true;
    const request = context.switchToHttp().getRequest<DoorRequest>();
    request.askAnew = () => this.#ask(door, request);
    try {
      await request.askAnew();
    } catch (error) {
      // Whom the door lets in is counted behind it.
      if (error instanceof Refusal) await this.rates.countRefused(request, context.switchToHttp().getResponse<DoorReply>());
      throw error;
    }
    return true;
  }

  async #ask(door: Door, request: DoorRequest): Promise<void> {
    const { scope, right, session } = (await this.#found(door, request)) ?? refuse('not_signed_in');
    // Who knocks is known also where the door stays shut: the journal notes a refused dangerous act.
    request.scope = scope;
    const refusal = policy.refusalAt(door, { ...scope, right }, this.clock.now());
    if (refusal) refuse(refusal);
    const now = this.clock.now();
    const distrust = session && (trustRefusal(door, session, now) ?? guestRefusal(session, session.shared ?? null, now));
    if (distrust) refuse(distrust);
  }

  /** A request that brings a key is the key's alone; its cookie is not even read. */
  async #found(door: Door, request: DoorRequest): Promise<Found | null> {
    const key = keyIn(request.headers.authorization);
    if (key === null) return this.#bySession(door, request);
    const found = key ? await this.keys.scopeOf(key) : null;
    return found && { ...found, session: null };
  }

  async #bySession(door: Door, request: DoorRequest): Promise<Found | null> {
    const token = request.cookies[cookieName(this.config.isSecure)];
    const session = token ? await this.people.sessionOf(token, dossierAsked(door, request)) : null;
    if (!session) return null;
    request.session = session;
    return { scope: session.shared ? guestScopeOf(session, session.shared) : scopeOf(session), right: null, session };
  }
}
