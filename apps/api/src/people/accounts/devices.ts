import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { newToken, tokenHash } from '../tokens.ts';
import { plainAddress } from './client.rules.ts';
import { deviceWords } from './device-words.ts';
import type { Tongue } from './letters-to.ts';

/** Days that a browser is remembered after its last sign-in. */
const deviceDays = 180;

/** Who asks, as far as throttling is concerned. */
export interface Client {
  /** The peer's network address; behind a proxy the one that the trusted proxy saw. */
  peer: string;
  /** Hash of the token by which this browser is remembered; null for one that is not. */
  device: Buffer | null;
}

/** Whose browser it is; with an address, its owner is told of a new one. */
interface Remembered {
  id: string;
  email?: string;
  locale?: Tongue | null;
}

/** Browsers in which somebody has signed in before (decision 0010). Their cookie opens nothing; it only spares them the queue of strangers. */
@Injectable()
export class Devices {
  readonly #name: string;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.#name = config.isSecure ? '__Host-servanda-device' : 'servanda-device';
  }

  clientOf(request: DoorRequest): Client {
    const token = request.cookies[this.#name];
    return { peer: plainAddress(request.ip), device: token ? tokenHash(token) : null };
  }

  /** Remembers the browser of a person who has just come in. Its name stays the same, whoever signs in; one that nobody gave is not taken over. */
  async remember(person: Remembered, reply: DoorReply): Promise<void> {
    const told = reply.request.cookies[this.#name];
    const token = told && /^[\w-]{43}$/.test(told) ? told : newToken();
    const [row] = await this.db.unscoped<{ new: boolean }>('SELECT app.remember_device($1, $2) AS new', [tokenHash(token), person.id]);
    if (row?.new && person.email) await this.#tell(person.email, person.locale ?? 'en', reply.request.headers['user-agent'] ?? null);
    reply.setCookie(this.#name, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: this.config.isSecure, maxAge: deviceDays * 86_400 });
  }

  async #tell(to: string, locale: Tongue, agent: string | null): Promise<void> {
    const { browser, system } = deviceWords(agent);
    const facts = {
      when: this.clock.now().toISOString(),
      device: [browser, system].filter(Boolean).join(' · ') || '–',
      link: `${this.config.publicUrl}/account`,
    };
    await queueMail((text, values) => this.db.unscoped(text, values), { to, locale, letter: 'newSignIn', facts });
  }
}
