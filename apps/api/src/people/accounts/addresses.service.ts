import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { newToken, tokenHash } from '../tokens.ts';
import type { Client } from './devices.ts';
import { inEveryLanguage, type Tongue } from './letters-to.ts';
import { steadily } from './steady.ts';
import { Tries } from './tries.ts';

const day = 24 * 60 * 60 * 1000;

/** Another address for an account: confirmed from the new one, stoppable from the old one. */
@Injectable()
export class AddressesService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Tries) private readonly tries: Tries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes to both addresses. Whether the new one has an account already is not told. */
  async ask(scope: Scope, now: string, { email, language }: Received<typeof contract.people.changeAddress>['body']): Promise<null> {
    if (email === now) refuseField('email', 'This is your address already');
    await this.tries.take('address', scope.person, { burst: 5, every: '12 minutes' });
    const [confirm, stop] = [newToken(), newToken()];
    const until = (days: number) => new Date(this.clock.now().getTime() + days * day).toISOString();
    const link = (page: string, token: string) => `${this.config.publicUrl}/address/${page}#${token}`;
    const toNew = inEveryLanguage(email, 'addressConfirm', { link: link('confirm', confirm), until: until(1) });
    const toOld = inEveryLanguage(now, 'addressStop', { name: scope.personName, email, link: link('stop', stop), until: until(7) });
    return steadily(async () => {
      await this.db.hotWrite(scope, (sql) =>
        sql('SELECT app.begin_address_change($1, $2, $3, $4, $5, $6, $7, $8)', [
          email,
          newId(),
          tokenHash(confirm),
          JSON.stringify(toNew),
          newId(),
          tokenHash(stop),
          JSON.stringify(toOld),
          language,
        ]),
      );
      return null;
    });
  }

  /** Takes the new address, and tells the old one. */
  async confirm(token: string, client: Client): Promise<{ email: string }> {
    await this.tries.atLink(client.peer);
    const [row] = await this.db.unscoped<{ done: { email: string; old: string; locale: Tongue | null } | null }>('SELECT app.confirm_address($1) AS done', [
      tokenHash(token),
    ]);
    const done = row?.done ?? refuse('link_unusable');
    const facts = { address: done.email, when: this.clock.now().toISOString() };
    await queueMail((text, values) => this.db.unscoped(text, values), { to: done.old, locale: done.locale ?? 'en', letter: 'addressChanged', facts });
    return { email: done.email };
  }

  async stop(token: string, client: Client): Promise<{ email: string }> {
    await this.tries.atLink(client.peer);
    const [row] = await this.db.unscoped<{ email: string | null }>('SELECT app.stop_address($1) AS email', [tokenHash(token)]);
    return { email: row?.email ?? refuse('link_unusable') };
  }
}
