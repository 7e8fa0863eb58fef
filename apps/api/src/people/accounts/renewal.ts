import { Inject, Injectable } from '@nestjs/common';
import type { contract, Returned } from '@servanda/contract';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { cookieName } from '../session.lifetime.ts';
import { Sessions } from '../sessions.ts';
import { newToken, tokenHash } from '../tokens.ts';

/** A session goes on under a new token when what it may do has changed; whoever copied the old one is out (ASVS 7.2.4). */
@Injectable()
export class Renewal {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async renew(reply: DoorReply): Promise<Returned<typeof contract.people.whoAmI>> {
    const token = newToken();
    const old = reply.request.cookies[cookieName(this.config.isSecure)] ?? '';
    const [row] = await this.db.unscoped<{ renewed: boolean }>('SELECT app.renew_session($1, $2) AS renewed', [tokenHash(old), tokenHash(token)]);
    if (!row?.renewed) refuse('not_signed_in');
    return this.sessions.welcome(token, reply);
  }
}
