import { Inject, Injectable } from '@nestjs/common';
import type { contract, Returned, SignInMethod } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { Database } from '../platform/db/database.ts';
import { refuse } from '../platform/http/refusal.ts';
import type { DoorReply } from '../platform/http/request.ts';
import { newId } from '../platform/ids.ts';
import { Devices } from './accounts/devices.ts';
import { PeopleQueries } from './people.queries.ts';
import { sessionAnswer } from './session.answer.ts';
import { cookieName, sessionLife } from './session.lifetime.ts';
import { newToken, tokenHash } from './tokens.ts';

/** By what a session is opened. */
export interface Opening {
  userAgent: string | undefined;
  methods: SignInMethod[];
  /** The organisation by whose own sign-in it comes; it counts there only. By default the first active one, and every other. */
  organisation?: string | undefined;
  /** The mark of the password by which it comes: none is opened by one that was changed meanwhile. */
  password?: string | undefined;
}

/** The one place where sessions begin and where their cookie is set. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PeopleQueries) private readonly queries: PeopleQueries,
    @Inject(Devices) private readonly devices: Devices,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session in the person's first active organisation and returns its token; null where there is none. */
  async open(person: string, { userAgent, methods, organisation, password }: Opening): Promise<string | null> {
    const token = newToken();
    const now = this.clock.now();
    const session = newId();
    if (organisation) {
      const [bound] = await this.db.unscoped<{ opened: string | null }>('SELECT app.open_session_in($1, $2, $3, $4, $5, $6, $7) AS opened', [
        ...[session, tokenHash(token), person, organisation, `${sessionLife} milliseconds`, userAgent ?? null, methods],
      ]);
      return bound?.opened ? token : null;
    }
    const [row] = await this.db.unscoped<{ organisation: string | null }>(
      'SELECT app.open_session($1, $2, $3, $4, $5, $6) AS organisation WHERE $7::text IS NULL OR app.password_stands($3, $7)',
      [session, tokenHash(token), person, now, new Date(now.getTime() + sessionLife), userAgent ?? null, password ?? null],
    );
    if (!row?.organisation) return null;
    await this.db.unscoped('SELECT app.prove_session($1, $2, $3)', [session, methods, now]);
    return token;
  }

  /** Sets the cookie of a session that has just begun or goes on under a new token. */
  setCookie(token: string, reply: DoorReply): void {
    reply.setCookie(cookieName(this.config.isSecure), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.isSecure,
      maxAge: sessionLife / 1000,
    });
  }

  /** Sets the cookie and answers who has come in. */
  async welcome(token: string, reply: DoorReply): Promise<Returned<typeof contract.people.whoAmI>> {
    const session = (await this.queries.sessionOf(token)) ?? refuse('not_signed_in');
    this.setCookie(token, reply);
    await this.devices.remember(session.person, reply);
    return sessionAnswer(session, this.clock.now());
  }
}
