import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { hashPassword } from '../passwords.ts';
import { newToken, tokenHash } from '../tokens.ts';
import type { Client } from './devices.ts';
import { inEveryLanguage } from './letters-to.ts';
import { checkNewPassword } from './new-password.ts';
import { steadily } from './steady.ts';
import { Tries } from './tries.ts';

type People = typeof contract.people;

/** A new password by a link in a letter. It proves the mailbox only: sessions end, and a second factor is asked for as ever. */
@Injectable()
export class ResetsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Tries) private readonly tries: Tries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes the letter where the address has an account; nothing tells the asker whether it does. */
  async ask({ email, language }: Received<People['askReset']>['body'], client: Client): Promise<null> {
    await this.tries.forLetter(client.peer);
    return steadily(async () => {
      const token = newToken();
      const until = new Date(this.clock.now().getTime() + 60 * 60 * 1000).toISOString();
      const letters = inEveryLanguage(email, 'passwordReset', { link: `${this.config.publicUrl}/reset#${token}`, until });
      await this.db.unscoped('SELECT app.begin_reset($1, $2, $3, $4, $5)', [email, newId(), tokenHash(token), JSON.stringify(letters), language]);
      return null;
    });
  }

  async show({ token }: { token: string }, client: Client): Promise<{ email: string; name: string }> {
    await this.tries.atLink(client.peer);
    const [row] = await this.db.unscoped<{ shown: { email: string; name: string } | null }>('SELECT app.reset_of($1) AS shown', [tokenHash(token)]);
    return row?.shown ?? refuse('link_unusable');
  }

  /** Sets the password; answers whose it was. */
  async finish({ token, password, language }: Received<People['finishReset']>['body'], client: Client): Promise<{ email: string; person: string }> {
    const { email, name } = await this.show({ token }, client);
    checkNewPassword(password, email, name);
    const letters = inEveryLanguage(email, 'passwordChanged', { when: this.clock.now().toISOString(), link: `${this.config.publicUrl}/reset` });
    const [row] = await this.db.unscoped<{ done: { email: string; person: string } | null }>('SELECT app.finish_reset($1, $2, $3, $4) AS done', [
      tokenHash(token),
      await hashPassword(password),
      JSON.stringify(letters),
      language,
    ]);
    return row?.done ?? refuse('link_unusable');
  }
}
