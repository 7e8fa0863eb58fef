import { Inject, Injectable } from '@nestjs/common';
import type { Door } from '@servanda/contract';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config.ts';
import type { Rate } from '../settings/edge-settings.ts';
import { callerAddress } from './caller-address.ts';
import { refuse } from './refusal.ts';
import type { DoorReply, DoorRequest } from './request.ts';

type Kind = 'api' | 'public' | 'uploads' | 'exports';

/** Doors whose work is as costly as an export, though what they answer is small: a document is made, a whole journal is read. */
const costly = new Set(['reports.order', 'reports.retryRun', 'people.journalVerification']);

/** Which limits a door counts towards. Health checks count nowhere: a balancer must not be turned away. */
export function kindsOf(door: Door): Kind[] {
  if (door.word === 'platform' && door.access === 'open') return [];
  if (door.access !== 'session') return ['public'];
  if (door.accepts) return ['api', 'uploads'];
  return costly.has(door.name) || (door.media && door.name !== 'evidence.file') ? ['api', 'exports'] : ['api'];
}

/**
 * How often somebody may come: a person or API key by itself, everyone else by address. Counted in this process; sign-in has
 * limits of its own in the database. Headers as in draft-ietf-httpapi-ratelimit-headers-10.
 */
@Injectable()
export class Rates {
  readonly #limiters = new Map<Kind, { limiter: RateLimiterMemory; rate: Rate }>();

  constructor(@Inject(CONFIG) { edge: { rates } }: Config) {
    if (!rates) return;
    for (const kind of ['api', 'public', 'uploads', 'exports'] as const)
      this.#limiters.set(kind, { limiter: new RateLimiterMemory({ ...rates[kind], keyPrefix: kind }), rate: rates[kind] });
  }

  /** Counts this request and says on the answer what is left. Refuses `too_many_requests` with the seconds to wait. */
  async count(door: Door, request: DoorRequest, reply: DoorReply): Promise<void> {
    const { scope } = request;
    await this.#count(kindsOf(door), scope ? (scope.key ?? scope.person) : callerAddress(request.ip), reply);
  }

  /** Counts a request that is turned away before any handler: it costs a look at the database, and a refused act a line of the journal. */
  countRefused({ scope, ip }: Pick<DoorRequest, 'scope' | 'ip'>, reply: DoorReply): Promise<void> {
    return scope ? this.#count(['api'], scope.key ?? scope.person, reply) : this.#count(['public'], callerAddress(ip), reply);
  }

  /** Counts a page of the public, as a public door. */
  countPublic(request: Pick<DoorRequest, 'ip'>, reply: DoorReply): Promise<void> {
    return this.#count(['public'], callerAddress(request.ip), reply);
  }

  async #count(kinds: Kind[], caller: string, reply: DoorReply): Promise<void> {
    const counted = kinds.flatMap((kind) => {
      const found = this.#limiters.get(kind);
      return found ? [{ kind, ...found }] : [];
    });
    if (!counted.length) return;
    const left: string[] = [];
    let wait = 0;
    for (const { kind, limiter } of counted) {
      const state = await limiter.consume(caller).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes) return refused;
        throw refused;
      });
      const seconds = Math.ceil(state.msBeforeNext / 1000);
      left.push(`"${kind}";r=${state.remainingPoints};t=${seconds}`);
      if (state.consumedPoints > limiter.points) wait = Math.max(wait, seconds, 1);
    }
    reply.headers({
      'ratelimit-policy': counted.map(({ kind, rate }) => `"${kind}";q=${rate.points};w=${rate.duration}`).join(', '),
      ratelimit: left.join(', '),
    });
    if (!wait) return;
    reply.header('retry-after', String(wait));
    refuse('too_many_requests', { detail: `That was often. Go on in ${wait} seconds; nothing was lost.` });
  }
}
